#include "common/index/index_layout.h"

#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(IndexLayout, StubsComeBack) {
  const std::string text = FormatStub({17, {3, 42}});
  EXPECT_EQ(
      text,
      "auto generations/17\nauto segments/000003\nauto segments/000042\n");
  const Result<Stub> stub = ParseStub(text, "XAPIANDB");
  ASSERT_TRUE(stub);
  EXPECT_EQ(stub->generation, 17U);
  EXPECT_EQ(stub->segments, (std::vector<SegmentNumber>{3, 42}));
}

TEST(IndexLayout, OtherStubsAreRefused) {
  for (const char* text :
       {"", "auto segments/000001\n", "auto generations/1", "hello\n",
        "auto generations/x\n", "auto generations/1\nauto segments/-1\n",
        "auto generations/1\nremote host:1\n",
        "auto generations/99999999999\n"}) {
    const Result<Stub> stub = ParseStub(text, "DIR/XAPIANDB");
    ASSERT_FALSE(stub) << text;
    EXPECT_EQ(stub.error().code, ErrorCode::kIndexDamaged);
    EXPECT_NE(stub.error().message.find("DIR/XAPIANDB"), std::string::npos);
  }
}

TEST(IndexLayout, WhereTheIndexLies) {
  setenv("HOME", "/home/jo", 1);
  unsetenv("ARCHIVE_INDEX_DB");
  unsetenv("XDG_DATA_HOME");
  EXPECT_EQ(IndexDirectoryFor(""),
            "/home/jo/.local/share/archive-index/default");
  setenv("XDG_DATA_HOME", "/data", 1);
  EXPECT_EQ(IndexDirectoryFor(""), "/data/archive-index/default");
  setenv("ARCHIVE_INDEX_DB", "/db", 1);
  EXPECT_EQ(IndexDirectoryFor(""), "/db");
  EXPECT_EQ(IndexDirectoryFor("here"), "here");
}

}  // namespace
}  // namespace archive
