#include "query/matching/word_set.h"

#include <gtest/gtest.h>

#include "common/text/analyser.h"
#include "query/matching/leaf_words.h"

namespace archive {
namespace {

Pattern PatternOf(std::string_view text) {
  Pattern pattern;
  for (const char c : text) {
    if (c == '*') {
      Append(pattern, {PatternPiece::Kind::kAnyRun, {}});
    } else if (c == '?') {
      Append(pattern, {PatternPiece::Kind::kAnyOne, {}});
    } else {
      Append(pattern, {PatternPiece::Kind::kText, std::string(1, c)});
    }
  }
  return pattern;
}

TEST(WordSet, Patterns) {
  struct Case {
    std::string_view pattern;
    std::string_view word;
    bool matches;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"terror*", "terror", true},
           {"terror*", "terrorism", true},
           {"terror*", "error", false},
           {"*stan", "pakistan", true},
           {"*stan", "standard", false},
           {"wom?n", "women", true},
           {"wom?n", "womn", false},
           {"wom?n", "womén", true},
           {"a*b*c", "axxbxxbxxc", true},
           {"a*b*c", "acb", false},
           {"*a*a*a*", "bababab", true},
           {"*a*a*a*", "babab", false},
           {"?", "王", true},
       }) {
    EXPECT_EQ(MatchesPattern(PatternOf(c.pattern), c.word), c.matches)
        << c.pattern << " " << c.word;
  }
}

TEST(WordSet, PatternsTakeNoExponentialTime) {
  std::string stars;
  for (int i = 0; i < 100; ++i) stars += "*a";
  EXPECT_FALSE(MatchesPattern(PatternOf(stars + "*b"), std::string(230, 'a')));
}

TEST(WordSet, Edits) {
  EXPECT_TRUE(IsWithinEdits("gorbachov", "gorbachev", 1));
  EXPECT_TRUE(IsWithinEdits("gorbachov", "gobrachov", 1));  // a swap is one
  EXPECT_FALSE(IsWithinEdits("gorbachov", "gorbatschow", 2));
  EXPECT_TRUE(IsWithinEdits("gorbachov", "gorbachyov", 1));
  EXPECT_FALSE(IsWithinEdits("gorbachov", "korbachov", 2));  // begins alike
  EXPECT_TRUE(IsWithinEdits("größe", "grösse", 2));
}

// A word, and what it is found as, by the rules of "Words as people type them".
TEST(WordSet, TypedTokensStandSideBySideOrJoined) {
  Analyser analyser;
  Node node = {.kind = WordLeaf{"F-16", WordForm::kInflected}};
  const auto tree = BuildPositions(node, analyser);
  ASSERT_TRUE(tree);
  ASSERT_EQ(tree->root.kind, PositionNode::Kind::kAny);
  ASSERT_EQ(tree->words.size(), 3U);
  EXPECT_EQ(tree->words[0].spec.text, "f");
  EXPECT_EQ(tree->words[1].spec.text, "16");
  EXPECT_EQ(tree->words[2].spec.text, "f16");
  node.kind = WordLeaf{"-", WordForm::kInflected};
  EXPECT_FALSE(BuildPositions(node, analyser));
}

TEST(WordSet, WildcardsInsidePhrases) {
  Analyser analyser;
  const auto specs = SpecsOf(PatternOf("john sm* U.S. wom?n's"), analyser);
  ASSERT_EQ(specs.size(), 4U);
  EXPECT_EQ(specs[0].match, WordMatch::kExact);
  EXPECT_EQ(TextOf(specs[1].pattern), "sm*");
  EXPECT_EQ(specs[2].text, "u.s");
  EXPECT_EQ(TextOf(specs[3].pattern), "wom?n");
}

TEST(WordSet, AcceptorKnowsInflectedFormsByLanguage) {
  WordAcceptor acceptor;
  const WordSpec hotline = {WordMatch::kInflected, "hotline", {}, 0};
  EXPECT_TRUE(acceptor.Accepts(hotline, "hotlines", "en"));
  EXPECT_FALSE(acceptor.Accepts(hotline, "hotlines", "zh"));
  EXPECT_TRUE(acceptor.Accepts(hotline, "hotline", "zh"));
}

}  // namespace
}  // namespace archive
