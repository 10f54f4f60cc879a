#include "common/index/token_stream.h"

#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(TokenStream, CodesOfEveryWidthComeBack) {
  std::vector<TokenUnit> units;
  const std::vector<WordCode> codes = {0,
                                       1,
                                       kFirstMark - 1,
                                       kFirstMark,
                                       kFirstMark + 1,
                                       100'000,
                                       kMaxWordCodes - 1};
  for (const WordCode code : codes) {
    AppendCode(code, units);
    units.push_back(kParagraphMark);
  }
  TokenReader reader(units);
  for (const WordCode code : codes) {
    ASSERT_FALSE(reader.AtMark());
    EXPECT_EQ(reader.TakeWord(), code);
    ASSERT_TRUE(reader.AtMark());
    EXPECT_EQ(reader.TakeMark(), kParagraphMark);
  }
  EXPECT_TRUE(reader.AtEnd());
}

TEST(TokenStream, ZonesAreMarks) {
  const TokenUnit mark = ZoneMark(Zone::kCaption);
  EXPECT_TRUE(IsMark(mark));
  EXPECT_TRUE(IsZoneMark(mark));
  EXPECT_EQ(ZoneOf(mark), Zone::kCaption);
  EXPECT_FALSE(IsZoneMark(kValueMark));
}

// A half of a code, as a damaged file may hold, is no word and ends nothing.
TEST(TokenStream, HalvesAreNoWords) {
  for (const std::vector<TokenUnit>& units :
       {std::vector<TokenUnit>{kFirstHigh}, {kFirstLow}, {kFirstHigh, 5}}) {
    TokenReader reader(units);
    EXPECT_EQ(reader.TakeWord(), kMaxWordCodes);
    while (!reader.AtEnd()) reader.TakeWord();
  }
}

}  // namespace
}  // namespace archive
