#include "indexer/sources/source_file.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "common/file_descriptor.h"

namespace archive {
namespace {

Error SystemError(int error_number) {
  const ErrorCode code =
      error_number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
  return {code, SystemMessage(error_number)};
}

Error TooLong(std::uint64_t max_bytes) {
  return {ErrorCode::kBadInput,
          fmt::format("longer than {} MiB", max_bytes >> 20)};
}

}  // namespace

Result<std::string> ReadSourceFile(const std::string& path,
                                   std::uint64_t max_bytes) {
  // A pipe would wait for its writer without O_NONBLOCK.
  const FileDescriptor file(
      open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.IsOpen()) return SystemError(errno);
  struct stat status = {};
  if (fstat(file.Number(), &status) != 0) return SystemError(errno);
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::kIo, "not a file"};
  const auto expected = static_cast<std::uint64_t>(status.st_size);
  if (expected > max_bytes) return TooLong(max_bytes);
  std::string bytes;
  std::size_t length = 0;
  // One byte more than expected, so that the end is met in the first round.
  bytes.resize(static_cast<std::size_t>(expected) + 1);
  for (;;) {
    const ssize_t got =
        read(file.Number(), bytes.data() + length, bytes.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length > max_bytes) return TooLong(max_bytes);
    if (length == bytes.size()) bytes.resize(length * 2);
  }
  bytes.resize(length);
  return bytes;
}

std::string SystemMessage(int error_number) {
  std::string message = std::generic_category().message(error_number);
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z')
    message[0] = static_cast<char>(message[0] + 32);
  return message;
}

}  // namespace archive
