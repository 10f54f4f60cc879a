#include "query/option_values.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(OptionValues, Limits) {
  EXPECT_EQ(*ReadLimit("25"), 25U);
  EXPECT_EQ(*ReadLimit("all"), kNoLimit);
  for (const char* const bad : {"", "-1", "ten", "3x"})
    EXPECT_FALSE(ReadLimit(bad)) << bad;
}

TEST(OptionValues, Facets) {
  const auto facets = ReadFacets({"place:5,Source", "people:all"});
  ASSERT_TRUE(facets);
  ASSERT_EQ(facets->size(), 3U);
  EXPECT_EQ((*facets)[0].field, FieldId::kPlace);
  EXPECT_EQ((*facets)[0].limit, 5U);
  EXPECT_EQ((*facets)[1].field, FieldId::kSource);
  EXPECT_EQ((*facets)[2].field, FieldId::kPerson);
  EXPECT_EQ((*facets)[2].limit, kNoLimit);
  EXPECT_EQ(ReadFacets({"words"}).error().code, ErrorCode::kUsage);
  EXPECT_NE(ReadFacets({"words"}).error().hint.find("keyword"),
            std::string::npos);
  for (const char* const bad : {"nosuch", "place:", "place:0", "place:x"})
    EXPECT_FALSE(ReadFacets({bad})) << bad;
}

TEST(OptionValues, TheDayOfToday) {
  EXPECT_EQ(*ReadToday("2021-03-15", 0), DayFrom(2021, 3, 15));
  EXPECT_FALSE(ReadToday("2021-03", 0));
  EXPECT_FALSE(ReadToday("03/04/2021", 0));
}

TEST(OptionValues, FieldsOfHits) {
  EXPECT_EQ(*ReadHitFields({"id,title", "date"}),
            (std::vector<std::string>{"id", "title", "date"}));
  EXPECT_EQ(ReadHitFields({"titel"}).error().hint, "did you mean title?");
}

TEST(OptionValues, RankingIsFeedbackForQuestionsOnly) {
  EXPECT_EQ(FindRanking("auto", SpaceMeans::kAnd), Ranking::kTitle);
  EXPECT_EQ(FindRanking("auto", SpaceMeans::kOr), Ranking::kFeedback);
  for (const RankingName& row : kRankings) {
    EXPECT_EQ(FindRanking(row.name, SpaceMeans::kAnd), row.ranking);
    EXPECT_EQ(FindRanking(row.name, SpaceMeans::kOr), row.ranking);
  }
}

TEST(OptionValues, QuotesThatTheShellTook) {
  std::vector<std::string> remarks;
  EXPECT_EQ(JoinQuery({"a", "b"}, remarks), "a b");
  EXPECT_EQ(JoinQuery({"\"a b\"", "c"}, remarks), "\"a b\" c");
  EXPECT_EQ(JoinQuery({"a b"}, remarks), "a b");
  EXPECT_TRUE(remarks.empty());
  EXPECT_EQ(JoinQuery({"a b", "date:2021"}, remarks), "a b date:2021");
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_NE(remarks[0].find("'\"a b\" date:2021'"), std::string::npos);
  JoinQuery({"a OR b", "date:2021"}, remarks);
  EXPECT_NE(remarks[1].find("'(a OR b) date:2021'"), std::string::npos);
}

}  // namespace
}  // namespace archive
