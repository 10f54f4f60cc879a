// The lock of an index: one run at a time.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_LOCK_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_LOCK_H_

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "common/dates/day.h"
#include "common/file_descriptor.h"
#include "common/result.h"

namespace archive {

// Asked while another run holds the lock; false: give up.
using KeepWaiting = std::function<bool()>;
inline bool WaitNoTime() {
  return false;
}

struct LockFile {
  std::string path;
  std::string_view busy;
  std::string_view hint;
};

// Owns: an flock(2) on DIR/lock, which the system gives back when the process
// ends, however it ends; what the file says is for people.
class IndexLock {
 public:
  // Fails: kIndexLocked (says who holds it and since when), kIo.
  static Result<IndexLock> Take(const std::string& index, Instant now,
                                const KeepWaiting& waits = WaitNoTime);
  // The same with another file, which is made, and what is said when another
  // process has it.
  static Result<IndexLock> TakeFile(const LockFile& file, Instant now,
                                    const KeepWaiting& waits);
  ~IndexLock();
  IndexLock(IndexLock&& other) noexcept = default;
  IndexLock& operator=(IndexLock&& other) noexcept = default;

 private:
  explicit IndexLock(FileDescriptor file) : file_(std::move(file)) {}
  FileDescriptor file_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_LOCK_H_
