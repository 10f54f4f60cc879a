#include "common/index/served_facts.h"

#include <map>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(ServedFacts, AreReadAsTheyWereWritten) {
  const ServedFacts facts = {.segments = 3,
                             .articles = 1'000'000'000'000,
                             .words = 12,
                             .vague_dates = 4,
                             .removed = {{0, 7}, {0, 9}, {2, 1}},
                             .hidden = {{.place = {1, 5},
                                         .from = kNoStart,
                                         .until = -5,
                                         .why = WhyHidden::kKilled},
                                        {.place = {2, 6},
                                         .from = 1'615'802'400,
                                         .until = kNoEnd,
                                         .why = WhyHidden::kSuperseded}}};
  std::map<std::string, std::string> texts;
  for (const auto& [key, value] : MetadataOf(facts)) texts[key] = value;
  EXPECT_EQ(texts.at("archive-index.removed"), "0 7 9\n2 1\n");
  const auto read = ReadServedFacts(texts.at("archive-index.served"),
                                    texts.at("archive-index.removed"),
                                    texts.at("archive-index.hidden"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->segments, facts.segments);
  EXPECT_EQ(read->articles, facts.articles);
  EXPECT_EQ(read->words, facts.words);
  EXPECT_EQ(read->vague_dates, facts.vague_dates);
  EXPECT_EQ(read->removed, facts.removed);
  ASSERT_EQ(read->hidden.size(), facts.hidden.size());
  for (std::size_t i = 0; i < facts.hidden.size(); ++i) {
    EXPECT_EQ(read->hidden[i].place, facts.hidden[i].place);
    EXPECT_EQ(read->hidden[i].from, facts.hidden[i].from);
    EXPECT_EQ(read->hidden[i].until, facts.hidden[i].until);
    EXPECT_EQ(read->hidden[i].why, facts.hidden[i].why);
  }
}

TEST(ServedFacts, WhatIsNotThereHasNoText) {
  const auto texts = MetadataOf({.segments = 1});
  ASSERT_EQ(texts.size(), 1U);
  EXPECT_EQ(texts[0].first, "archive-index.served");
}

TEST(ServedFacts, NonsenseIsRefused) {
  const std::string good =
      "segments 1\narticles 2\nwords 3\nvague-dates 0\nlater-version x\n";
  EXPECT_TRUE(ReadServedFacts(good, "", ""));
  for (const char* const served : {"", "segments 1\n", "segments x\n", "\n\n",
                                   "segments 1\narticles -2\nwords 3\n"
                                   "vague-dates 0\n"})
    EXPECT_FALSE(ReadServedFacts(served, "", "")) << served;
  for (const char* const removed : {"x\n", "0 x\n", "-1 2\n"})
    EXPECT_FALSE(ReadServedFacts(good, removed, "")) << removed;
  for (const char* const hidden : {"0\n", "0 1 2 3\n", "0 1 a b 1\n"})
    EXPECT_FALSE(ReadServedFacts(good, "", hidden)) << hidden;
}

}  // namespace
}  // namespace archive
