#include "indexer/sources/source_file.h"

#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/temp_dir.h"

namespace archive {
namespace {

TEST(SourceFile, AllBytes) {
  const TempDir dir;
  for (const std::size_t size : {0U, 1U, 4096U, 1'000'003U}) {
    const std::string bytes(size, 'x');
    const auto read = ReadSourceFile(dir.Write("a", bytes));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, bytes);
  }
}

TEST(SourceFile, WhatTheSystemSaysToBeShortIsReadToItsEnd) {
  const auto read = ReadSourceFile("/proc/self/status");
  ASSERT_TRUE(read);
  EXPECT_NE(read->find("Name:"), std::string::npos);
}

TEST(SourceFile, Errors) {
  const TempDir dir;
  const auto missing = ReadSourceFile((dir.Path() / "none").string());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().message, "no such file or directory");
  const auto directory = ReadSourceFile(dir.Path().string());
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().code, ErrorCode::kIo);
  const std::string pipe = (dir.Path() / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_FALSE(ReadSourceFile(pipe));
  const auto large = ReadSourceFile(dir.Write("a", "12345"), 4);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::kBadInput);
}

}  // namespace
}  // namespace archive
