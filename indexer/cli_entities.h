// The options of `archive-index entities`.
#ifndef ARCHIVE_INDEXER_CLI_ENTITIES_H_
#define ARCHIVE_INDEXER_CLI_ENTITIES_H_

#include "indexer/cli.h"

namespace archive {

// Declares them on `app`; what they say goes to `line`, which lives as long.
void DefineEntities(CLI::App& app, CommandLine& line);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_ENTITIES_H_
