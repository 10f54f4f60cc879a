#include "query/matching/unit_finder.h"

#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

bool IsWanted(TokenUnit unit, const std::vector<WordCode>& codes) {
  return unit >= kFirstMark ||
         std::find(codes.begin(), codes.end(), WordCode{unit}) != codes.end();
}

TEST(UnitFinder, FindsWhatObviousCodeFinds) {
  std::mt19937 random(20261129);
  // Few codes are compared with, many are looked up; ends of the range of units
  // and neighbours among them.
  for (const std::size_t count : {0U, 1U, 3U, 7U, 8U, 40U, 3000U}) {
    std::vector<WordCode> codes;
    for (std::size_t i = 0; i < count; ++i)
      codes.push_back(static_cast<WordCode>(random() % 40));
    if (count > 1) codes.push_back(kFirstMark - 1);
    if (count > 8) {
      for (std::size_t i = 0; i < count; ++i)
        codes.push_back(static_cast<WordCode>(random() % (2 * kFirstMark)));
    }
    const UnitFinder finder(codes);
    for (int round = 0; round < 500; ++round) {
      std::vector<TokenUnit> units(random() % (UnitFinder::kBlock + 1));
      if (round % 2 == 0) units.resize(UnitFinder::kBlock);
      for (TokenUnit& unit : units) {
        unit = static_cast<TokenUnit>(random() % 3 == 0 ? 0xefff + random() % 8
                                                        : random() % 44);
        if (random() % 5 == 0) unit = static_cast<TokenUnit>(random());
      }
      std::uint32_t expected = 0;
      for (std::size_t i = 0; i < units.size(); ++i) {
        if (IsWanted(units[i], codes)) expected |= 1U << i;
      }
      ASSERT_EQ(finder.Find(units), expected) << count << " codes";
    }
  }
}

TEST(UnitFinder, NextIsTheFirstThatIsFound) {
  std::mt19937 random(7);
  for (const std::size_t count : {0U, 1U, 2U, 3U, 5U, 8U, 30U}) {
    std::vector<WordCode> codes;
    for (std::size_t i = 0; i < count; ++i)
      codes.push_back(static_cast<WordCode>(random() % 2000));
    const UnitFinder finder = UnitFinder::OfWords(codes);
    for (int round = 0; round < 300; ++round) {
      std::vector<TokenUnit> units(random() % 150);
      for (TokenUnit& unit : units)
        unit = static_cast<TokenUnit>(random() % 2000);
      if (count != 0 && !units.empty() && round % 2 == 0)
        units[random() % units.size()] =
            static_cast<TokenUnit>(codes[random() % count]);
      for (std::size_t from = 0; from <= units.size(); ++from) {
        std::size_t expected = from;
        while (expected < units.size() &&
               std::find(codes.begin(), codes.end(),
                         WordCode{units[expected]}) == codes.end())
          ++expected;
        ASSERT_EQ(finder.Next(units, from), expected) << count << " codes";
      }
    }
  }
}

TEST(UnitFinder, OfWordsPassesOverMarks) {
  // A word of one unit, one of two, and a code that is no word's.
  const UnitFinder finder = UnitFinder::OfWords(
      std::vector<WordCode>{7, kFirstMark + 5, kMaxWordCodes});
  std::vector<TokenUnit> units = {7, 8, kSentenceMark, ZoneMark(Zone::kBody)};
  AppendCode(kFirstMark + 5, units);
  AppendCode(kFirstMark + 0x800, units);
  EXPECT_EQ(finder.Find(units), 0b0001'0001U);
  units.resize(UnitFinder::kBlock, kParagraphMark);
  EXPECT_EQ(finder.Find(units), 0b0001'0001U);
}

}  // namespace
}  // namespace archive
