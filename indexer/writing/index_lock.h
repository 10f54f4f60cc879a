// The lock of an index: one run at a time.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_LOCK_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_LOCK_H_

#include <string>

#include "common/dates/day.h"
#include "common/result.h"

namespace archive {

// Owns: an flock(2) on DIR/lock, which the system gives back when the process
// ends, however it ends; what the file says is for people.
class IndexLock {
 public:
  // Fails: kIndexLocked (says who holds it and since when), kIo.
  static Result<IndexLock> Take(const std::string& index, Instant now);
  ~IndexLock();
  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&& other) noexcept;

 private:
  explicit IndexLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_LOCK_H_
