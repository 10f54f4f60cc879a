// What lies in the roots, held against what the index knows: which files are
// to be read, which are as they were, which have gone.
#ifndef ARCHIVE_INDEXER_WRITING_FILE_CHANGES_H_
#define ARCHIVE_INDEXER_WRITING_FILE_CHANGES_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/generation.h"
#include "indexer/analysis/configuration.h"
#include "indexer/sources/source_walker.h"
#include "indexer/writing/files_table.h"

namespace archive {

// A root of this run and its place among the index's roots.
struct RunRoot {
  SourceRoot source;
  std::uint32_t place = 0;
};

// The root of the run in which the row's file lies.
const SourceRoot& RootOf(const std::vector<RunRoot>& roots, const FileRow& row);
// The id of the row's file, as its articles have it.
std::string FileIdOf(const std::vector<RunRoot>& roots, const FileRow& row);

// A file that must be read, and what is known of it from before.
struct FileToRead {
  FileRow row;     // stamp as found now, `reading` not yet set
  FileRow before;  // its row; empty when the file is new
};

struct FileChanges {
  std::vector<FileToRead> to_read;  // in the order of the walk
  FilesTable noted;  // skipped or unreadable ones whose row has changed
  FilesTable gone;   // rows of what is no longer there
  std::uint64_t unchanged = 0;
  std::uint64_t skipped = 0;                             // noted or known
  std::map<std::string, std::uint64_t> skipped_reasons;  // of those, how many
  std::uint64_t failed = 0;                              // noted or known
  FilesTable newly_failed;                               // of the noted ones
};

// Which of `of` parts a file falls to, from 1: decided by its id alone, so the
// same in every run and wherever the root lies.
std::uint32_t ShardOf(std::string_view file_id, std::uint32_t of);

// What a run walks.
struct Walked {
  std::vector<RunRoot> roots;
  std::vector<std::string> excluded;  // directories that are not entered
  Shard shard = {};                   // files of others are not there
  Links links = Links::kInRoot;
  // Whether files that failed are read again though they are as they were.
  bool retries_failed = false;
  // WithholdList::Hash(): files of which an article is withheld are read again
  // when it differs.
  std::uint64_t withheld = 0;
};

// Walks the roots.  `known` are the rows of the index; rows of other roots are
// left alone.
// A root that is not there, or a directory that cannot be read, is one failed
// row; nobody knows what has become of its files, so their rows stand.
FileChanges FindChanges(const Walked& walked, const FilesTable& known,
                        const Configuration& configuration, Instant now);

// What decides how a file of this format is read, as a number: the reader's
// version and its settings; for archives and files of no format, all formats
// there are.
std::uint64_t ReadingHash(const Format* format,
                          const Configuration& configuration);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_FILE_CHANGES_H_
