// The tool against obvious code (oracle.h), and against Xapian's Enquire for
// what Enquire can say.
#include "tests/query/matching/oracle.h"

#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include "query/language/lexer.h"
#include "tests/query/matching/oracle_index.h"
#include "tests/query/matching/oracle_random.h"

namespace archive {
namespace {

using oracle::Query;
using oracle::Random;

TEST_F(OracleTest, RandomQueriesFindWhatTheyMean) {
  Random random(seed_ + 1);
  int found = 0;
  for (int round = 0; round < Rounds(2000); ++round) {
    const Query query = random.MakeQuery(3);
    const std::string text = oracle::Text(query);
    SCOPED_TRACE(text);
    const Node tree = Read(text);
    const std::set<std::string> expected = Expected(query);
    const SearchAnswer answer = Ask(*one_, tree);
    const auto ids = IdsOf(*one_, answer);
    if (std::set<std::string>(ids.begin(), ids.end()) != expected) {
      for (std::size_t i = 0; i < articles_.size(); ++i) {
        const std::string id =
            fmt::format("news/f{}.jsonl#{}", i % kFiles, i / kFiles + 1);
        const bool got = std::count(ids.begin(), ids.end(), id) > 0;
        if (got != (expected.count(id) > 0)) {
          FAIL() << (got ? "should not find " : "should find ")
                 << JsonOf(articles_[i], i);
        }
      }
    }
    // The same page, however many segments and indexes.
    ASSERT_EQ(IdsOf(*many_, Ask(*many_, tree)), ids);
    ASSERT_EQ(IdsOf(*parts_, Ask(*parts_, tree)), ids);
    found += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(found, Rounds(2000) / 2) << "most queries should find something";
}

// A new operator is asked by the oracle before it is believed.
TEST(Oracle, AsksEveryOperator) {
  Random random(1987);
  std::set<std::string_view> asked;
  for (int round = 0; round < 2000; ++round) {
    for (const QueryToken& token : Lex(oracle::Text(random.MakeQuery(3)))) {
      if (const auto use = ReadOperator(token)) asked.insert(use->op->keyword);
      if (token.kind != TokenKind::kCall) continue;
      if (const auto call = ReadCall(token.text))
        asked.insert(call->op->keyword);
    }
  }
  for (const Operator& op : kOperators)
    EXPECT_EQ(asked.count(op.keyword), 1U) << op.keyword << ": oracle_random.h";
}

TEST_F(OracleTest, SortNeverChangesWhatIsFound) {
  Random random(seed_ + 2);
  for (int round = 0; round < 200; ++round) {
    const std::string text = oracle::Text(random.MakeQuery(2));
    SCOPED_TRACE(text);
    const Node tree = Read(text);
    const auto relevance = IdsOf(*many_, Ask(*many_, tree));
    auto newest = IdsOf(*many_, Ask(*many_, tree, SortOrder::kNewest));
    auto oldest = IdsOf(*many_, Ask(*many_, tree, SortOrder::kOldest));
    ASSERT_EQ(newest, IdsOf(*one_, Ask(*one_, tree, SortOrder::kNewest)));
    ASSERT_EQ(newest, IdsOf(*parts_, Ask(*parts_, tree, SortOrder::kNewest)));
    const std::set<std::string> all(relevance.begin(), relevance.end());
    ASSERT_EQ(std::set<std::string>(newest.begin(), newest.end()), all);
    ASSERT_EQ(std::set<std::string>(oldest.begin(), oldest.end()), all);
  }
}

TEST_F(OracleTest, RankingNeverChangesWhatIsFound) {
  Random random(seed_ + 5);
  int moved = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string text = oracle::Text(random.MakeQuery(2));
    SCOPED_TRACE(text);
    const Node tree = Read(text);
    const auto plain = IdsOf(*many_, Ask(*many_, tree));
    const std::set<std::string> all(plain.begin(), plain.end());
    for (const RankingName& row : kRankings) {
      const auto ask = [&](const OpenIndex& index) {
        return IdsOf(index,
                     Ask(index, tree, SortOrder::kRelevance, row.ranking));
      };
      const auto ranked = ask(*many_);
      // The same page, however many segments, and removed articles or none.
      ASSERT_EQ(ranked, ask(*one_)) << row.name;
      ASSERT_EQ(ranked, ask(*parts_)) << row.name;
      ASSERT_EQ(std::set<std::string>(ranked.begin(), ranked.end()), all);
      moved += ranked == plain ? 0 : 1;
    }
  }
  EXPECT_GT(moved, 100) << "most queries should be ranked otherwise";
}

TEST_F(OracleTest, FacetsCountArticles) {
  Random random(seed_ + 3);
  int rows = 0;
  for (int round = 0; round < 200; ++round) {
    const std::string text = oracle::Text(random.MakeQuery(2));
    SCOPED_TRACE(text);
    const SearchAnswer answer = Ask(*many_, Read(text));
    const SearchAnswer of_parts = Ask(*parts_, Read(text));
    ASSERT_EQ(of_parts.facets.at(0).rows, answer.facets.at(0).rows);
    for (const FacetRow& row : answer.facets.at(0).rows) {
      const Node narrowed = Read(text + " AND topic:" + row.value);
      ASSERT_EQ(Ask(*many_, narrowed).total, row.articles);
      ++rows;
    }
  }
  EXPECT_GT(rows, 100);
}

// ---- Enquire ---------------------------------------------------------------

Xapian::Query ForEnquire(const Query& q) {
  if (q.kind == Query::Kind::kExact) return Xapian::Query(q.words[0]);
  const Xapian::Query a = ForEnquire(q.parts[0]);
  const Xapian::Query b = ForEnquire(q.parts[1]);
  if (q.kind == Query::Kind::kAnd)
    return Xapian::Query(Xapian::Query::OP_AND, a, b);
  if (q.kind == Query::Kind::kOr)
    return Xapian::Query(Xapian::Query::OP_OR, a, b);
  return Xapian::Query(Xapian::Query::OP_AND_NOT, a, b);
}

Query WordsOnly(Random& random, int depth) {
  if (depth == 0 || random.Below(3) == 0)
    return {.kind = Query::Kind::kExact, .words = {random.Word()}};
  const int pick = random.Below(3);
  return {
      .kind = pick == 0   ? Query::Kind::kAnd
              : pick == 1 ? Query::Kind::kOr
                          : Query::Kind::kNot,
      .parts = {WordsOnly(random, depth - 1), WordsOnly(random, depth - 1)}};
}

std::string TextForUs(const Query& q) {
  if (q.kind != Query::Kind::kNot) {
    if (q.parts.empty()) return oracle::Text(q);
    return "(" + TextForUs(q.parts[0]) +
           (q.kind == Query::Kind::kAnd ? " AND " : " OR ") +
           TextForUs(q.parts[1]) + ")";
  }
  return "(" + TextForUs(q.parts[0]) + " AND NOT " + TextForUs(q.parts[1]) +
         ")";
}

TEST_F(OracleTest, EnquireAgreesOnTotalsAndScores) {
  Xapian::Database database((directory_.Path() / "one").string());
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(kBm25K1, 0, 1, kBm25B, kBm25MinNormLength));
  Random random(seed_ + 4);
  for (int round = 0; round < 500; ++round) {
    const Query query = WordsOnly(random, 3);
    SCOPED_TRACE(TextForUs(query));
    enquire.set_query(ForEnquire(query));
    const Xapian::MSet theirs =
        enquire.get_mset(0, database.get_doccount(), database.get_doccount());
    const SearchAnswer ours = Ask(*one_, Read(TextForUs(query)));
    ASSERT_EQ(ours.total, theirs.size());
    std::map<std::string, double> scores;
    for (auto it = theirs.begin(); it != theirs.end(); ++it)
      scores[it.get_document().get_data().substr(
          0, it.get_document().get_data().find('\n'))] = it.get_weight();
    for (const Match& match : ours.matches) {
      const std::string id(
          one_->segments()[match.segment].columns().IdOf(match.doc));
      ASSERT_NEAR(match.score, scores.at("id=" + id), 1e-9);
    }
  }
}

}  // namespace
}  // namespace archive
