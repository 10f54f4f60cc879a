#include "indexer/analysis/entity_tokens.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "common/text/utf8.h"

namespace archive {
namespace {

// Tokens with a space between, sentences with a stroke.
std::string Cut(std::string_view text) {
  EntityTokens tokens;
  CutEntityTokens(text, tokens);
  std::string cut;
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < tokens.texts.size(); ++i) {
    if (!cut.empty()) cut += ' ';
    cut += tokens.texts[i];
    if (i + 1 == tokens.sentence_ends[sentence]) {
      cut += " |";
      ++sentence;
    }
  }
  return cut;
}

TEST(EntityTokens, StandAlone) {
  const struct {
    const char* text;
    const char* tokens;
  } rows[] = {
      {"", ""},
      {" \n ", ""},
      {"Moon said.", "Moon said . |"},
      {"Moon said. He left.", "Moon said . | He left . |"},
      {"The U.S. Senate met Gen. Kim of Acme Inc.",
       "The U.S. Senate met Gen. Kim of Acme Inc. |"},
      {"J. Smith asked: why?", "J. Smith asked : why ? |"},
      {"\"Now,\" Tan said, \"it works!\" He smiled.",
       "\" Now , \" Tan said , \" it works ! \" | He smiled . |"},
      {"China's fleet, the sailors' ships",
       "China 's fleet , the sailors ' ships |"},
      {"China\u2019s \u201cfleet\u201d", "China \u2019s \u201c fleet \u201d |"},
      {"Kang Kyung-wha", "Kang Kyung-wha |"},
      {"South Korea\u2013U.S. talks", "South Korea \u2013 U.S. talks |"},
      {"SEOUL (AP) -- It rained", "SEOUL ( AP ) -- It rained |"},
      {"AFP/Getty Images", "AFP / Getty Images |"},
      {"1,500 men at 9:30 of 3/4", "1,500 men at 9:30 of 3/4 |"},
      {"$500 for 'peace'", "$ 500 for ' peace ' |"},
      {"Acme Inc., of Ohio", "Acme Inc. , of Ohio |"},
      {"'s", "'s |"},
      {"...", "... |"},
  };
  for (const auto& row : rows) EXPECT_EQ(Cut(row.text), row.tokens) << row.text;
}

// Whatever the text: tokens lie inside it, in order, not empty, at the bounds
// of characters, and every sentence holds some.
TEST(EntityTokens, OfAnyTextLieInOrder) {
  static constexpr const char* kPieces[] = {
      "Kim",           ".",  " ",    "'s",    "\u2019s", "\u201c",
      "\u00e9t\u00e9", "--", "U.S.", "!",     "\n",      "'",
      "1,0",           "/",  "$",    "\u2019"};
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto i = random() % 30; i > 0; --i)
      text += kPieces[random() % std::size(kPieces)];
    EntityTokens tokens;
    CutEntityTokens(text, tokens);
    std::size_t end = 0;
    for (std::size_t i = 0; i < tokens.texts.size(); ++i) {
      const Span span = tokens.spans[i];
      ASSERT_GE(span.begin, end) << text;
      ASSERT_LT(span.begin, span.end) << text;
      ASSERT_LE(span.end, text.size()) << text;
      ASSERT_EQ(text.substr(span.begin, span.end - span.begin),
                tokens.texts[i]);
      ASSERT_TRUE(IsValidUtf8(tokens.texts[i])) << text;
      end = span.end;
    }
    std::size_t last = 0;
    for (const std::size_t sentence_end : tokens.sentence_ends) {
      ASSERT_GT(sentence_end, last) << text;
      last = sentence_end;
    }
    ASSERT_EQ(last, tokens.texts.size()) << text;
  }
}

}  // namespace
}  // namespace archive
