#include "common/text/word_ids.h"

#include <map>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(WordIds, NumbersWordsInTheOrderInWhichTheyAreMet) {
  WordIds ids;
  EXPECT_EQ(ids.Add("grain").id, 0U);
  EXPECT_EQ(ids.Add("").id, 1U);
  const WordIds::Entry again = ids.Add("grain");
  EXPECT_EQ(again.id, 0U);
  EXPECT_FALSE(again.is_new);
  EXPECT_TRUE(ids.Add("Grain").is_new);
  EXPECT_EQ(ids.size(), 3U);
  EXPECT_EQ(ids.At(1), "");
  EXPECT_EQ(ids.At(2), "Grain");
}

// Against the standard's map: growth, words of all lengths and bytes, many of
// them met again; and what was given out stays where it was.
TEST(WordIds, AgreesWithAMap) {
  std::mt19937 random(7);
  WordIds ids;
  std::map<std::string, std::uint32_t> model;
  const std::string_view first = ids.At(ids.Add("first").id);
  model["first"] = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string word(random() % (i % 100 == 0 ? 3000 : 6), '\0');
    for (char& c : word) c = static_cast<char>(random() % 40);
    const auto next = static_cast<std::uint32_t>(model.size());
    const auto [at, is_new] = model.try_emplace(word, next);
    const WordIds::Entry entry = ids.Add(word);
    ASSERT_EQ(entry.id, at->second);
    ASSERT_EQ(entry.is_new, is_new);
  }
  EXPECT_GT(model.size(), 20'000U);
  EXPECT_EQ(ids.size(), model.size());
  for (const auto& [word, id] : model) ASSERT_EQ(ids.At(id), word);
  EXPECT_EQ(first, "first");
}

TEST(WordIds, KeepsWhatItHasWhenItGetsRoom) {
  WordIds ids;
  for (int i = 0; i < 300; ++i) ids.Add(std::to_string(i));
  ids.Reserve(50'000);
  ids.Reserve(10);
  EXPECT_EQ(ids.Add("217").id, 217U);
  EXPECT_TRUE(ids.Add("300").is_new);
  EXPECT_EQ(ids.At(299), "299");
}

TEST(WordIds, BeginsAnewWhenCleared) {
  WordIds ids;
  for (int i = 0; i < 3000; ++i) ids.Add(std::to_string(i));
  ids.Clear();
  EXPECT_EQ(ids.size(), 0U);
  EXPECT_EQ(ids.Add("17").id, 0U);
  EXPECT_TRUE(ids.Add("18").is_new);
}

}  // namespace
}  // namespace archive
