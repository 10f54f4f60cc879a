#include "indexer/sources/source_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

#include "common/file_descriptor.h"

namespace archive {
namespace {

Error SystemError(int error_number) {
  const ErrorCode code =
      error_number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
  return {code, SystemMessage(error_number)};
}

}  // namespace

Result<std::unique_ptr<FileSource>> OpenSourceFile(const std::string& path) {
  // A pipe would wait for its writer without O_NONBLOCK.
  FileDescriptor file(
      open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.IsOpen()) return SystemError(errno);
  struct stat status = {};
  if (fstat(file.Number(), &status) != 0) return SystemError(errno);
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::kIo, "not a file"};
  return std::make_unique<FileSource>(
      std::move(file), static_cast<std::uint64_t>(status.st_size));
}

std::string SystemMessage(int error_number) {
  std::string message = std::generic_category().message(error_number);
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z')
    message[0] = static_cast<char>(message[0] + 32);
  return message;
}

}  // namespace archive
