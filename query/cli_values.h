// What the files of the command line share: keys of a table, and the error of a
// command line that makes no sense.  Part of the border to CLI11.
#ifndef ARCHIVE_QUERY_CLI_VALUES_H_
#define ARCHIVE_QUERY_CLI_VALUES_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/command_table.h"
#include "common/error.h"

namespace archive {

template <typename Value>
std::vector<std::string> KeysOf(const std::map<std::string, Value>& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

// Whether the option stands on the command line.  REQUIRES: it is declared.
bool IsGiven(const CLI::App& app, std::string_view name);

// Whether several queries are asked: --query-file, or `-` for the query.
bool AsksList(const CLI::App& app);

Error UsageError(std::string message, std::string hint = "");

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_VALUES_H_
