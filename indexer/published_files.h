// The published generation and its list of files, read without the lock: for
// the commands that only look.
#ifndef ARCHIVE_INDEXER_PUBLISHED_FILES_H_
#define ARCHIVE_INDEXER_PUBLISHED_FILES_H_

#include <string>

#include "common/index/generation.h"
#include "common/result.h"
#include "indexer/writing/files_table.h"

namespace archive {

struct PublishedFiles {
  Generation generation;
  FilesTable files;
};

// Fails: kNotFound (no index there), kIndexDamaged, kSchemaMismatch, kIo.
Result<PublishedFiles> ReadPublishedFiles(const std::string& index);

// The id of a file of the index: "news/2021/03/hotline.txt".
std::string FileIdOf(const Generation& generation, const FileRow& row);

// "indexed", "skipped" or "failed".
std::string_view NameOf(FileOutcome outcome);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_PUBLISHED_FILES_H_
