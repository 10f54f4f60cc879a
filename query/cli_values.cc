#include "query/cli_values.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace archive {

bool IsGiven(const CLI::App& app, std::string_view name) {
  // Few of the seventy are given, and comparing names is what costs.
  const std::vector<CLI::Option*>& given = app.parse_order();
  return std::any_of(given.begin(), given.end(),
                     [name](const CLI::Option* option) {
                       return option->check_name(std::string(name));
                     });
}

bool AsksList(const CLI::App& app) {
  const CLI::Option* const query = app.get_option("QUERY");
  return IsGiven(app, "--query-file") ||
         (query->count() == 1 &&
          query->as<std::vector<std::string>>().front() == "-");
}

Error UsageError(std::string message, std::string hint) {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

}  // namespace archive
