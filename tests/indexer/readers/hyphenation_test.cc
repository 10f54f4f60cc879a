#include "indexer/readers/hyphenation.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(Hyphenation, CutWordsAreJoined) {
  const struct {
    std::string text, joined;
  } cases[] = {
      {"the govern-\nment of", "the government\nof"},
      {"the govern-\nment,\nsaid", "the government,\nsaid"},
      {"the govern- \n  ment of", "the government\n  of"},
      {"govern\xE2\x80\x90\nment x", "government\nx"},
      {"self\xC2\xAD\nish x", "selfish\nx"},
      {"Re\xC2\xAC\ngierung x", "Regierung\nx"},
      {"Anglo-\nAmerican x", "Anglo-American\nx"},
      {"1914-\n18 x", "1914-18\nx"},
      {"Nord-\nund S\xC3\xBC"
       "dkorea",
       "Nord-\nund S\xC3\xBC"
       "dkorea"},
      {"co-\noperate x", "co-operate\nx"},
      // What the text has elsewhere decides.
      {"cooperate, co-\noperate x", "cooperate, cooperate\nx"},
      {"news-paper, news-\npaper x", "news-paper, news-paper\nx"},
      {"News-\npaper x newspaper", "Newspaper\nx newspaper"},
      {"\xC3\xBC"
       "ber-\nm\xC3\xBC"
       "de x",
       "\xC3\xBC"
       "berm\xC3\xBC"
       "de\nx"},
      // No words.
      {"a -\nb", "a -\nb"},
      {"a --\nb", "a --\nb"},
      {"govern-\n\nment", "govern-\n\nment"},
      {"govern-\n(ment)", "govern-\n(ment)"},
      {"5-\nyear plan", "5-\nyear plan"},
      {"govern-", "govern-"},
      {"-\na", "-\na"},
      {"", ""},
      {"a\n\nb\n", "a\n\nb\n"},
  };
  for (const auto& [text, joined] : cases) {
    std::string told = JoinCutWords(text);
    // A line that is gone leaves its end.
    EXPECT_EQ(told, joined) << text;
  }
}

TEST(Hyphenation, ManyLinesEnd) {
  std::mt19937 random(5);
  const std::string_view alphabet =
      "ab-\n \xC3\xA4"
      "A1";
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += alphabet[random() % alphabet.size()];
    EXPECT_LE(JoinCutWords(text).size(), text.size() + 1);
  }
}

}  // namespace
}  // namespace archive
