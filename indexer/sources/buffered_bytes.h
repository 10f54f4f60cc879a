// A ByteSource with a view of what comes next.
//
// Formats that are read piece by piece, however long the file, are read through
// it; what is in a piece is left to them.
#ifndef ARCHIVE_INDEXER_SOURCES_BUFFERED_BYTES_H_
#define ARCHIVE_INDEXER_SOURCES_BUFFERED_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/sources/byte_source.h"

namespace archive {

// A line, without its end.
struct TakenLine {
  std::string_view text;  // the beginning of one that is too long
  std::size_t size = 0;   // of the whole line
  bool is_cut = false;
};

// Memory: what was peeked at, or the longest line, and 64 KiB.
// Lives: no longer than the source.
// Fails: a source that cannot be read further ends early, and status() says
// why.
class BufferedBytes final : public ByteSource {
 public:
  explicit BufferedBytes(ByteSource& source) : source_(source) {}

  // What comes next: `least` bytes or more, fewer at the end alone.  Holds
  // until the next call.
  std::string_view Peek(std::size_t least);
  // REQUIRES: count <= bytes last peeked at
  void Consume(std::size_t count);
  // How many of `count` bytes there were to pass over.
  std::uint64_t Skip(std::uint64_t count);

  // The next line, of at most `max_bytes` characters; nullopt at the end.  Its
  // text holds until the next call.
  std::optional<TakenLine> TakeLine(std::size_t max_bytes);

  // All that is left, when it is `max_bytes` at most; else some of it.
  struct Rest {
    std::string bytes;
    bool is_cut = false;
  };
  Rest TakeAll(std::uint64_t max_bytes);

  // Where in the source the next byte stands.
  std::uint64_t offset() const { return offset_; }
  const Status& status() const { return status_; }

  Result<std::size_t> Read(std::span<char> to) override;
  std::optional<std::uint64_t> SeekableSize() const override {
    return source_.SeekableSize();
  }
  Status SeekTo(std::uint64_t offset) override;

 private:
  // Whether more bytes came.
  bool Fill();
  std::string_view Buffered() const {
    return std::string_view(buffer_).substr(begin_);
  }

  ByteSource& source_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not consumed
  std::uint64_t offset_ = 0;
  bool at_end_ = false;
  Status status_ = Ok();
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_BUFFERED_BYTES_H_
