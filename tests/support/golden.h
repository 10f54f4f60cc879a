// Expected files: tests/golden/NAME.  With UPDATE_GOLDEN=1 in the environment
// they are written anew; the diff is then for a person to read.
#ifndef ARCHIVE_TESTS_SUPPORT_GOLDEN_H_
#define ARCHIVE_TESTS_SUPPORT_GOLDEN_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace archive {

inline void ExpectGolden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path =
      std::filesystem::path(ARCHIVE_SOURCE_DIR) / "tests/golden" / name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path << " is missing: run with UPDATE_GOLDEN=1";
  std::ostringstream expected;
  expected << in.rdbuf();
  EXPECT_EQ(actual, expected.str()) << path;
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_GOLDEN_H_
