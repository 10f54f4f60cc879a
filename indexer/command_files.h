// `archive-index files`: what came of every source file.
#ifndef ARCHIVE_INDEXER_COMMAND_FILES_H_
#define ARCHIVE_INDEXER_COMMAND_FILES_H_

#include <cstdint>
#include <string>

#include "indexer/console.h"

namespace archive {

enum class FilesShown : std::uint8_t {
  kNotIndexed,  // failed and skipped
  kFailed,
  kSkipped,
  kAll,
};

struct FilesArguments {
  FilesShown shown = FilesShown::kNotIndexed;
  bool as_json = false;
};

// A line a file: outcome, id, and the reason or the number of articles; or one
// JSON object, {"format_version":1, "index", "generation", "files":[{"id",
// "path", "outcome", "reason", "format", "articles", "bytes", "changed",
// "failed_since"}]}, in which moments are UTC in ISO 8601 and what does not
// apply is "" or null.  Version 1 may gain keys, never lose or change one.
// Returns the exit status.
int RunFiles(const std::string& index, const FilesArguments& arguments,
             const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_FILES_H_
