// Files as the index needs them: mapped in for reading, written durably.
//
// Every function names the file in its Error and says what the system said.
#ifndef ARCHIVE_COMMON_FILE_SYSTEM_H_
#define ARCHIVE_COMMON_FILE_SYSTEM_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace archive {

// A whole file, mapped in read-only.
// Owns: the mapping.  Lives: views into bytes() until destruction; removing or
// renaming the file meanwhile changes nothing.  Threads: const methods any.
// The file must not be changed in place or cut by others while mapped.
class MappedFile {
 public:
  static Result<MappedFile> Open(const std::string& path);
  MappedFile() = default;
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  std::string_view bytes_;
};

// The Error of the system call that just failed: "cannot open x: reason".
Error SystemError(std::string_view doing, std::string_view path);

Result<std::string> ReadFile(const std::string& path);
// The same, but for pipes and devices, which may never end: kIo for them.
Result<std::string> ReadRegularFile(const std::string& path);

// Writes and syncs the file; its directory is not synced.
Status WriteFile(const std::string& path, std::string_view bytes);
// The same for parts that are written one behind the other.
Status WriteFile(const std::string& path,
                 std::span<const std::string_view> parts);

// Puts a file with these bytes in the place of the one that may be there: who
// opens it sees the old one or the new one, whole, after a crash too.
Status ReplaceFile(const std::string& path, std::string_view bytes);
// Whether a name is that of a file that a program was killed over while it
// wrote it for ReplaceFile.
bool IsLeftByReplacing(std::string_view name);

Status SyncFile(const std::string& path);
Status SyncDirectory(const std::string& path);
Status Rename(const std::string& from, const std::string& to);
Status MakeDirectories(const std::string& path);
// All that lies below `path`, and itself; what is not there is no error.
Status RemoveTree(const std::string& path);
bool FileExists(const std::string& path);
// Without links and dots; `path` itself where there is no such file.
std::string AbsolutePath(const std::string& path);
Result<std::uint64_t> FileSize(const std::string& path);
// Names (not paths) in a directory, sorted; none when it is not there.
Result<std::vector<std::string>> ListDirectory(const std::string& path);

}  // namespace archive

#endif  // ARCHIVE_COMMON_FILE_SYSTEM_H_
