// The tool against obvious code (oracle.h), and against Xapian's Enquire for
// what Enquire can say.
#include "tests/query/matching/oracle.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/searcher.h"
#include "tests/query/matching/oracle_random.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

using oracle::Query;
using oracle::Random;

constexpr Instant kNow = 1615802400;

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string JsonOf(const oracle::Article& article, std::size_t number) {
  std::string text;
  for (const auto& words : article.paragraphs)
    text += (text.empty() ? "" : "\\n\\n") + Joined(words);
  std::string line = fmt::format(
      R"({{"id":"{}","language":"en","title":"{}","text":"{}","caption":"{}")",
      number, Joined(article.title), text, Joined(article.caption));
  if (!article.topic.empty())
    line += fmt::format(R"(,"topics":["{}"])", article.topic);
  if (article.year != 0)
    line += fmt::format(R"(,"date":"{}-06-01")", article.year);
  return line + "}\n";
}

// Two indexes of the same random articles: one segment, and many with some
// articles replaced, so that segments have removed ones.
class OracleTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Random random(seed_);
    while (articles_.size() < 90) {
      oracle::Article article = random.MakeArticle();
      const bool is_empty = article.title.empty() && article.paragraphs.empty();
      if (!is_empty) articles_.push_back(std::move(article));
    }
    const std::string source = (directory_.Path() / "news").string();
    std::filesystem::create_directories(source);
    Write(source, 0);
    Build(source, "one", 1 << 20);
    // The same articles in another index, but every third file is wrong at
    // first: its articles are removed from segments that hold others, too.
    for (std::size_t file = 0; file < kFiles; file += 3) {
      std::ofstream(FileName(source, file)) << R"({"title":"cat dog"})"
                                            << "\n"
                                            << R"({"title":"fox"})"
                                            << "\n";
    }
    Build(source, "many", 500);
    Write(source, 0);
    Build(source, "many", 500);
    one_.emplace(*OpenIndex::Open((directory_.Path() / "one").string()));
    many_.emplace(*OpenIndex::Open((directory_.Path() / "many").string()));
    ASSERT_EQ(one_->segments().size(), 1U);
    ASSERT_GT(many_->segments().size(), 3U);
    ASSERT_FALSE(many_->generation().removed.empty());
    ASSERT_EQ(one_->live_articles(), articles_.size());
    ASSERT_EQ(many_->live_articles(), articles_.size());
  }

  static constexpr std::size_t kFiles = 10;

  static std::string FileName(const std::string& source, std::size_t file) {
    return fmt::format("{}/f{}.jsonl", source, file);
  }
  void Write(const std::string& source, std::size_t first) const {
    for (std::size_t file = first; file < kFiles; ++file) {
      std::ofstream out(FileName(source, file));
      for (std::size_t i = file; i < articles_.size(); i += kFiles)
        out << JsonOf(articles_[i], i);
    }
  }
  void Build(const std::string& source, const std::string& index,
             std::uint64_t segment_bytes) const {
    BuildOptions options = {.index = (directory_.Path() / index).string(),
                            .paths = {source}};
    options.now = kNow;
    options.segment_bytes = segment_bytes;
    options.merges = index == "one";
    Progress progress;
    const Result<BuildReport> report = RunBuild(options, progress);
    ASSERT_TRUE(report) << report.error().message;
    ASSERT_EQ(report->failed_files, 0U);
  }

  Node Read(const std::string& text) const {
    const ReadQuery read = ReadQueryText(text, {.today = 18700});
    EXPECT_TRUE(read.errors.empty())
        << FormatDiagnostics("oracle", text, read.errors);
    return read.tree;
  }

  SearchAnswer Ask(const OpenIndex& index, const Node& tree,
                   SortOrder order = SortOrder::kRelevance,
                   Ranking ranking = Ranking::kPlain) const {
    SearchRequest request;
    request.limit = kNoLimit;
    request.order = order;
    request.ranking = ranking;
    request.facets = {FieldId::kTopic};
    const Result<SearchAnswer> answer = Searcher(index).Search(tree, request);
    EXPECT_TRUE(answer) << answer.error().message;
    if (!answer) return {};
    EXPECT_TRUE(answer->problems.empty());
    EXPECT_EQ(answer->total, answer->matches.size());
    return *answer;
  }

  static std::vector<std::string> IdsOf(const OpenIndex& index,
                                        const SearchAnswer& answer) {
    std::vector<std::string> ids;
    for (const Match& match : answer.matches) {
      ids.emplace_back(
          index.segments()[match.segment].columns().IdOf(match.doc));
    }
    return ids;
  }

  std::set<std::string> Expected(const Query& query) const {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (oracle::Matches(query, articles_[i]))
        ids.insert(
            fmt::format("news/f{}.jsonl#{}", i % kFiles, i / kFiles + 1));
    }
    return ids;
  }

  static int Rounds(int usual) {
    const char* const rounds = std::getenv("ARCHIVE_ORACLE_ROUNDS");
    return rounds == nullptr ? usual : std::atoi(rounds);
  }

  static unsigned Seed() {
    const char* const seed = std::getenv("ARCHIVE_ORACLE_SEED");
    return seed == nullptr ? 1987U : static_cast<unsigned>(std::atoi(seed));
  }

  unsigned seed_ = Seed();
  TempDir directory_;
  std::vector<oracle::Article> articles_;
  std::optional<OpenIndex> one_;
  std::optional<OpenIndex> many_;
};

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
    const SearchAnswer parts = Ask(*many_, tree);
    // The same page, however many segments.
    ASSERT_EQ(IdsOf(*many_, parts), ids);
    found += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(found, Rounds(2000) / 2) << "most queries should find something";
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
