#include "query/cli_saved.h"

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "query/cli_values.h"
#include "query/option_values.h"
#include "query/saved_files.h"

namespace archive {
namespace {

constexpr const char* kGroup = "Saved searches";

Status CheckName(const CLI::App& app, const char* option) {
  if (!IsGiven(app, option)) return Ok();
  const auto name = app.get_option(option)->as<std::string>();
  if (IsSavedName(name)) return Ok();
  return UsageError(
      fmt::format("{} {}: this can be no name of a saved search", option, name),
      std::string(kSavedNameRule));
}

}  // namespace

void DeclareSaved(CLI::App& app, TypedSaved& typed) {
  app.add_option("--save", typed.save,
                 "Save the query as NAME, if it makes sense; @NAME in a query "
                 "stands for it then")
      ->type_name("NAME")
      ->group(kGroup);
  app.add_option("--saved", typed.saved,
                 "Ask the query saved as NAME; another QUERY narrows it")
      ->type_name("NAME")
      ->group(kGroup);
  app.add_option("--since-last", typed.since_last,
                 "Ask the query saved as NAME of what has come to the index "
                 "since this was asked last")
      ->type_name("NAME")
      ->group(kGroup);
  app.add_flag("--alerts", typed.alerts,
               "Print what is new for each saved search, or for those named, "
               "since it was told last")
      ->group(kGroup);
  app.add_option("--exec", typed.exec,
                 "Of --alerts: hand what is new to this command, as lines of "
                 "JSON, instead of printing it")
      ->type_name("COMMAND")
      ->group(kGroup);
  app.add_flag("--list-saved", typed.list,
               "Print names and queries of the saved searches and exit")
      ->group(kGroup);
}

Status CheckSaved(const CLI::App& app) {
  RETURN_IF_ERROR(CheckName(app, "--save"));
  RETURN_IF_ERROR(CheckName(app, "--saved"));
  RETURN_IF_ERROR(CheckName(app, "--since-last"));
  if (IsGiven(app, "--exec") && !IsGiven(app, "--alerts"))
    return UsageError("--exec goes with --alerts", "archive-query --alerts");
  for (const char* const one : {"--alerts", "--since-last"}) {
    if (IsGiven(app, one) && app.get_option("--db")->count() > 1)
      return UsageError(fmt::format("{} asks one index", one),
                        "name one --db; call it for each");
  }
  const std::vector<std::vector<std::string_view>> rows = {
      {"--save", "--saved", "--list-saved", "--query-file", "--show",
       "--similar", "--count", "--facet", "--timeline", "--compare", "--kwic",
       "--coverage", "--distinctive", "--explain", "--lenient", "--within",
       "--without", "--format"},
      {"--saved", "--since-last", "--list-saved", "--query-file", "--show",
       "--any"},
      {"--since-last", "--alerts", "--list-saved", "--query-file", "--show",
       "--history", "--similar", "--explain", "--save", "--any"},
      {"--alerts", "--list-saved", "--query-file", "--show", "--history",
       "--similar", "--count", "--facet", "--timeline", "--compare", "--kwic",
       "--coverage", "--distinctive", "--explain", "--save", "--saved",
       "--format", "--fields"},
      {"--list-saved", "--query-file", "--show", "--similar", "--count",
       "QUERY", "--format"}};
  for (const std::vector<std::string_view>& row : rows) {
    if (!IsGiven(app, row.front())) continue;
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (IsGiven(app, row[i]))
        return UsageError(
            fmt::format("{} and {} contradict each other", row.front(),
                        row[i] == "QUERY" ? "a query" : row[i]),
            "leave out one of them");
    }
  }
  return Ok();
}

Result<std::shared_ptr<const SavedQueries>> ReadSaved() {
  ASSIGN_OR_RETURN(SavedQueries saved, ReadSavedFiles(SavedDirectory()));
  return std::make_shared<const SavedQueries>(std::move(saved));
}

}  // namespace archive
