#include "query/output/word_diff.h"

#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(WordDiff, TellsWhatChanged) {
  struct Case {
    std::string_view before;
    std::string_view after;
    std::string_view written;
  };
  for (const Case& c : {
           Case{"a b c", "a x c", "a [-b-] {+x+} c"},
           Case{"a b", "a b c", "a b {+c+}"},
           Case{"a b c", "b c", "[-a-] b c"},
           Case{"", "a", "{+a+}"},
           Case{"a", "", "[-a-]"},
           Case{"a", "b", "[-a-] {+b+}"},
           Case{"a b a c", "b a d c", "[-a-] b a {+d+} c"},
           Case{"1 2 3 4 5 6 7 8 9 x", "1 2 3 4 5 6 7 8 9 y",
                "… 4 5 6 7 8 9 [-x-] {+y+}"},
           Case{"x 1 2 3 4 5 6 7 8 9 a b c d z",
                "y 1 2 3 4 5 6 7 8 9 a b c d z", "[-x-] {+y+} 1 2 3 4 5 6 …"},
       })
    EXPECT_EQ(WrittenDiff(WordDiff(c.before, c.after)), c.written);
}

// What is left when one side is dropped is the text of the other.
std::string Side(const std::vector<DiffPart>& parts, DiffPart::Kind dropped) {
  std::string text;
  for (const DiffPart& part : parts) {
    if (part.kind != dropped) text += (text.empty() ? "" : " ") + part.text;
  }
  return text;
}

TEST(WordDiff, HoldsBothTexts) {
  unsigned random = 7;
  const auto next = [&random] {
    return (random = random * 1103515245 + 12345) >> 16;
  };
  for (int round = 0; round < 300; ++round) {
    std::string texts[2];
    for (std::string& text : texts) {
      for (unsigned i = next() % 12; i > 0; --i)
        text += (text.empty() ? "" : " ") +
                std::string(1, static_cast<char>('a' + next() % 3));
    }
    const auto parts = WordDiff(texts[0], texts[1]);
    EXPECT_EQ(Side(parts, DiffPart::Kind::kAdded), texts[0]);
    EXPECT_EQ(Side(parts, DiffPart::Kind::kRemoved), texts[1]);
  }
}

TEST(WordDiff, GivesUpOnTextsThatHaveNothingInCommon) {
  std::string before = "begin";
  std::string after = "begin";
  for (int i = 0; i < 3000; ++i) {
    before += " a" + std::to_string(i);
    after += " b" + std::to_string(i);
  }
  const auto parts = WordDiff(before + " end", after + " end");
  ASSERT_EQ(parts.size(), 4U);
  EXPECT_EQ(parts.back().text, "end");
}

}  // namespace
}  // namespace archive
