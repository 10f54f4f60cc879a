#include "query/language/dialect.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/query_text.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

struct Case {
  std::string_view query;
  std::string_view read_as;  // in our own syntax
};

void CheckAll(const std::vector<Case>& cases, const ParseOptions& options) {
  for (const Case& c : cases) {
    const ParsedQuery parsed = Parse(c.query, options);
    EXPECT_TRUE(parsed.errors.empty())
        << c.query << ": " << parsed.errors.front().message;
    EXPECT_EQ(ToQueryText(parsed.tree), c.read_as) << c.query;
  }
}

TEST(Nexis, OrBindsTighterThanDistancesAndThoseTighterThanAnd) {
  CheckAll({{"a or b and c", "(a OR b) AND c"},
            {"a and b or c w/5 d", "a AND (b OR c) W/5 d"},
            {"a w/3 b or c", "a W/3 (b OR c)"},
            {"a and not b or c", "a AND NOT (b OR c)"},
            {"(a and b) or c", "(a AND b) OR c"}},
           {.dialect = Dialect::kNexis});
}

TEST(Nexis, WordsSideBySideAreAPhrase) {
  CheckAll({{"south korea", "south PRE/1 korea"},
            {"south korea or japan and navy",
             "(south PRE/1 korea OR japan) AND navy"},
            {"\"a b\" c", "\"a b\" PRE/1 c"},
            {"prime minister w/5 resign", "(prime PRE/1 minister) W/5 resign"},
            {"resign w/5 prime minister", "resign W/5 (prime PRE/1 minister)"},
            {"a b c pre/2 d", "(a PRE/1 b PRE/1 c) PRE/2 d"},
            {"a b w/5 c w/5 d", "(a PRE/1 b) W/5 c W/5 d"},
            {"(a or b) c", "(a OR b) AND c"},
            {"date:1950 wheat", "date:1950 AND wheat"}},
           {.dialect = Dialect::kNexis});
}

TEST(Nexis, TruncationAndSegments) {
  CheckAll({{"terror!", "terror*"},
            {"wom*n", "wom?n"},
            {"\"wow!\"", "\"wow!\""},
            {"hlead(wall)", "hlead:wall"},
            {"headline(wall or berlin)", "title:wall OR title:berlin"},
            {"byline(smith) and publication(courier)",
             "byline:smith AND source:courier"},
            {"atleast3(wall)", "atleast3(wall)"},
            {"allcaps(who)", "allcaps(who)"}},
           {.dialect = Dialect::kNexis});
}

TEST(Nexis, DatesAndLengths) {
  CheckAll({{"wall and date aft 1988", "wall AND date:>1988"},
            {"date bef 2020-03", "date:<2020-03"},
            {"date is 1989", "date:1989"},
            {"date aft March 2, 2021", R"(date:>March\ 2\ 2021)"},
            {"date(aft 1980 and bef 1990)", "date:>1980 AND date:<1990"},
            {"date(1989)", "date:1989"},
            {"length > 500", "words:>500"},
            // Not a comparison: a word like any other.
            {"date palm", "date PRE/1 palm"},
            {"a bef b", "a PRE/1 bef PRE/1 b"}},
           {.dialect = Dialect::kNexis});
}

TEST(Nexis, MistakesAreToldAtTheirPlace) {
  const ParsedQuery parsed =
      Parse("headline(wall and date aft", {.dialect = Dialect::kNexis});
  ASSERT_FALSE(parsed.errors.empty());
  EXPECT_EQ(parsed.errors[0].span.begin, 8U);
}

TEST(Nexis, AnyTextIsTokens) {
  for (const std::string_view text :
       {"", "date", "date aft", "date(", "date(aft", "x(", ")))", "!", "* !",
        "length >", "(date aft 2020", "date(aft 2020) and aft 2020"}) {
    const ParsedQuery parsed = Parse(text, {.dialect = Dialect::kNexis});
    for (const Diagnostic& error : parsed.errors)
      EXPECT_LE(error.span.end, text.size()) << text;
  }
}

TEST(AnyWord, AnExclusionOfNothingExcludesNothing) {
  for (const std::string_view text :
       {"wheat NOT~ maize", "prices -words:>(100) oats",
        "wheat -date:>(1950) maize", "-( a", "a -() b"})
    Parse(text, {.space = SpaceMeans::kOr});
}

TEST(AnyWord, ASpaceIsOr) {
  CheckAll({{"what was the hotline?", "what OR was OR the OR hotline"},
            {"a b AND c", "a OR (b AND c)"},
            {"a b -c", "(a OR b) AND NOT c"},
            {"-c a b", "NOT c AND (a OR b)"},
            {"\"a b\" c", "\"a b\" OR c"},
            {"wom?n", "wom?n"},
            {"wom?n?", "wom?n"}},
           {.space = SpaceMeans::kOr});
}

TEST(AnyWord, WhatIsExcludedIsExcludedFromAllOfTheOthers) {
  CheckAll({{"a b -c d", "(a OR b OR d) AND NOT c"},
            {"a -c d e -f g", "(a OR d OR e OR g) AND NOT c AND NOT f"},
            {"-c a -f b", "NOT c AND (a OR b) AND NOT f"},
            {"-c -f a b", "NOT c AND NOT f AND (a OR b)"},
            {"a NOT c d", "(a OR d) AND NOT c"},
            {"a -c OR d", "(a OR d) AND NOT c"},
            {"a -(c d) e", "(a OR e) AND NOT (c OR d)"},
            // Only inside its own brackets, and only where a space says so.
            {"(a -c) d", "(a AND NOT c) OR d"},
            {"a AND NOT c d", "(a AND NOT c) OR d"}},
           {.space = SpaceMeans::kOr});
}

TEST(AnyWord, PunctuationOfAQuestionMeansNothing) {
  CheckAll(
      {{"science: a survey", "science OR a OR survey"},
       {"as follows:", "as OR follows"},
       {"title:wall berlin", "title:wall OR berlin"},
       {"1) cost 2) gain", "1 OR cost OR 2 OR gain"},
       {"cost (or gain", "cost OR or OR gain"},
       {"f() caps() x", "f OR caps OR x"},
       {"caps(x", "caps OR x"},
       {"the \"open quote (and more)", "the OR open OR quote OR (and OR more)"},
       {"a 5\" pipe", "a OR 5 OR pipe"},
       {"what is this!", "what OR is OR this"},
       {"signs such as *, + and b*.", R"(signs OR such OR as OR and OR b\*.)"},
       {"a *", "a"},
       {"*", "*"}},
      {.space = SpaceMeans::kOr});
}

TEST(AnyWord, AHyphenPartsWords) {
  CheckAll({{"real-gas flow", "real OR gas OR realgas OR flow"},
            {"ground-to-air", "ground OR to OR air OR groundtoair"},
            {"F-16 2021-03-02", "F-16 OR 2021-03-02"},
            {"a -cease-fire", "a AND NOT cease-fire"},
            {"title:cease-fire =cease-fire", "title:cease-fire OR =cease-fire"},
            {"cease\\-fire", "cease-fire"},
            {"\"cease-fire\"", "\"cease-fire\""}},
           {.space = SpaceMeans::kOr});
}

TEST(AnyWord, OperatorsThatJoinNothingAreWords) {
  CheckAll({{"AND OR", R"(\AND OR \OR)"},
            {"use of AND", R"(use OR of OR \AND)"},
            {"a AND OR b", R"(a OR \AND OR b)"},
            {"a AND NOT b", "a AND NOT b"},
            {"NOT", R"(\NOT)"},
            {"PEACE AND WAR", R"(PEACE OR \AND OR WAR)"},
            {"PEACE -WAR", "PEACE AND NOT WAR"},
            {"war or peace", "war OR or OR peace"}},
           {.space = SpaceMeans::kOr});
}

TEST(AnyWord, AnyTextIsAQuestion) {
  const ReadContext context = {.parse = {.space = SpaceMeans::kOr}};
  for (const std::string_view text :
       {"measure subject:Cxy", "a W/x b", "a || b && c", "date:2020-13 b",
        "caps(a b) =", "W/5 a", "a~9 b", "\"\" x", "= ( - a", "atleast5(a)"}) {
    const ReadQuery read = ReadQueryText(text, context);
    EXPECT_TRUE(read.errors.empty())
        << text << ": " << read.errors.front().message;
  }
}

}  // namespace
}  // namespace archive
