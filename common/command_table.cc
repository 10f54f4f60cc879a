#include "common/command_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <iterator>
#include <sstream>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace archive {
namespace {

// Before the choices in the name of a validator: a name of its own kind.
constexpr std::string_view kChoices = "choices: ";

// Values of an option as the name of its validator: what CLI11 keeps.
std::string ChoicesName(const std::vector<std::string>& values) {
  std::string name(kChoices);
  for (const std::string& value : values) {
    assert(value.find(' ') == std::string::npos);
    name += value + ' ';
  }
  return name;
}

std::vector<std::string> ChoicesOf(CLI::Option& option) {
  std::string name;
  try {
    name = option.get_validator(0)->get_name();
  } catch (const CLI::OptionNotFound&) {
    return {};  // it is checked by nothing
  }
  if (!name.starts_with(kChoices)) return {};
  std::istringstream words(name.substr(kChoices.size()));
  return {std::istream_iterator<std::string>(words), {}};
}

ValueNeed NeedOf(const CLI::Option& option, std::string_view value) {
  if (option.get_expected_max() == 0) return ValueNeed::kNone;
  return value.starts_with('[') ? ValueNeed::kOptional : ValueNeed::kNeeded;
}

OptionRow RowOf(CLI::Option& option) {
  OptionRow row;
  for (const std::string& letter : option.get_snames())
    row.names.push_back("-" + letter);
  for (const std::string& word : option.get_lnames())
    row.names.push_back("--" + word);
  if (row.names.empty()) row.names.push_back(option.get_name(true));
  // What follows a colon is how CLI11 tells the values that are allowed; not
  // the colon in FIELD[:N].
  const std::string type = option.get_type_name();
  const bool is_argument = option.get_positional();
  row.need = NeedOf(option, type);
  if (row.need != ValueNeed::kNone)
    row.value = is_argument ? row.names[0] : type;
  row.help = option.get_description();
  row.usual = option.get_default_str();
  row.choices = ChoicesOf(option);
  row.is_repeated = option.get_expected_max() > 1;
  return row;
}

OptionGroup& GroupOf(const std::string& name,
                     std::vector<OptionGroup>& groups) {
  const auto found = std::find_if(
      groups.begin(), groups.end(),
      [&](const OptionGroup& group) { return group.name == name; });
  if (found != groups.end()) return *found;
  groups.push_back({.name = name, .options = {}});
  return groups.back();
}

struct KindRow {
  std::string_view value;
  ValueKind kind;
};
constexpr std::array<KindRow, 5> kKinds = {{
    {"FILE", ValueKind::kFile},
    {"PATH", ValueKind::kFile},
    {"ROOT", ValueKind::kFile},
    {"DIR", ValueKind::kDirectory},
    {"QUERY", ValueKind::kQuery},
}};

}  // namespace

ValueKind KindOf(const OptionRow& option) {
  if (option.need == ValueNeed::kNone) return ValueKind::kNone;
  if (!option.choices.empty()) return ValueKind::kChoice;
  for (const KindRow& row : kKinds) {
    if (row.value == option.value) return row.kind;
  }
  return ValueKind::kFree;
}

bool CommandTable::Declares(const OptionRow& option) const {
  const std::vector<OptionRow> options = OptionsOf(*this);
  return std::any_of(
      options.begin(), options.end(),
      [&](const OptionRow& other) { return other.names == option.names; });
}

std::vector<OptionRow> OptionsOf(const CommandTable& table) {
  std::vector<OptionRow> options;
  for (const OptionGroup& group : table.groups)
    options.insert(options.end(), group.options.begin(), group.options.end());
  return options;
}

CommandTable TableOf(CLI::App& app) {
  CommandTable table;
  table.name = app.get_name();
  table.help = app.get_description();
  for (CLI::Option* const option :
       app.get_options(std::function<bool(CLI::Option*)>())) {
    if (option->get_group().empty()) continue;
    OptionRow row = RowOf(*option);
    if (option->get_positional()) {
      table.arguments.push_back(std::move(row));
    } else {
      GroupOf(option->get_group(), table.groups)
          .options.push_back(std::move(row));
    }
  }
  for (CLI::App* const command :
       app.get_subcommands(std::function<bool(CLI::App*)>()))
    table.commands.push_back(TableOf(*command));
  return table;
}

CLI::Validator Suggested(const std::vector<std::string>& values) {
  return CLI::Validator([](const std::string&) { return std::string(); }, "")
      .name(ChoicesName(values));
}

CLI::Validator OneOf(const std::vector<std::string>& values) {
  return CLI::Validator(
             [values](const std::string& value) {
               if (std::find(values.begin(), values.end(), value) !=
                   values.end())
                 return std::string();
               return fmt::format("{} is none of {}", value,
                                  fmt::join(values, ", "));
             },
             "")
      .name(ChoicesName(values));
}

}  // namespace archive
