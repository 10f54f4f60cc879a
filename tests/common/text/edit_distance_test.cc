#include "common/text/edit_distance.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(EditDistance, CountsSwapsAsOne) {
  EXPECT_EQ(EditDistance("", ""), 0U);
  EXPECT_EQ(EditDistance("", "abc"), 3U);
  EXPECT_EQ(EditDistance("title", "title"), 0U);
  EXPECT_EQ(EditDistance("tilte", "title"), 1U);
  EXPECT_EQ(EditDistance("titel", "title"), 1U);
  EXPECT_EQ(EditDistance("tite", "title"), 1U);
  EXPECT_EQ(EditDistance("yesteday", "yesterday"), 1U);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3U);
}

TEST(EditDistance, NearestNamesAreNear) {
  using Names = std::vector<std::string_view>;
  const Names names = {"title", "lead", "byline", "by", "dateline", "date"};
  EXPECT_EQ(NearestNames("titel", names, 2), Names{"title"});
  EXPECT_EQ(NearestNames("dat", names, 2), Names{"date"});
  EXPECT_EQ(NearestNames("datelime", names, 2), Names{"dateline"});
  EXPECT_EQ(NearestNames("zzz", names, 2), Names{});
}

// The band around the diagonal against the whole table.
TEST(EditLimit, AgreesWithTheDistance) {
  std::mt19937 random(1987);
  const auto word = [&random] {
    std::string text = "a";
    for (std::size_t left = random() % 8; left > 0; --left)
      text += static_cast<char>('a' + random() % 3);
    return text;
  };
  int accepted = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string a = word();
    for (int edits = 1; edits <= 2; ++edits) {
      EditLimit limit(a, edits);
      for (int other = 0; other < 5; ++other) {
        const std::string b = word();
        const bool is_near =
            EditDistance(a, b) <= static_cast<std::size_t>(edits);
        ASSERT_EQ(limit.Accepts(b), is_near) << a << ' ' << b << ' ' << edits;
        accepted += is_near ? 1 : 0;
      }
    }
  }
  EXPECT_GT(accepted, 1000);
}

TEST(EditLimit, CountsCharacters) {
  EXPECT_TRUE(EditLimit("größe", 1).Accepts("größen"));
  EXPECT_FALSE(EditLimit("größe", 1).Accepts("grösse"));
  EXPECT_TRUE(EditLimit("北京市", 1).Accepts("北京"));
  EXPECT_FALSE(EditLimit("北京市", 1).Accepts("北"));
  EXPECT_TRUE(EditLimit("", 2).Accepts(""));
  EXPECT_FALSE(EditLimit("", 2).Accepts("a"));
  EXPECT_FALSE(EditLimit("a", 2).Accepts(""));
}

}  // namespace
}  // namespace archive
