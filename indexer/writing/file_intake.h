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
#include "indexer/readers/numbered_articles.h"
#include "indexer/writing/build.h"
#include "indexer/writing/file_changes.h"
#include "indexer/writing/file_readers.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/librarian.h"
#include "indexer/writing/segment_in_hand.h"

namespace archive {

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

  // Takes the file, which is the next one that the readers give, and counts
  // what came of it.  Its articles take the place of those that the index has
  // of it, unless it is still being written, or is as it was; then these stay.
  // A file that fails is no error.
  // Returns the row, when it is another than before, in `rows`.
  // One that is read with a file that is still being written is put off, and
  // when it comes again left as the index has it.
  // Fails: kIo, kIndexDamaged.
  Status Take(FileToRead& file, FileReaders& readers, FilesTable& rows);
  const std::vector<FileToRead>& put_off() const { return put_off_; }
  // From here on nothing is put off; what was.
  std::vector<FileToRead> TakePutOff();

 private:
  Status TakeOpened(FileToRead& file, FileReaders& readers, FilesTable& rows);
  enum class Writing : std::uint8_t { kNone, kFile, kBeside };

  // What somebody is writing to: the file, or one that it was read with.
  Writing TakeArticles(FileToRead& file, FileReaders& readers);
  Writing WritingOf(const FileRow& row, const FileEnding& ending) const;
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
  std::vector<FileToRead> put_off_;
  bool puts_off_ = true;

  // Of the file in hand.
  std::string file_id_;
  Status former_read_ = Ok();  // what it had before could be read
  std::uint64_t rejections_ = 0;
  // Articles that it had before, by id, and has not had yet now.
  std::unordered_map<std::string, FormerArticle> former_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_FILE_INTAKE_H_
