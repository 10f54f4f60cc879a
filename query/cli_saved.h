// The options of saved searches.  Part of the border to CLI11.
//
// To add one: a member, its add_option in cli_saved.cc, and where it is read.
#ifndef ARCHIVE_QUERY_CLI_SAVED_H_
#define ARCHIVE_QUERY_CLI_SAVED_H_

#include <string>

#include "common/result.h"
#include "query/options.h"

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

// As typed.
struct TypedSaved {
  std::string save;
  std::string saved;
  bool list = false;
  std::string since_last;
  bool alerts = false;
  std::string exec;
};

void DeclareSaved(CLI::App& app, TypedSaved& typed);

// Names that can be none, and what goes together with none of these options.
// REQUIRES: the app has parsed.  Fails: kUsage.
Status CheckSaved(const CLI::App& app);

// Those of the user's configuration.  Fails: kIo.
Result<std::shared_ptr<const SavedQueries>> ReadSaved();

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_SAVED_H_
