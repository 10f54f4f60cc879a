// What the readers of several files find, handed over file by file in the
// files' order: so what a run does with it cannot depend on which thread was
// how fast.
//
// Threads read ahead as far as ReadAhead lets.  Who is at the first file may
// always go on, and waits for nobody but the taker; so the queue never stands
// still.
#ifndef ARCHIVE_INDEXER_WRITING_READING_QUEUE_H_
#define ARCHIVE_INDEXER_WRITING_READING_QUEUE_H_

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/readers/source_articles.h"
#include "indexer/writing/files_table.h"

namespace archive {

// How far threads read ahead of who takes what they find.
struct ReadAhead {
  std::size_t files = 256;
  // Of all that waits to be taken; each thread may add one piece to that.
  std::uint64_t bytes = std::uint64_t{16} << 20;
};

// A file as it was when its reading began.
struct FileOpening {
  FileStamp stamp;
  bool is_fresh = false;  // somebody is writing it: it is not read
  Status opened = Ok();

  bool IsRead() const { return !is_fresh && opened; }
};

// A file that was read for another one: a page of an issue.
struct FileBeside {
  std::string path;
  FileStamp stamp;        // behind the reading
  bool is_fresh = false;  // somebody is writing it
};

// How the reading of a file ended.
struct FileEnding {
  SourceNature nature;
  std::vector<FileBeside> beside;
};

// Threads: the functions of readers from any, those of the taker from one.
class ReadingQueue {
 public:
  // REQUIRES: limits.files > 0
  ReadingQueue(std::size_t files, ReadAhead limits)
      : files_(files), limits_(limits) {}
  ReadingQueue(const ReadingQueue&) = delete;
  ReadingQueue& operator=(const ReadingQueue&) = delete;

  // For readers.  A file is named by its place; one that is not read is over
  // when it was opened.

  // The next file to read, for the caller alone; what was left to be read later
  // is read before it.  Waits while too much waits.  nullopt: all are read, or
  // nobody wants them any more.
  std::optional<std::size_t> NextFile();
  void Open(std::size_t file, FileOpening opening);
  // Waits while too much waits.
  void Add(std::size_t file, ReadPiece piece);
  // Read by whichever thread has time; what it finds has its place here.
  void AddLater(std::size_t file, LaterReading later);
  // Waits until all files before it have been taken.
  void WaitForTurn(std::size_t file);
  void End(std::size_t file, FileEnding ending);
  bool IsStopped() const { return is_stopped_; }

  // For the taker, in this order for each file; one that is not read has an
  // opening alone.  They wait for what they give.

  FileOpening TakeOpening();
  // nullopt behind the last.
  std::optional<ReadPiece> TakePiece();
  FileEnding TakeEnding();
  // From here on readers find nothing more to do.
  void Stop();

 private:
  using Lock = std::unique_lock<std::mutex>;

  struct Piece {
    ReadPiece read;
    bool is_read = false;
  };
  struct OpenFile {
    std::optional<FileOpening> opening;
    std::deque<Piece> pieces;
    std::optional<FileEnding> ending;
  };
  struct Task {
    Piece* piece;
    std::function<ReadPiece()> read;
  };

  OpenFile& FileAt(std::size_t file) { return open_[file - first_]; }
  bool MayClaim() const;
  bool HasRoomFor(std::size_t file);
  // Waits for `condition`, and reads meanwhile what was left for later.
  template <typename Condition>
  void WaitUsefully(Lock& lock, Condition condition);
  bool ReadTask(Lock& lock);
  void NoteReadingOver();
  void PopFile();

  const std::size_t files_;
  const ReadAhead limits_;
  std::mutex mutex_;
  std::condition_variable for_readers_;
  std::condition_variable for_taker_;
  std::size_t first_ = 0;       // whose turn it is to be taken
  std::size_t next_ = 0;        // to be read
  std::size_t in_reading_ = 0;  // files
  std::deque<OpenFile> open_;   // from `first_` to `next_`
  std::deque<Task> tasks_;
  std::uint64_t waiting_bytes_ = 0;
  std::atomic<bool> is_stopped_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_READING_QUEUE_H_
