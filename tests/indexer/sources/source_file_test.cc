#include "indexer/sources/source_file.h"

#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "indexer/sources/buffered_bytes.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

Result<std::string> ReadAll(const std::string& path) {
  ASSIGN_OR_RETURN(const auto source, OpenSourceFile(path));
  BufferedBytes bytes(*source);
  std::string all = bytes.TakeAll(std::uint64_t{1} << 30).bytes;
  RETURN_IF_ERROR(Status(bytes.status()));
  return all;
}

TEST(SourceFile, AllBytes) {
  const TempDir dir;
  for (const std::size_t size : {0U, 1U, 4096U, 1'000'003U}) {
    const std::string bytes(size, 'x');
    const auto read = ReadAll(dir.Write("a", bytes));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, bytes);
  }
}

TEST(SourceFile, WhatTheSystemSaysToBeShortIsReadToItsEnd) {
  const auto read = ReadAll("/proc/self/status");
  ASSERT_TRUE(read);
  EXPECT_NE(read->find("Name:"), std::string::npos);
}

TEST(SourceFile, Errors) {
  const TempDir dir;
  const auto missing = ReadAll((dir.Path() / "none").string());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().message, "no such file or directory");
  const auto directory = ReadAll(dir.Path().string());
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().code, ErrorCode::kIo);
  const std::string pipe = (dir.Path() / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_FALSE(ReadAll(pipe));
}

}  // namespace
}  // namespace archive
