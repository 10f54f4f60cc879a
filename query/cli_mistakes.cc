#include "query/cli_mistakes.h"

#include <algorithm>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "common/text/edit_distance.h"
#include "common/text/shell_words.h"
#include "query/option_values.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

bool TakesValue(const CLI::Option& option) {
  return option.get_expected_max() != 0;
}

// -n5 and -fcsv are options with their values, -nato and -future are not.
bool IsPlausible(char option, std::string_view value) {
  if (value.starts_with('=')) return true;
  if (option == 'n') return static_cast<bool>(ReadLimit(value));
  return option != 'f' || FindOutputFormat(value) != nullptr;
}

// What a command line is made of.
class Scan {
 public:
  Scan(const CLI::App& app, const std::vector<std::string>& arguments)
      : app_(app), arguments_(arguments) {
    while (at_ < arguments_.size()) Take(arguments_[at_++]);
  }

  const std::string& unknown() const { return unknown_; }

  std::string AsMeant() const {
    std::string command = "archive-query";
    for (const std::string& option : options_)
      command += ' ' + ShellWord(option);
    return command + " -- " + ShellQuoted(query_);
  }

 private:
  void Take(const std::string& argument) {
    if (argument == "--") {
      while (at_ < arguments_.size()) AddToQuery(arguments_[at_++]);
    } else if (argument.starts_with("--")) {
      TakeLong(argument);
    } else if (argument.size() > 1 && argument[0] == '-') {
      TakeShort(argument);
    } else {
      AddToQuery(argument);
    }
  }

  void TakeLong(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const CLI::Option* const option =
        app_.get_option_no_throw(argument.substr(0, equals));
    if (option == nullptr) return NoteUnknown(argument);
    options_.push_back(argument);
    if (TakesValue(*option) && equals == std::string::npos) TakeValue();
  }

  void TakeShort(const std::string& argument) {
    for (std::size_t i = 1; i < argument.size(); ++i) {
      const CLI::Option* const option =
          app_.get_option_no_throw(std::string("-") + argument[i]);
      if (option == nullptr) return NoteUnknown(argument);
      if (!TakesValue(*option)) continue;
      const std::string value = argument.substr(i + 1);
      if (!value.empty() && !IsPlausible(argument[i], value))
        return NoteUnknown(argument);
      options_.push_back(argument);
      if (value.empty()) TakeValue();
      return;
    }
    options_.push_back(argument);
  }

  void TakeValue() {
    const bool is_value =
        at_ < arguments_.size() &&
        (arguments_[at_] == "-" || !arguments_[at_].starts_with('-'));
    if (is_value) options_.push_back(arguments_[at_++]);
  }

  void NoteUnknown(const std::string& argument) {
    if (unknown_.empty()) unknown_ = argument;
    AddToQuery(argument);
  }

  void AddToQuery(const std::string& word) {
    if (!query_.empty()) query_ += ' ';
    query_ += word;
  }

  const CLI::App& app_;
  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  std::vector<std::string> options_;
  std::string query_;
  std::string unknown_;
};

std::vector<std::string> LongNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* const option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      names.push_back("--" + name);
  }
  return names;
}

}  // namespace

std::optional<Error> FindUnknownOption(
    const CLI::App& app, const std::vector<std::string>& arguments) {
  const Scan scan(app, arguments);
  if (scan.unknown().empty()) return std::nullopt;
  const std::string typed = scan.unknown().substr(0, scan.unknown().find('='));
  const std::vector<std::string> known = LongNames(app);
  const auto nearest = NearestNames(typed, {known.begin(), known.end()}, 1);
  return Error{
      ErrorCode::kUsage, fmt::format("there is no option {}", typed),
      typed.starts_with("--") && !nearest.empty()
          ? fmt::format("did you mean {}?", nearest.front())
          : "a query that begins with - goes after --: " + scan.AsMeant()};
}

}  // namespace archive
