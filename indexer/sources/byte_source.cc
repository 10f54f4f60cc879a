#include "indexer/sources/byte_source.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

#include "indexer/sources/source_file.h"

namespace archive {

Result<std::size_t> MemorySource::Read(std::span<char> to) {
  const std::string_view part = bytes_.substr(at_, to.size());
  std::copy(part.begin(), part.end(), to.begin());
  at_ += part.size();
  return part.size();
}

Status MemorySource::SeekTo(std::uint64_t offset) {
  at_ =
      static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes_.size()));
  return Ok();
}

Result<std::size_t> FileSource::Read(std::span<char> to) {
  for (;;) {
    const ssize_t got = read(file_.Number(), to.data(), to.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return Error{ErrorCode::kIo, SystemMessage(errno)};
  }
}

Status FileSource::SeekTo(std::uint64_t offset) {
  if (lseek(file_.Number(), static_cast<off_t>(offset), SEEK_SET) < 0)
    return Error{ErrorCode::kIo, SystemMessage(errno)};
  return Ok();
}

}  // namespace archive
