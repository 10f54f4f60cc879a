// Bytes that are read from front to back: a file on disk, a string, a member
// of an archive.
//
// To add a kind: derive from ByteSource.  What the bytes mean is left to the
// readers; looking ahead to BufferedBytes (buffered_bytes.h).
#ifndef ARCHIVE_INDEXER_SOURCES_BYTE_SOURCE_H_
#define ARCHIVE_INDEXER_SOURCES_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "common/file_descriptor.h"
#include "common/result.h"

namespace archive {

// Threads: one at a time.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // Fills the beginning of `to`; how many bytes, 0 at the end alone.
  // REQUIRES: !to.empty()
  virtual Result<std::size_t> Read(std::span<char> to) = 0;

  // How many bytes there are in all; nullopt for a source that cannot be read
  // from another place than where it stands.
  virtual std::optional<std::uint64_t> SeekableSize() const {
    return std::nullopt;
  }
  // REQUIRES: SeekableSize()
  virtual Status SeekTo(std::uint64_t /*offset*/) { return Ok(); }
};

// Lives: no longer than `bytes`.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  Result<std::size_t> Read(std::span<char> to) override;
  std::optional<std::uint64_t> SeekableSize() const override {
    return bytes_.size();
  }
  Status SeekTo(std::uint64_t offset) override;

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// A regular file.  By read(), not mmap: a file that shrinks while it is read
// gives fewer bytes and no signal.
// Owns: the descriptor.
class FileSource final : public ByteSource {
 public:
  // REQUIRES: a descriptor of a regular file, from OpenSourceFile.
  FileSource(FileDescriptor file, std::uint64_t size)
      : file_(std::move(file)), size_(size) {}

  Result<std::size_t> Read(std::span<char> to) override;
  std::optional<std::uint64_t> SeekableSize() const override { return size_; }
  Status SeekTo(std::uint64_t offset) override;

 private:
  FileDescriptor file_;
  std::uint64_t size_;  // as the system said when it was opened
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_BYTE_SOURCE_H_
