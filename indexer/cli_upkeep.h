// The options of `archive-index check`, `backup` and `compact`.
#ifndef ARCHIVE_INDEXER_CLI_UPKEEP_H_
#define ARCHIVE_INDEXER_CLI_UPKEEP_H_

#include "indexer/cli.h"

namespace archive {

// Declare them on `app`; what they say goes to `line`, which lives as long.
void DefineCheck(CLI::App& app, CommandLine& line);
void DefineBackup(CLI::App& app, CommandLine& line);
void DefineCompact(CLI::App& app, CommandLine& line);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_UPKEEP_H_
