// An open file, closed when the owner goes.
#ifndef ARCHIVE_COMMON_FILE_DESCRIPTOR_H_
#define ARCHIVE_COMMON_FILE_DESCRIPTOR_H_

#include <utility>

#include <unistd.h>

namespace archive {

// Owns: the descriptor.  Negative: none is open.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept
      : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor() {
    if (number_ >= 0) close(number_);
  }

  bool IsOpen() const { return number_ >= 0; }
  int Number() const { return number_; }
  // Gives the descriptor away.
  int Release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_FILE_DESCRIPTOR_H_
