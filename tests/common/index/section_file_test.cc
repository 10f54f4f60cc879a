#include "common/index/section_file.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace archive {
namespace {

constexpr FileKind kKind = {"TEST", 2, 1};

class SectionFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    SectionFileWriter writer(kKind, {1, 2, 3});
    writer.Add(MakeTag("NUMS"), std::vector<std::uint32_t>{7, 8, 9});
    writer.Add(MakeTag("TEXT"), std::string("hello"));
    writer.AddPacked(MakeTag("PACK"), std::vector<std::int32_t>{-4, 1000, 9});
    writer.Add(MakeTag("MORE"), std::string("later"), Need::kOptional);
    ASSERT_TRUE(writer.Write(path_));
  }
  std::string Bytes() const { return *ReadFile(path_); }
  void Replace(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary) << bytes;
  }

  TempDir directory_;
  std::string path_ = (directory_.Path() / "file").string();
};

TEST_F(SectionFileTest, WhatIsWrittenIsRead) {
  const Result<SectionFile> file = SectionFile::Open(path_, kKind);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->owner()[2], 3);
  EXPECT_EQ(file->Section(MakeTag("TEXT")), "hello");
  EXPECT_EQ(file->Section(MakeTag("NONE")), "");
  const auto numbers = file->Array<std::uint32_t>(MakeTag("NUMS"), 3);
  ASSERT_TRUE(numbers);
  EXPECT_EQ((*numbers)[2], 9U);
  EXPECT_FALSE(file->Array<std::uint32_t>(MakeTag("NUMS"), 4));
  EXPECT_FALSE(file->Array<std::uint64_t>(MakeTag("TEXT")));
  const auto packed = file->Packed<std::int32_t>(MakeTag("PACK"), 3);
  ASSERT_TRUE(packed);
  EXPECT_EQ(std::vector<std::int32_t>(packed->begin(), packed->end()),
            (std::vector<std::int32_t>{-4, 1000, 9}));
  EXPECT_FALSE(file->Packed<std::int32_t>(MakeTag("PACK"), 4));
  EXPECT_FALSE(file->Packed<std::int32_t>(MakeTag("NONE")));
  // Nothing that is packed is taken for something plain, or the reverse.
  EXPECT_FALSE(file->Array<std::uint8_t>(MakeTag("PACK")));
  EXPECT_FALSE(file->Packed<std::uint32_t>(MakeTag("NUMS")));
  EXPECT_TRUE(file->CheckSections());
}

// Bytes on disk: what docs/index-format.md says of them.
TEST_F(SectionFileTest, PackedNumbersLieAsTheDocumentSays) {
  SectionFileWriter writer(kKind, {});
  writer.AddPacked(MakeTag("PACK"), std::vector<std::uint32_t>{21, 20, 23});
  ASSERT_TRUE(writer.Write(path_));
  const std::string bytes = Bytes();
  ASSERT_EQ(bytes.size(), 64U + 48 + 8 + 8);
  EXPECT_EQ(bytes.substr(64, 8), std::string("PACK\3\0\2\0", 8));
  EXPECT_EQ(bytes.substr(64 + 32, 16),
            std::string("\x14\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0", 16));
  EXPECT_EQ(bytes.substr(64 + 48),
            std::string(1, 0b110001) + std::string(15, '\0'));
}

TEST_F(SectionFileTest, NeededSectionsMustBeKnown) {
  const Result<SectionFile> file = SectionFile::Open(path_, kKind);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->Array<std::uint32_t>(MakeTag("NUMS")));
  ASSERT_TRUE(file->Packed<std::int32_t>(MakeTag("PACK")));
  const Status refused = file->RefuseUnknown();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kSchemaMismatch);
  EXPECT_NE(refused.error().message.find("TEXT"), std::string::npos);
  EXPECT_EQ(file->Section(MakeTag("TEXT")), "hello");
  EXPECT_TRUE(file->RefuseUnknown());  // MORE is optional
}

TEST_F(SectionFileTest, OtherKindsAndVersionsAreRefused) {
  const auto other = SectionFile::Open(path_, {"OTHR", 2, 1});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::kIndexDamaged);
  SectionFileWriter newer({"TEST", 9, 3}, {});
  ASSERT_TRUE(newer.Write(path_));
  const auto too_new = SectionFile::Open(path_, kKind);
  ASSERT_FALSE(too_new);
  EXPECT_EQ(too_new.error().code, ErrorCode::kSchemaMismatch);
  SectionFileWriter compatible({"TEST", 9, 2}, {});
  ASSERT_TRUE(compatible.Write(path_));
  EXPECT_TRUE(SectionFile::Open(path_, kKind));
}

TEST_F(SectionFileTest, EveryCutIsNoticed) {
  const std::string whole = Bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Replace(whole.substr(0, size));
    const auto file = SectionFile::Open(path_, kKind);
    ASSERT_FALSE(file) << size;
    EXPECT_NE(file.error().message.find(path_), std::string::npos);
  }
}

// At opening, or by the checksums and the zeros between the sections.
TEST_F(SectionFileTest, EveryFlipIsNoticed) {
  const std::string whole = Bytes();
  std::size_t unnoticed = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    Replace(flipped);
    const auto file = SectionFile::Open(path_, kKind);
    if (file && file->CheckSections()) ++unnoticed;
  }
  EXPECT_EQ(unnoticed, 0U);
}

TEST_F(SectionFileTest, StringTablesNeverReadOutside) {
  StringTable table;
  table.Add("one");
  table.Add("");
  table.Add("three");
  SectionFileWriter writer(kKind, {});
  std::vector<std::uint64_t> offsets = table.offsets;
  writer.Add(MakeTag("BYTE"), table.bytes);
  writer.AddPacked(MakeTag("OFFS"), offsets);
  offsets[1] = 1'000'000;
  writer.AddPacked(MakeTag("EVIL"), offsets);
  ASSERT_TRUE(writer.Write(path_));
  const auto file = SectionFile::Open(path_, kKind);
  ASSERT_TRUE(file);
  const auto good =
      StringTableView::Open(*file, MakeTag("BYTE"), MakeTag("OFFS"));
  ASSERT_TRUE(good);
  EXPECT_EQ(good->size(), 3U);
  EXPECT_EQ((*good)[0], "one");
  EXPECT_EQ((*good)[1], "");
  EXPECT_EQ((*good)[2], "three");
  EXPECT_EQ((*good)[3], "");
  const auto evil =
      StringTableView::Open(*file, MakeTag("BYTE"), MakeTag("EVIL"));
  ASSERT_TRUE(evil);
  EXPECT_EQ((*evil)[0], "");
  EXPECT_EQ((*evil)[1], "");
  evil->EachWithPart("e", 0, evil->size(),
                     [&evil](std::size_t i) { EXPECT_LT(i, evil->size()); });
}

TEST_F(SectionFileTest, StringTablesFindParts) {
  StringTable table;
  for (const char* const word : {"ab", "", "abab", "b", "ba", "c", "aab"})
    table.Add(word);
  SectionFileWriter writer(kKind, {});
  writer.Add(MakeTag("BYTE"), MakeTag("OFFS"), table);
  ASSERT_TRUE(writer.Write(path_));
  const auto file = SectionFile::Open(path_, kKind);
  ASSERT_TRUE(file);
  const auto words =
      StringTableView::Open(*file, MakeTag("BYTE"), MakeTag("OFFS"));
  ASSERT_TRUE(words);
  for (const char* const part :
       {"a", "b", "ab", "ba", "aba", "bb", "ca", "z"}) {
    for (std::size_t begin = 0; begin <= words->size(); ++begin) {
      std::vector<std::size_t> expected;
      for (std::size_t i = begin; i < words->size(); ++i) {
        if ((*words)[i].find(part) != std::string_view::npos)
          expected.push_back(i);
      }
      std::vector<std::size_t> found;
      words->EachWithPart(part, begin, words->size(),
                          [&found](std::size_t i) { found.push_back(i); });
      EXPECT_EQ(found, expected) << part << " from " << begin;
    }
  }
}

}  // namespace
}  // namespace archive
