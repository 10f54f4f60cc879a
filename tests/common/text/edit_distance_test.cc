#include "common/text/edit_distance.h"

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

}  // namespace
}  // namespace archive
