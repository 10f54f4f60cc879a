// The options of a program as plain rows: what manual pages and completions are
// printed from.  A border to CLI11, whose App is where options are declared.
//
// What stands behind an option is told by its type name, see the table in
// command_table.cc: FILE and DIR are looked for on the disk, QUERY is a query.
// All else is free, unless choices are declared with
// OneOf or Suggested.
#ifndef ARCHIVE_COMMON_COMMAND_TABLE_H_
#define ARCHIVE_COMMON_COMMAND_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
class Validator;
}  // namespace CLI

namespace archive {

enum class ValueNeed : std::uint8_t { kNone, kOptional, kNeeded };

struct OptionRow {
  // "-n", "--limit"; of an argument without a name what it stands for: "QUERY".
  std::vector<std::string> names;
  std::string value;  // what stands behind it: "FILE"; empty: nothing
  std::string help;
  std::string usual;                 // the value when it is not given; or empty
  std::vector<std::string> choices;  // values it can have; empty: free
  ValueNeed need = ValueNeed::kNone;
  bool is_repeated = false;
};

// What a shell looks for behind an option.
enum class ValueKind : std::uint8_t {
  kNone,  // nothing stands there
  kFree,  // anything, of which nothing is known
  kChoice,
  kFile,
  kDirectory,
  kQuery,
};
ValueKind KindOf(const OptionRow& option);

// Under one heading of --help.
struct OptionGroup {
  std::string name;
  std::vector<OptionRow> options;
};

struct CommandTable {
  std::string name;
  std::string help;
  std::vector<OptionRow> arguments;  // without a name, in their order
  std::vector<OptionGroup> groups;   // in the order of declaration
  std::vector<CommandTable> commands;

  // Whether it has an option of the same name, for all of its commands.
  bool Declares(const OptionRow& option) const;
};

// Every option of the command, group after group.
std::vector<OptionRow> OptionsOf(const CommandTable& table);

// What is declared on `app`, and on its subcommands.  Options of no group are
// for programs alone and are left out.
CommandTable TableOf(CLI::App& app);

// For Option::check.  A value out of a few; what else is typed is told with all
// of them.  REQUIRES: no value has a space in it.
CLI::Validator OneOf(const std::vector<std::string>& values);

// What a shell offers; anything may be typed.  REQUIRES: as OneOf.
CLI::Validator Suggested(const std::vector<std::string>& values);

}  // namespace archive

#endif  // ARCHIVE_COMMON_COMMAND_TABLE_H_
