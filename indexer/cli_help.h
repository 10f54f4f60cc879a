// The texts of -h and --help, and the rows that the manual shares with them.
// Part of the border to CLI11: options are
// listed from what cli.cc declares.
#ifndef ARCHIVE_INDEXER_CLI_HELP_H_
#define ARCHIVE_INDEXER_CLI_HELP_H_

#include <string>
#include <vector>

#include "common/exit_statuses.h"
#include "common/man_page.h"

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

std::vector<ManEntry> ExampleRows();
std::vector<ExitStatus> IndexerExitStatuses();
std::vector<ManEntry> EnvironmentRows();
std::vector<ManEntry> FileRows();

// Examples first; fits a screen of 24 lines.
std::string ShortHelp();

// Every command with every option, exit statuses, environment and files.
std::string WholeHelp(const CLI::App& app);

// One command.
std::string CommandHelp(const CLI::App& command);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_HELP_H_
