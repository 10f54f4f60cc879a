// `archive-index check`: whether the index is what was published.
#ifndef ARCHIVE_INDEXER_COMMAND_CHECK_H_
#define ARCHIVE_INDEXER_COMMAND_CHECK_H_

#include <string>

#include "indexer/console.h"

namespace archive {

struct CheckArguments {
  bool sources = false;  // the files that were indexed, too
  bool repair = false;
  std::string config;  // a configuration file; empty: the usual ones
};

// Prints a line for each thing that is wrong and one for what was checked.
// Returns the exit status: 0 when all is as it was written, 74 when not, also
// when it could be repaired.
int RunCheckCommand(const std::string& index, const CheckArguments& arguments,
                    const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_CHECK_H_
