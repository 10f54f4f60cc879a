// Every query of up to three operators over two words, against obvious code:
// what is allowed is answered as the oracle answers, all else is refused.
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/query/matching/oracle_index.h"

namespace archive {
namespace {

using oracle::Query;

// All queries with so many operators over two words.
std::vector<Query> EveryQuery(int operators) {
  using Kind = Query::Kind;
  if (operators == 0)
    return {{.kind = Kind::kWord, .words = {"cat"}},
            {.kind = Kind::kWord, .words = {"dog"}}};
  std::vector<Query> all;
  for (const Query& part : EveryQuery(operators - 1)) {
    all.push_back({.kind = Kind::kNot, .parts = {part}});
    all.push_back({.kind = Kind::kAtLeast, .number = 2, .parts = {part}});
    if (part.kind != Kind::kWord) continue;  // CAPS takes a word alone
    all.push_back({.kind = Kind::kCaps, .words = part.words});
    all.push_back({.kind = Kind::kAllCaps, .words = part.words});
  }
  const std::vector<Query> between = {
      {.kind = Kind::kAnd},
      {.kind = Kind::kOr},
      {.kind = Kind::kNear, .number = 2},
      {.kind = Kind::kNear, .number = 1, .ordered = true},
      {.kind = Kind::kSentence},
      {.kind = Kind::kParagraph}};
  for (int before = 0; before < operators; ++before) {
    for (const Query& a : EveryQuery(before)) {
      for (const Query& b : EveryQuery(operators - 1 - before)) {
        for (Query q : between) {
          q.parts = {a, b};
          all.push_back(std::move(q));
        }
      }
    }
  }
  return all;
}

class SmallOracleTest : public OracleTest {
  std::size_t ArticleCount() const override { return 40; }
};

TEST_F(SmallOracleTest, EveryQueryOfThreeOperatorsOverTwoWords) {
  int allowed = 0;
  int refused = 0;
  for (int operators = 0; operators <= 3; ++operators) {
    for (const Query& query : EveryQuery(operators)) {
      const std::string text = oracle::Text(query);
      const ReadQuery read = ReadQueryText(text, {.today = 18700});
      ASSERT_EQ(read.errors.empty(), oracle::IsAllowed(query)) << text;
      if (!read.errors.empty()) {
        ++refused;
        continue;
      }
      ++allowed;
      const auto ids = IdsOf(*one_, Ask(*one_, read.tree));
      ASSERT_EQ(std::set<std::string>(ids.begin(), ids.end()), Expected(query))
          << text;
    }
  }
  EXPECT_GT(allowed, 10'000);
  EXPECT_GT(refused, 1'000);
}

}  // namespace
}  // namespace archive
