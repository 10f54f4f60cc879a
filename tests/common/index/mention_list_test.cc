#include "common/index/mention_list.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::vector<DateMention> SomeMentions() {
  return {
      {.part = 0,
       .bytes = {40, 52},
       .days = {DayFrom(1950, 1, 1), DayFrom(1953, 12, 31)},
       .source = MentionSource::kText,
       .confidence = 95},
      {.part = 0,
       .bytes = {40, 44},
       .days = {DayFrom(1950, 1, 1), DayFrom(1950, 12, 31)},
       .source = MentionSource::kText,
       .in_range = true,
       .confidence = 95},
      {.part = 3,
       .bytes = {1000, 1007},
       .days = {DayFrom(2021, 3, 2), DayFrom(2021, 3, 2)},
       .source = MentionSource::kPublication,
       .confidence = 85},
      {.part = 3,
       .bytes = {20, 32},
       .days = {DayFrom(1, 1, 1), DayFrom(9999, 12, 31)},
       .source = MentionSource::kContext,
       .confidence = 75},
  };
}

TEST(MentionList, GivesBackWhatWasPutIn) {
  EXPECT_EQ(DecodeMentions(EncodeMentions(SomeMentions())), SomeMentions());
  EXPECT_TRUE(DecodeMentions(EncodeMentions({})).empty());
}

TEST(MentionList, CutBytesEndTheList) {
  const std::string bytes = EncodeMentions(SomeMentions());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto mentions = DecodeMentions(bytes.substr(0, size));
    ASSERT_LT(mentions.size(), SomeMentions().size());
    for (std::size_t i = 0; i < mentions.size(); ++i)
      EXPECT_EQ(mentions[i], SomeMentions()[i]);
  }
}

TEST(MentionList, AnyBytesGiveDaysThatThereAre) {
  std::mt19937 random(7);
  Article article;
  article.title = "A title of 1950";
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 40; n > 0; --n)
      bytes += static_cast<char>(random());
    for (const DateMention& mention : DecodeMentions(bytes)) {
      ASSERT_LE(mention.days.first, mention.days.last);
      ASSERT_GE(mention.days.first, DayFrom(kMinYear, 1, 1));
      ASSERT_LE(mention.days.last, DayFrom(kMaxYear, 12, 31));
      ASSERT_LE(WordsOf(mention, article).size(), article.title.size());
    }
  }
}

TEST(MentionList, WordsAreThoseOfTheirPart) {
  Article article;
  article.title = "In 1950";
  article.blocks = {{BlockKind::kParagraph, "On Tuesday."}};
  EXPECT_EQ(WordsOf({.part = 0, .bytes = {3, 7}}, article), "1950");
  EXPECT_EQ(WordsOf({.part = 1, .bytes = {3, 10}}, article), "Tuesday");
  EXPECT_EQ(WordsOf({.part = 2, .bytes = {0, 1}}, article), "");
  EXPECT_EQ(WordsOf({.part = 0, .bytes = {3, 70}}, article), "");
}

}  // namespace
}  // namespace archive
