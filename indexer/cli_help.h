// The texts of -h and --help.  Part of the border to CLI11: options are
// listed from what cli.cc declares.
#ifndef ARCHIVE_INDEXER_CLI_HELP_H_
#define ARCHIVE_INDEXER_CLI_HELP_H_

#include <string>

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

// Examples first; fits a screen of 24 lines.
std::string ShortHelp();

// Every command with every option, exit statuses, environment and files.
std::string WholeHelp(const CLI::App& app);

// One command.
std::string CommandHelp(const CLI::App& command);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_HELP_H_
