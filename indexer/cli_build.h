// The options of `archive-index build`.
#ifndef ARCHIVE_INDEXER_CLI_BUILD_H_
#define ARCHIVE_INDEXER_CLI_BUILD_H_

#include "indexer/cli.h"

namespace archive {

// The headings under which options stand in the help of a command.
inline constexpr const char* kReadingGroup = "What is meant";
inline constexpr const char* kOutputGroup = "Output";

// Declares them on `app`; what they say goes to `line`, which lives as long.
void DefineBuild(CLI::App& app, CommandLine& line);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_BUILD_H_
