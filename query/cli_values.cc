#include "query/cli_values.h"

#include <utility>

namespace archive {

bool IsGiven(const CLI::App& app, std::string_view name) {
  return app.get_option(std::string(name))->count() > 0;
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
