#include "common/index/librarian_text.h"

#include "common/file_system.h"

namespace archive {

Result<std::string> ReadLibrarianText(const std::string& index,
                                      const LibrarianText& file) {
  const std::string path = index + '/' + std::string(file.name);
  if (!FileExists(path)) return std::string();
  const Result<std::uint64_t> size = FileSize(path);
  if (size && *size > file.most_bytes) {
    return Error{ErrorCode::kConfiguration, path + " is too long",
                 std::string(file.without_it)};
  }
  Result<std::string> text = ReadRegularFile(path);
  if (!text) {
    return Error{ErrorCode::kConfiguration, text.error().message,
                 std::string(file.without_it)};
  }
  return text;
}

}  // namespace archive
