#include "query/matching/distinctive.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/language/written_form.h"
#include "query/matching/coverage.h"
#include "query/matching/searcher.h"
#include "query/matching/similar.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

TEST(Distinctive, LogLikelihood) {
  struct Row {
    std::uint64_t found;
    std::uint64_t all;
    double g2;
  };
  const ArticleTotals totals = {.found = 10, .all = 100};
  const Row rows[] = {
      {1, 10, 0},         // as everywhere
      {0, 10, 0},         // less
      {10, 10, 65.0166},  // all of it: 2 (10 ln 10 + 90 ln (10/9))
      {5, 10, 12.5330},  {10, 100, 0},  // everybody has it
  };
  for (const Row& row : rows)
    EXPECT_NEAR(LogLikelihood({.value = "", .found = row.found, .all = row.all},
                              totals),
                row.g2, 1e-3)
        << row.found << " of " << row.all;
}

// Two segments, one article of the first of which is gone.
class Contrasts : public testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("news/1.txt", "Bank\n\nthe bank cut its rate and loan\n");
    dir_.Write("news/2.txt", "Bank\n\nthe bank raised a loan in 1951\n");
    dir_.Write("news/gone.txt", "Bank\n\nthe bank and the loan\n");
    dir_.Write("news/4.txt", "Harbour\n\nthe ship and the quay, a loan\n");
    Build();
    std::filesystem::remove(dir_.Path() / "news/gone.txt");
    dir_.Write("news/5.txt", "Harbour\n\nthe ship left\n");
    Build();
    auto index = OpenIndex::Open((dir_.Path() / "index").string());
    ASSERT_TRUE(index);
    index_.emplace(*std::move(index));
  }

  void Build() {
    Progress progress;
    ASSERT_TRUE(RunBuild({.index = (dir_.Path() / "index").string(),
                          .paths = {(dir_.Path() / "news").string()}},
                         progress));
  }

  std::uint64_t Show(const std::string& query, MatchVisitor& visitor) {
    SearchRequest request;
    request.visitors = {&visitor};
    return Searcher(*index_)
        .Search(ReadQueryText(query, {}).tree, request)
        ->total;
  }

  TempDir dir_;
  std::optional<OpenIndex> index_;
};

TEST_F(Contrasts, WordsAreCountedOnceAnArticleWithoutThoseRemoved) {
  WordTally found(*index_);
  EXPECT_EQ(Show("bank", found), 2U);
  const WordStatistics statistics(*index_, Hidden::kLeftOut);
  EXPECT_EQ(statistics.ArticlesWith("bank"), 2U);
  EXPECT_EQ(statistics.ArticlesWith("loan"), 3U);
  EXPECT_EQ(statistics.ArticlesWith("the"), 4U);
  EXPECT_EQ(statistics.ArticlesWith("nosuch"), 0U);
  const auto words =
      DistinctiveWords(statistics, found, {.found = 2, .all = 4},
                       [](std::string_view word) { return word == "bank"; });
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words.front().value, "loan");
  EXPECT_EQ(words.front().found, 2U);
  EXPECT_EQ(words.front().all, 3U);
}

TEST_F(Contrasts, ValuesOfAField) {
  ValueTally found(*index_, FieldId::kLang);
  ValueTally all(*index_, FieldId::kLang);
  Show("bank", found);
  Show("*", all);
  const auto counts = all.Counts();
  std::uint64_t sum = 0;
  for (const auto& [folded, count] : counts) sum += count.articles;
  EXPECT_LE(sum, 4U);
  for (const DistinctiveValue& value :
       DistinctiveValues(found, all, {.found = 2, .all = 4}))
    EXPECT_LE(value.found, value.all);
}

TEST_F(Contrasts, ALikeArticleSharesTellingWords) {
  const auto match = Searcher(*index_).FindById("news/1.txt");
  ASSERT_TRUE(match);
  const auto words = TellingWords(*index_, **match);
  // `the` stands everywhere, but comes last; rate and cut stand nowhere else.
  EXPECT_EQ(words, (std::vector<std::string>{"bank", "and", "loan", "the"}));
  const std::string query =
      ToQueryText(LikeThese({"bank", "loan"}, "news/1.txt"));
  EXPECT_EQ(query, "(=bank OR =loan) AND NOT id:\"news/1.txt\"");
  const ReadQuery read = ReadQueryText(query, {});
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(Searcher(*index_).Search(read.tree, {})->total, 2U);
}

TEST(Coverage, SourcesMonthsAndWhatIsVague) {
  TempDir dir;
  dir.Write("news/a.jsonl",
            R"({"title":"1","text":"a","source":"Wire","date":"1951-03-02"}
{"title":"2","text":"a","source":"WIRE","date":"1951-05"}
{"title":"3","text":"a","source":"Wire","date":"1953"}
{"title":"4","text":"a","source":"Wire"}
{"title":"5","text":"a","date":"1950-01-01"}
)");
  Progress progress;
  ASSERT_TRUE(RunBuild({.index = (dir.Path() / "index").string(),
                        .paths = {(dir.Path() / "news").string()}},
                       progress));
  const auto index = OpenIndex::Open((dir.Path() / "index").string());
  CoverageTally tally(*index);
  SearchRequest request;
  request.visitors = {&tally};
  ASSERT_TRUE(Searcher(*index).Search(ReadQueryText("*", {}).tree, request));
  const auto sources = tally.Sources();
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources[0].source, "Wire");
  EXPECT_EQ(sources[0].articles, 4U);
  EXPECT_EQ(sources[0].months, (std::map<MonthNumber, std::uint64_t>{
                                   {1951 * 12 + 2, 1}, {1951 * 12 + 4, 1}}));
  EXPECT_EQ(sources[0].years, (std::map<int, std::uint64_t>{{1953, 1}}));
  EXPECT_EQ(sources[0].undated, 1U);
  EXPECT_EQ(sources[1].source, "");
  EXPECT_EQ(sources[1].articles, 1U);
}

}  // namespace
}  // namespace archive
