// `archive-index compact`: the index in as few segments as can be.
#ifndef ARCHIVE_INDEXER_COMMAND_COMPACT_H_
#define ARCHIVE_INDEXER_COMMAND_COMPACT_H_

#include <string>

#include "indexer/console.h"

namespace archive {

// Prints a line that says what was done.  Returns the exit status.
int RunCompactCommand(const std::string& index, const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_COMPACT_H_
