#include "indexer/cli_help.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/error.h"

namespace archive {
namespace {

constexpr std::size_t kLineWidth = 79;
constexpr std::size_t kTextColumn = 20;

// `text` broken into lines that begin at kTextColumn; the first is not
// indented.
std::string Wrapped(std::string_view text) {
  std::string out;
  std::size_t column = kTextColumn;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (column + 1 + word.size() > kLineWidth) {
      out += '\n' + std::string(kTextColumn, ' ');
      column = kTextColumn;
    } else if (!out.empty()) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

std::string Entry(const std::string& name, std::string_view text) {
  std::string line = "  " + name;
  if (line.size() + 2 > kTextColumn) {
    line += '\n' + std::string(kTextColumn, ' ');
  } else {
    line.append(kTextColumn - line.size(), ' ');
  }
  return line + Wrapped(text) + '\n';
}

std::string NameOf(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true);
  std::string name;
  for (const std::string& letter : option.get_snames()) name += "-" + letter;
  for (const std::string& word : option.get_lnames())
    name += (name.empty() ? "--" : ", --") + word;
  if (option.get_expected_max() != 0) {
    // What follows a colon is how CLI11 tells the values that are allowed.
    const std::string type = option.get_type_name();
    name += ' ' + type.substr(0, type.find(':'));
  }
  return name;
}

std::string OptionsText(const CLI::App& app) {
  std::string text;
  for (const std::string& group : app.get_groups()) {
    text += fmt::format("\n{}:\n", group);
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_group() == group)
        text += Entry(NameOf(*option), option->get_description());
    }
  }
  return text;
}

std::string Usage(const CLI::App& command) {
  std::string usage = "archive-index " + command.get_name();
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_positional()) continue;
    usage += ' ' + option->get_name(true);
    if (option->get_expected_max() > 1) usage += "...";
  }
  return usage + " [OPTION...]";
}

std::string CommandsText(const CLI::App& app) {
  std::string text = "\nCommands:\n";
  for (const CLI::App* command : app.get_subcommands({}))
    text += Entry(command->get_name(), command->get_description());
  return text;
}

std::string ExitStatusesText() {
  struct Status {
    int status;
    std::string meaning;
  };
  std::vector<Status> rows = {
      {0, "all is well: the index is current"},
      {3,
       "the index is current, but files failed that had not failed before "
       "(--skip-ok: 0)"},
      {130, "stopped by Ctrl-C; what was published is kept"},
      {143, "stopped by SIGTERM; what was published is kept"}};
  for (const ErrorKind& kind : kErrorKinds) {
    if (kind.code == ErrorCode::kQuery) continue;  // of archive-query alone
    const auto same = std::find_if(
        rows.begin(), rows.end(),
        [&kind](const Status& row) { return row.status == kind.exit_status; });
    if (same == rows.end()) {
      rows.push_back({kind.exit_status, std::string(kind.help)});
    } else {
      same->meaning += fmt::format("; or {}", kind.help);
    }
  }
  std::sort(rows.begin(), rows.end(), [](const Status& a, const Status& b) {
    return a.status < b.status;
  });
  std::string text = "\nExit status:\n";
  for (const Status& row : rows)
    text += Entry(std::to_string(row.status), row.meaning);
  return text;
}

std::string EnvironmentText() {
  return "\nEnvironment and files:\n" +
         Entry("ARCHIVE_INDEX_DB", "the index, when --db is not given") +
         Entry("ARCHIVE_INDEX_CONFIG",
               "the configuration file, when --config is not given") +
         Entry("archive-index.toml",
               "in the index: its configuration; else archive-index/config.toml"
               " in $XDG_CONFIG_HOME or ~/.config. Key: json-fields, a list of"
               " \"theirs=ours\", says which key of JSON Lines is which field");
}

}  // namespace

std::string ShortHelp() {
  return R"(archive-index makes news archives searchable by archive-query.

  archive-index build ~/news         index a directory, or bring it up to date
  archive-index build                the same for all that was indexed before
  archive-index status               what the index holds
  archive-index files --failed       what could not be read, and why
  archive-index read story.txt       what is made of a file

Commands: build, status, files, forget, read, formats, help
Options:  --db DIR   the index (before or after the command)
          --help     all help        help COMMAND   that of a command
          --version
)";
}

std::string WholeHelp(const CLI::App& app) {
  std::string text = ShortHelp() + CommandsText(app) + OptionsText(app);
  for (const CLI::App* command : app.get_subcommands({}))
    text += '\n' + CommandHelp(*command);
  return text + ExitStatusesText() + EnvironmentText();
}

std::string CommandHelp(const CLI::App& command) {
  return fmt::format("{}\n  {}\n{}", Usage(command), command.get_description(),
                     OptionsText(command));
}

}  // namespace archive
