#include "query/matching/searcher.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/plan.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

class SearcherLimits : public testing::Test {
 protected:
  void Index(const std::string& text) {
    dir_.Write("news/a.txt", "Title\n\n" + text + "\n");
    Progress progress;
    ASSERT_TRUE(RunBuild({.index = (dir_.Path() / "index").string(),
                          .paths = {(dir_.Path() / "news").string()}},
                         progress));
  }

  // The first problem of a query, and its advice.
  std::string ProblemOf(const std::string& query) {
    const auto index = OpenIndex::Open((dir_.Path() / "index").string());
    const auto answer =
        Searcher(*index).Search(ReadQueryText(query, {}).tree, {});
    if (!answer) return answer.error().message;
    if (answer->problems.empty()) return "";
    const Diagnostic& problem = answer->problems.front();
    return problem.message + " | " + problem.advice;
  }

  TempDir dir_;
};

TEST_F(SearcherLimits, ExpansionStopsAtTheLimit) {
  std::string text;
  for (std::size_t i = 0; i <= kMaxExpansion; ++i)
    text += "aa" + std::to_string(i) + " ";
  Index(text + "bb1 bb2");
  EXPECT_EQ(ProblemOf("bb*"), "");
  EXPECT_EQ(ProblemOf("aa*"),
            "this stands for 10,001 different words; at most 10,000 can be "
            "looked for at once | ");
  // What comes behind is not worth the time.
  EXPECT_EQ(ProblemOf("aa* OR bb*"),
            "this stands for more than 10,001 different words; at most 10,000 "
            "can be looked for at once | ");
}

// Every chain of the first words is tried in vain: the last one is too far
// away.
TEST_F(SearcherLimits, TooManyPlacementsNameTheArticle) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "aa bb ";
  for (int i = 0; i < 1000; ++i) text += "cc ";
  Index(text + "dd");
  EXPECT_EQ(
      ProblemOf("aa W/300 bb W/300 aa W/300 bb W/300 dd"),
      "the words of the query's distances can stand in more ways than the "
      "20,000,100 that are tried; given up in news/a.txt | fewer repeated "
      "words, fewer or smaller distances, or a narrower search");
}

// Ties of source and arrival are told apart as those of relevance are: the
// later article first, then the greater id.
TEST(SearcherOrders, BySourceAndByArrival) {
  TempDir dir;
  const std::string index_path = (dir.Path() / "index").string();
  const auto add = [&](const std::string& name, const std::string& lines,
                       Instant now) {
    dir.Write("news/" + name + ".jsonl", lines);
    Progress progress;
    ASSERT_TRUE(RunBuild({.index = index_path,
                          .paths = {(dir.Path() / "news").string()},
                          .now = now},
                         progress));
  };
  add("old",
      R"({"title":"a","source":"beta","date":"2020-01-01"})"
      "\n"
      R"({"title":"b","date":"2021-01-01"})"
      "\n",
      1'000);
  add("new",
      R"({"title":"c","source":"Alpha"})"
      "\n"
      R"({"title":"d","source":"Beta","date":"2022-01-01"})"
      "\n",
      2'000);
  const auto index = OpenIndex::Open(index_path);
  ASSERT_TRUE(index);
  Searcher searcher(*index);
  const auto titles = [&](SortOrder order) {
    const auto answer =
        searcher.Search(ReadQueryText("*", {}).tree, {.order = order});
    std::string out;
    for (const Match& match : answer->matches)
      out += searcher.RecordOf(match)->article.title;
    return out;
  };
  EXPECT_EQ(titles(SortOrder::kSource), "cdab");
  EXPECT_EQ(titles(SortOrder::kAdded), "dcba");
}

// Values of any length, and however they are spaced.
TEST(SearcherValues, AreFoundAsFacetsTellThem) {
  TempDir dir;
  const std::string index_path = (dir.Path() / "index").string();
  const std::string longest(300, 'x');
  dir.Write("news/a.jsonl", R"({"title":"a","source":"Riga  Wire"})"
                            "\n"
                            R"({"title":"b","source":")" +
                                longest +
                                "1\"}\n"
                                R"({"title":"c","source":")" +
                                longest + "2\"}\n");
  Progress progress;
  ASSERT_TRUE(
      RunBuild({.index = index_path, .paths = {(dir.Path() / "news").string()}},
               progress));
  const auto index = OpenIndex::Open(index_path);
  ASSERT_TRUE(index);
  Searcher searcher(*index);
  const auto found = [&](const std::string& query) {
    const auto answer = searcher.Search(ReadQueryText(query, {}).tree, {});
    return answer ? answer->total : 99;
  };
  EXPECT_EQ(found("source:=\"riga   wire\""), 1U);
  EXPECT_EQ(found("source:=" + longest + "1"), 1U);
  EXPECT_EQ(found("source:=" + longest + "3"), 0U);
}

}  // namespace
}  // namespace archive
