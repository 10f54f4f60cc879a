// A directory of the test's own, gone with it.
#ifndef ARCHIVE_TESTS_SUPPORT_TEMP_DIR_H_
#define ARCHIVE_TESTS_SUPPORT_TEMP_DIR_H_

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <stdlib.h>

namespace archive {

// Owns: the directory and all in it.
class TempDir {
 public:
  TempDir() {
    std::string name =
        (std::filesystem::temp_directory_path() / "archive-test-XXXXXX")
            .string();
    path_ = mkdtemp(name.data());
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::filesystem::path& Path() const { return path_; }

  // Makes the file and the directories above it; its path.
  std::string Write(const std::filesystem::path& name,
                    std::string_view bytes) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_TEMP_DIR_H_
