// One file of a run: its articles → the segment in hand, what came of it → the
// run's report and the file's row.
#ifndef ARCHIVE_INDEXER_WRITING_FILE_INTAKE_H_
#define ARCHIVE_INDEXER_WRITING_FILE_INTAKE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/open_index.h"
#include "indexer/readers/issue_pages.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/sources/byte_source.h"
#include "indexer/writing/build.h"
#include "indexer/writing/file_changes.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/librarian.h"
#include "indexer/writing/segment_in_hand.h"

namespace archive {

// The root of the run in which the row's file lies.
const SourceRoot& RootOf(const std::vector<RunRoot>& roots, const FileRow& row);
// The id of the row's file, as its articles have it.
std::string FileIdOf(const std::vector<RunRoot>& roots, const FileRow& row);

// Counts a file that failed and had not failed before.
void NoteNewFailure(FileProblem problem, const BuildOptions& options,
                    BuildReport& report);

// Threads: none.
class FileIntake {
 public:
  // Of `replaced` articles keep their arrival; none: there is nothing.  Lives:
  // no longer than any of these.
  FileIntake(const BuildOptions& options, const std::vector<RunRoot>& roots,
             IndexWriter& writer, SegmentInHand& segment,
             const Librarian& librarian, BuildReport& report,
             const OpenIndex* replaced);

  // Reads the file and counts what came of it.  Its articles take the place of
  // those that the index has of it, unless it is still being written, or is as
  // it was; then these stay.  A file that fails is no error.
  // Returns the row, when it is another than before, in `rows`.
  // Fails: kIo, kIndexDamaged.
  Status Read(FileToRead& file, FilesTable& rows);

 private:
  Status ReadOpened(ByteSource& source, const std::string& path,
                    FileToRead& file, FilesTable& rows);
  void ReadArticles(ByteSource& source, FileToRead& file);
  void TakeArticle(NumberedArticle numbered, FileRow& row);
  void KeepArrival(const Article& article, Arrival& arrival);
  void KeepReplaced(const Article& article, Arrival& arrival);
  void KeepEarlier(const Article& article, const Result<std::string>& former,
                   Arrival& arrival);
  void Reject(const Rejection& rejection, FileRow& row);
  static void Skip(std::string_view reason, FileRow& row);
  void SetFailedSince(FileToRead& file) const;
  void NoteOutcome(const FileToRead& file, FilesTable& rows);
  void Postpone(const FileToRead& file, std::string_view reason,
                FilesTable& rows);

  const BuildOptions& options_;
  const std::vector<RunRoot>& roots_;
  IndexWriter& writer_;
  SegmentInHand& segment_;
  const Librarian& librarian_;
  BuildReport& report_;
  const OpenIndex* replaced_;
  IssuePages issue_pages_;

  // Of the file in hand.
  std::string file_id_;
  Status former_read_ = Ok();  // what it had before could be read
  std::uint64_t rejections_ = 0;
  // Articles that it had before, by id, and has not had yet now.
  std::unordered_map<std::string, FormerArticle> former_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_FILE_INTAKE_H_
