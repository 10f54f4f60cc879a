// The options of the commands that edit the librarian's files and ask what is
// new: withhold, corrections, alerts.
#ifndef ARCHIVE_INDEXER_CLI_LIBRARIAN_H_
#define ARCHIVE_INDEXER_CLI_LIBRARIAN_H_

#include "indexer/cli.h"

namespace archive {

void DefineWithhold(CLI::App& app, CommandLine& line);
void DefineCorrections(CLI::App& app, CommandLine& line);
void DefineAlerts(CLI::App& app, CommandLine& line);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_LIBRARIAN_H_
