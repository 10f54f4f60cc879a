// The manual page and completion scripts of archive-index, printed from what
// the command line declares.  Part of the border to CLI11.
#ifndef ARCHIVE_INDEXER_CLI_GENERATE_H_
#define ARCHIVE_INDEXER_CLI_GENERATE_H_

#include <string>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

// Values of --generate.
std::vector<std::string> GeneratedNames();

// Nothing when `what` is none of them.
std::string Generate(CLI::App& app, const std::string& what);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_GENERATE_H_
