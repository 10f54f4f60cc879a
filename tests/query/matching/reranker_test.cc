#include "query/matching/reranker.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/searcher.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

class RerankerTest : public ::testing::Test {
 protected:
  // An article of a line of JSON; `words` of the text are all ASCII.
  static std::string Line(std::string_view title, std::string_view text) {
    return fmt::format(R"({{"title":"{}","text":"{}","language":"en"}})", title,
                       text) +
           "\n";
  }

  void Build() {
    Progress progress;
    const auto report = RunBuild({.index = (dir_.Path() / "index").string(),
                                  .paths = {(dir_.Path() / "news").string()}},
                                 progress);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->failed_files, 0U);
    auto index = OpenIndex::Open((dir_.Path() / "index").string());
    ASSERT_TRUE(index);
    index_.emplace(*std::move(index));
  }

  SearchAnswer Ask(std::string_view query, Ranking ranking,
                   std::size_t offset = 0, std::size_t limit = kNoLimit) {
    SearchRequest request;
    request.offset = offset;
    request.limit = limit;
    request.ranking = ranking;
    const ReadQuery read =
        ReadQueryText(query, {.parse = {.space = SpaceMeans::kOr}});
    const auto answer = Searcher(*index_).Search(read.tree, request);
    EXPECT_TRUE(answer) << answer.error().message;
    return *answer;
  }

  // Numbers of the articles in news/a.jsonl, in the order of the answer.
  std::string OrderOf(const SearchAnswer& answer) {
    std::string order;
    for (const Match& match : answer.matches) {
      const std::string_view id =
          index_->segments()[match.segment].columns().IdOf(match.doc);
      order += (order.empty() ? "" : " ");
      order += id.substr(id.find('#') + 1);
    }
    return order;
  }

  static std::vector<std::string> FormsOf(const SearchAnswer& answer) {
    std::vector<std::string> forms;
    for (const FeedbackWord& word : answer.feedback) forms.push_back(word.form);
    return forms;
  }

  TempDir dir_;
  std::optional<OpenIndex> index_;
};

TEST_F(RerankerTest, AWordOfTheTitleCountsOnceMore) {
  dir_.Write("news/a.jsonl",
             Line("harbour news", "a ship and a quay here") +
                 Line("quay news", "a ship and a harbour here") +
                 Line("other news", "nothing of it stands here"));
  Build();
  // Both have it once, in articles of the same length: the greater id is first.
  const SearchAnswer plain = Ask("harbour", Ranking::kPlain);
  EXPECT_EQ(OrderOf(plain), "2 1");
  EXPECT_EQ(plain.matches[0].score, plain.matches[1].score);
  const SearchAnswer title = Ask("harbour", Ranking::kTitle);
  EXPECT_EQ(OrderOf(title), "1 2");
  EXPECT_GT(title.matches[0].score, plain.matches[0].score);
  EXPECT_EQ(title.matches[1].score, plain.matches[1].score);
  // What asks for a part of the text asks for nothing in titles.
  EXPECT_EQ(OrderOf(Ask("body:harbour", Ranking::kTitle)), "2");
  // What is excluded earns nothing.
  const SearchAnswer without = Ask("news -ship", Ranking::kTitle);
  EXPECT_EQ(OrderOf(without), "3");
}

TEST_F(RerankerTest, WordsOfTheBestArticlesRankTheOthers) {
  dir_.Write(
      "news/a.jsonl",
      Line("hotline hotline", "the hotline of the navies, navies and navy") +
          Line("hotline", "the hotline of the navies and of fleets again") +
          Line("a line", "one hotline more for the kitchen and the bakery") +
          Line("a line", "one hotline more for the navies and the harbour") +
          Line("bread", "kitchen and bakery, kitchen and bakery, bread") +
          Line("ships", "navies and ships in the harbour"));
  Build();
  EXPECT_EQ(OrderOf(Ask("hotline", Ranking::kTitle)), "1 2 4 3");
  const SearchAnswer answer = Ask("hotline", Ranking::kFeedback);
  EXPECT_EQ(answer.total, 4U);
  EXPECT_EQ(OrderOf(answer), "1 2 4 3");
  // Of the forms of a stem the most frequent one is told.
  const std::vector<std::string> forms = FormsOf(answer);
  EXPECT_EQ(std::count(forms.begin(), forms.end(), "navies"), 1);
  EXPECT_EQ(std::count(forms.begin(), forms.end(), "navy"), 0);
  double sum = 0;
  for (const FeedbackWord& word : answer.feedback) {
    EXPECT_GT(word.articles, 1U) << word.form;
    sum += word.share;
  }
  EXPECT_NEAR(sum, 1, 1e-9);
  const auto& matches = answer.matches;
  const auto title = Ask("hotline", Ranking::kTitle).matches;
  EXPECT_GT(matches[2].score - matches[3].score,
            title[2].score - title[3].score)
      << "navies are what the best articles are about, not kitchens";
}

TEST_F(RerankerTest, ConditionsAloneHaveNothingToRank) {
  dir_.Write("news/a.jsonl", Line("x", "one two") + Line("y", "two three"));
  Build();
  const SearchAnswer answer = Ask("lang:en", Ranking::kFeedback);
  EXPECT_EQ(OrderOf(answer), "2 1");
  EXPECT_TRUE(answer.feedback.empty());
  EXPECT_TRUE(Ask("nosuch", Ranking::kFeedback).matches.empty());
}

TEST_F(RerankerTest, RemovedArticlesCountForNothing) {
  const std::string kept = Line("hotline", "the hotline of the navies here") +
                           Line("hotline", "one hotline for the navies there");
  dir_.Write("news/a.jsonl", kept);
  for (int i = 0; i < 8; ++i)
    dir_.Write(fmt::format("news/b{}.jsonl", i),
               Line("navies", "navies alone"));
  Build();
  for (int i = 0; i < 8; ++i)
    std::filesystem::remove(dir_.Path() / fmt::format("news/b{}.jsonl", i));
  Build();
  const SearchAnswer updated = Ask("hotline", Ranking::kFeedback);
  std::filesystem::remove_all(dir_.Path() / "index");
  Build();
  const SearchAnswer fresh = Ask("hotline", Ranking::kFeedback);
  EXPECT_EQ(FormsOf(updated), FormsOf(fresh));
  ASSERT_EQ(updated.matches.size(), fresh.matches.size());
  for (std::size_t i = 0; i < fresh.matches.size(); ++i)
    EXPECT_EQ(updated.matches[i].score, fresh.matches[i].score);
}

TEST_F(RerankerTest, PagesFollowEachOtherAndWhatLiesBehindStays) {
  std::string lines;
  for (int i = 0; i < 1200; ++i) {
    const std::string title = i % 7 == 0 ? "harbour" : "news";
    std::string text = "the harbour of the town";
    for (int word = 0; word < i % 11; ++word) text += " ship";
    for (int word = 0; word < i % 13; ++word) text += " quay";
    lines += Line(title, text);
  }
  dir_.Write("news/a.jsonl", lines);
  Build();
  for (const RankingName& row : kRankings) {
    SCOPED_TRACE(row.name);
    const SearchAnswer all = Ask("harbour town", row.ranking);
    ASSERT_EQ(all.matches.size(), 1200U);
    EXPECT_EQ(all.total, 1200U);
    for (const std::size_t offset : {0U, 10U, 990U, 995U, 1000U, 1190U}) {
      const SearchAnswer page = Ask("harbour town", row.ranking, offset, 10);
      EXPECT_EQ(page.total, 1200U);
      ASSERT_EQ(page.matches.size(), 10U);
      for (std::size_t i = 0; i < 10; ++i) {
        EXPECT_EQ(page.matches[i].doc, all.matches[offset + i].doc);
        EXPECT_EQ(page.matches[i].score, all.matches[offset + i].score);
      }
    }
    const SearchAnswer plain = Ask("harbour town", Ranking::kPlain);
    for (std::size_t i = kReranked; i < 1200; ++i)
      ASSERT_EQ(all.matches[i].doc, plain.matches[i].doc) << i;
    for (std::size_t i = 1; i < 1200; ++i)
      ASSERT_GE(all.matches[i - 1].score + 1e-6, all.matches[i].score) << i;
  }
}

}  // namespace
}  // namespace archive
