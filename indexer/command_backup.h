// `archive-index backup DIR`: a consistent copy of the index.
#ifndef ARCHIVE_INDEXER_COMMAND_BACKUP_H_
#define ARCHIVE_INDEXER_COMMAND_BACKUP_H_

#include <string>

#include "indexer/console.h"

namespace archive {

struct BackupArguments {
  std::string target;
};

// Prints a line that says what was copied.  Returns the exit status.
int RunBackupCommand(const std::string& index, const BackupArguments& arguments,
                     const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_BACKUP_H_
