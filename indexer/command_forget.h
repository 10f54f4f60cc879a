// `archive-index forget ROOT`: takes a root and its articles out of the index.
#ifndef ARCHIVE_INDEXER_COMMAND_FORGET_H_
#define ARCHIVE_INDEXER_COMMAND_FORGET_H_

#include <string>

#include "indexer/console.h"

namespace archive {

struct ForgetArguments {
  std::string root;  // its name, or a path to it
};

// A terminal is told what was done; otherwise silence means that all is well.
// Returns the exit status.
int RunForgetCommand(const std::string& index, const ForgetArguments& arguments,
                     const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_FORGET_H_
