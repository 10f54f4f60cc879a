// The files of a run → what is in them, read on all cores, handed over in their
// order.
//
// What it leaves to others: whether what was found enters the index
// (file_intake.h).
#ifndef ARCHIVE_INDEXER_WRITING_FILE_READERS_H_
#define ARCHIVE_INDEXER_WRITING_FILE_READERS_H_

#include <cstddef>
#include <span>
#include <thread>
#include <vector>

#include "indexer/readers/issue_pages.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/writing/build.h"
#include "indexer/writing/file_changes.h"
#include "indexer/writing/reading_queue.h"

namespace archive {

// Memory: what ReadAhead lets wait; for each thread what a reader needs of a
// file, or member, of at most kLargeBytes; one longer one.
// Owns: its threads, until destruction, which ends their reading.
// Threads: every call from the thread that made it.
class FileReaders {
 public:
  // Begins at once.  Lives: no longer than any of these.
  FileReaders(std::span<const FileToRead> files,
              const std::vector<RunRoot>& roots, const BuildOptions& options,
              IssuePages& issue_pages, ReadAhead ahead = {});
  FileReaders(const FileReaders&) = delete;
  FileReaders& operator=(const FileReaders&) = delete;
  ~FileReaders();

  // The next file; waits until its reading has begun.  Who has it may change
  // its FileToRead.
  // REQUIRES: there is one; Finish() was called for the one before, if it is
  // read.
  FileOpening Next() { return queue_.TakeOpening(); }
  // Tells the sink what is in it, in the order of the file, and how that ended.
  FileEnding Finish(const NumberedSink& sink);

 private:
  void Work();
  void Read(std::size_t file);
  std::vector<FileBeside> Stamped(const std::vector<std::string>& paths) const;

  std::span<const FileToRead> files_;
  const std::vector<RunRoot>& roots_;
  const BuildOptions& options_;
  IssuePages& issue_pages_;
  ReadingQueue queue_;
  std::vector<std::thread> threads_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_FILE_READERS_H_
