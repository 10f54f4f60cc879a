// Every source file of an index: its stamp, what came of it.  The `files` file
// of a generation.
//
//     FPTB bytes, FPTO u64#  paths in their roots, sorted by root, then bytes
//     FROT u32#   root of each (its place among the generation's roots)
//     FSIZ FMTM FCTM FINO FRDG u64#  its stamp: size in bytes, time of content
//                 and of change (nanoseconds since 1970), inode, and a hash of
//                 what else decides how the file is read
//     FOUT u8#    outcome: 0 indexed, 1 skipped, 2 failed
//     FART u32#   articles it holds in the index
//     FFMB bytes, FFMO u64#  name of the format
//     FRSB bytes, FRSO u64#  why it was skipped or what failed
//     FSIN i64#   since when it fails (seconds UTC); 0: it does not
//     FDUE i64#   from when on it is read again though it did not change
//                 (seconds UTC); 0: never.  Missing when all are 0, as the next
//     FWHD u32#   articles that are withheld
// where # is behind packed numbers (common/index/packed_numbers.h).
#ifndef ARCHIVE_INDEXER_WRITING_FILES_TABLE_H_
#define ARCHIVE_INDEXER_WRITING_FILES_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/dates/day.h"
#include "common/index/section_file.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kFilesKind = {"FILE", 1, 1};

// By what a change of a file is noticed.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::int64_t ctime_ns = 0;
  std::uint64_t inode = 0;
  // Version of the reader and the settings it obeys, as a hash.
  std::uint64_t reading = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

enum class FileOutcome : std::uint8_t {
  kIndexed = 0,
  kSkipped = 1,
  kFailed = 2
};

struct FileRow {
  std::uint32_t root = 0;
  std::string path;  // in the root, as the system names it
  FileStamp stamp;
  FileOutcome outcome = FileOutcome::kIndexed;
  std::uint32_t articles = 0;
  std::string format;
  std::string reason;
  Instant failed_since = 0;
  Instant due = 0;             // 0: it is read again when it changes
  std::uint32_t withheld = 0;  // articles that did not enter the index

  friend bool operator==(const FileRow&, const FileRow&) = default;
};

// Sorted by root, then path.
using FilesTable = std::vector<FileRow>;

bool ComesBefore(const FileRow& a, const FileRow& b);

// `files` with the rows of `changed`, which may be new and in any order, and
// without those of `gone`.
FilesTable Updated(FilesTable files, FilesTable changed,
                   const FilesTable& gone);

Status WriteFilesTable(const FilesTable& files, const OwnerId& owner,
                       const std::string& path);
Result<FilesTable> ReadFilesTable(const std::string& path);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_FILES_TABLE_H_
