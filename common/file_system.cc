#include "common/file_system.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/failpoint.h"
#include "common/file_descriptor.h"

namespace archive {
namespace {

FileDescriptor OpenFile(const std::string& path, int flags) {
  return FileDescriptor(::open(path.c_str(), flags | O_CLOEXEC, 0666));
}

Status WriteAll(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return SystemError("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Ok();
}

Status SyncPath(const std::string& path, int flags) {
  const FileDescriptor file = OpenFile(path, flags);
  if (!file.IsOpen()) return SystemError("open", path);
  if (::fsync(file.Number()) != 0) return SystemError("sync", path);
  return Ok();
}

}  // namespace

Error SystemError(std::string_view doing, std::string_view path) {
  const int code = errno;
  std::string message = "cannot " + std::string(doing) + " ";
  message += path;
  message += ": " + std::generic_category().message(code);
  std::string hint;
  if (code == ENOSPC || code == EDQUOT)
    hint = "make room on that disk and run it again; what was published stays";
  if (code == EFBIG)
    hint =
        "this process may not write files that large (ulimit -f); what was "
        "published stays";
  return {ErrorCode::kIo, std::move(message), std::move(hint)};
}

Result<MappedFile> MappedFile::Open(const std::string& path) {
  const FileDescriptor file = OpenFile(path, O_RDONLY);
  if (!file.IsOpen()) return SystemError("open", path);
  struct stat status = {};
  if (::fstat(file.Number(), &status) != 0) return SystemError("stat", path);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return MappedFile();
  void* const address =
      ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.Number(), 0);
  if (address == MAP_FAILED) return SystemError("map", path);
  return MappedFile(std::string_view(static_cast<const char*>(address), size));
}

MappedFile::~MappedFile() {
  // munmap takes void*, the view is const: nothing is written through it.
  if (!bytes_.empty())
    ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

Result<std::string> ReadFile(const std::string& path) {
  const FileDescriptor file = OpenFile(path, O_RDONLY);
  if (!file.IsOpen()) return SystemError("open", path);
  std::string bytes;
  std::string buffer(1U << 16, '\0');
  for (;;) {
    const ssize_t got = ::read(file.Number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError("read", path);
    if (got == 0) return bytes;
    bytes.append(buffer, 0, static_cast<std::size_t>(got));
  }
}

Result<std::string> ReadRegularFile(const std::string& path) {
  // Without O_NONBLOCK opening a pipe waits for somebody to write into it.
  const FileDescriptor file = OpenFile(path, O_RDONLY | O_NONBLOCK);
  if (!file.IsOpen()) return SystemError("open", path);
  struct stat status = {};
  if (::fstat(file.Number(), &status) != 0) return SystemError("stat", path);
  if (!S_ISREG(status.st_mode))
    return Error{ErrorCode::kIo, path + " is no file", ""};
  return ReadFile(path);
}

Status WriteFile(const std::string& path, std::string_view bytes) {
  const std::array<std::string_view, 1> parts = {bytes};
  return WriteFile(path, parts);
}

Status WriteFile(const std::string& path,
                 std::span<const std::string_view> parts) {
  const FileDescriptor file = OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (!file.IsOpen()) return SystemError("create", path);
  for (const std::string_view part : parts)
    RETURN_IF_ERROR(WriteAll(file.Number(), part, path));
  if (::fsync(file.Number()) != 0) return SystemError("sync", path);
  return Ok();
}

Status ReplaceFile(const std::string& path, std::string_view bytes) {
  const std::filesystem::path target(path);
  const std::string directory = target.parent_path().string();
  // Hidden, and in the same directory, since a rename stays in a file system.
  const std::string fresh =
      fmt::format("{}/.{}.{}", directory.empty() ? "." : directory,
                  target.filename().string(), ::getpid());
  Status status = WriteFile(fresh, bytes);
  Failpoint("replacement-written");
  if (status) status = Rename(fresh, path);
  if (!status) {
    static_cast<void>(RemoveTree(fresh));
    return status;
  }
  return SyncDirectory(directory.empty() ? "." : directory);
}

bool IsLeftByReplacing(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return name.starts_with('.') && dot > 0 && dot + 1 < name.size() &&
         name.find_first_not_of("0123456789", dot + 1) ==
             std::string_view::npos;
}

Status SyncFile(const std::string& path) {
  return SyncPath(path, O_RDONLY);
}

Status SyncDirectory(const std::string& path) {
  return SyncPath(path, O_RDONLY | O_DIRECTORY);
}

Status Rename(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0)
    return SystemError("rename", from);
  return Ok();
}

Status MakeDirectories(const std::string& path) {
  std::error_code code;
  std::filesystem::create_directories(path, code);
  if (!code) return Ok();
  errno = code.value();
  return SystemError("create", path);
}

Status RemoveTree(const std::string& path) {
  std::error_code code;
  std::filesystem::remove_all(path, code);
  if (!code) return Ok();
  errno = code.value();
  return SystemError("remove", path);
}

bool FileExists(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0;
}

std::string AbsolutePath(const std::string& path) {
  std::error_code code;
  const auto real = std::filesystem::canonical(path, code);
  return code ? path : real.string();
}

Result<std::uint64_t> FileSize(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return SystemError("stat", path);
  return static_cast<std::uint64_t>(status.st_size);
}

Result<std::vector<std::string>> ListDirectory(const std::string& path) {
  std::vector<std::string> names;
  std::error_code code;
  std::filesystem::directory_iterator it(path, code);
  if (code == std::errc::no_such_file_or_directory) return names;
  for (const std::filesystem::directory_iterator end; !code && it != end;
       it.increment(code)) {
    names.push_back(it->path().filename().string());
  }
  if (code) {
    errno = code.value();
    return SystemError("list", path);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace archive
