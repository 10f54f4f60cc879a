#include "query/matching/timeline.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/occurrence_counter.h"
#include "query/matching/searcher.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

std::string TextOf(const DayRange& days) {
  return ToIsoString(DateFrom(days.first)) + ".." +
         ToIsoString(DateFrom(days.last));
}

TEST(Timeline, BarsOfADay) {
  struct Row {
    Day day;
    TimelineUnit unit;
    const char* bar;
  };
  const Row rows[] = {
      {DayFrom(2021, 3, 2), TimelineUnit::kDay, "2021-03-02..2021-03-02"},
      {DayFrom(2021, 3, 1), TimelineUnit::kWeek, "2021-03-01..2021-03-07"},
      {DayFrom(2021, 3, 7), TimelineUnit::kWeek, "2021-03-01..2021-03-07"},
      {DayFrom(9999, 12, 31), TimelineUnit::kWeek, "9999-12-27..9999-12-31"},
      {DayFrom(2020, 2, 10), TimelineUnit::kMonth, "2020-02-01..2020-02-29"},
      {DayFrom(1969, 12, 31), TimelineUnit::kYear, "1969-01-01..1969-12-31"},
      {DayFrom(1969, 12, 31), TimelineUnit::kDecade, "1960-01-01..1969-12-31"},
      {DayFrom(3, 1, 1), TimelineUnit::kDecade, "0001-01-01..0009-12-31"},
      {DayFrom(9999, 12, 31), TimelineUnit::kDecade, "9990-01-01..9999-12-31"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(TextOf(BarOf(row.day, row.unit)), row.bar);
}

// An archive of four dated articles, one of them to the month and one to the
// year, and one without a date.
class TimelineOfAnIndex : public testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("news/a.jsonl",
               R"({"title":"One","text":"rate rate cut","date":"1951-03-02"}
{"title":"Two","text":"rate","date":"1951-03-31"}
{"title":"Three","text":"rate cut","date":"1951-04"}
{"title":"Four","text":"rate","date":"1953"}
{"title":"Five","text":"the rate"}
{"title":"Six","text":"nothing","date":"1951-03-02"}
)");
    Progress progress;
    ASSERT_TRUE(RunBuild({.index = (dir_.Path() / "index").string(),
                          .paths = {(dir_.Path() / "news").string()}},
                         progress));
    auto index = OpenIndex::Open((dir_.Path() / "index").string());
    ASSERT_TRUE(index);
    index_.emplace(*std::move(index));
  }

  // "bar found/all occurrences/words", line by line.
  std::string TimelineOf(const std::string& query,
                         std::optional<TimelineUnit> unit) {
    const Node tree = ReadQueryText(query, {}).tree;
    const auto counter =
        MakeOccurrenceCounter(*index_, *FindCountablePart(tree).node);
    DateTally found(*index_, counter->get());
    SearchRequest request;
    request.visitors = {&found};
    const auto answer = Searcher(*index_).Search(tree, request);
    EXPECT_TRUE(answer);
    DateTally all(*index_);
    TakeEverything(*index_, Hidden::kLeftOut, all);
    const auto timeline =
        MakeTimeline({.found = found, .compared = nullptr, .all = all}, unit);
    std::string text = std::string(NameOf(timeline->unit)) + "\n";
    for (std::size_t i = timeline->first; i < timeline->last; ++i) {
      const TimelineBar& bar = timeline->bars[i];
      text += TextOf(bar.days) + " " + std::to_string(bar.found.articles) +
              "/" + std::to_string(bar.all.articles) + " " +
              std::to_string(bar.found.occurrences) + "/" +
              std::to_string(bar.all.words) + "\n";
    }
    // Nothing is counted twice or lost.
    std::uint64_t sum = timeline->undated.articles;
    sum += timeline->imprecise.articles;
    for (const TimelineBar& bar : timeline->bars) sum += bar.found.articles;
    EXPECT_EQ(sum, answer->total);
    return text + "undated " + std::to_string(timeline->undated.articles) +
           " imprecise " + std::to_string(timeline->imprecise.articles);
  }

  TempDir dir_;
  std::optional<OpenIndex> index_;
};

TEST_F(TimelineOfAnIndex, WhatIsVagueIsNotGuessed) {
  EXPECT_EQ(TimelineOf("rate", TimelineUnit::kYear),
            "year\n"
            "1951-01-01..1951-12-31 3/4 4/11\n"
            "1952-01-01..1952-12-31 0/0 0/0\n"
            "1953-01-01..1953-12-31 1/1 1/2\n"
            "undated 1 imprecise 0");
  EXPECT_EQ(TimelineOf("rate", TimelineUnit::kMonth),
            "month\n"
            "1951-03-01..1951-03-31 2/3 3/8\n"
            "1951-04-01..1951-04-30 1/1 1/3\n"
            "undated 1 imprecise 1");
  EXPECT_EQ(TimelineOf("\"rate cut\"", TimelineUnit::kDay),
            "day\n"
            "1951-03-02..1951-03-02 1/2 1/6\n"
            "undated 0 imprecise 1");
}

TEST_F(TimelineOfAnIndex, TheUnitFollowsTheSpan) {
  EXPECT_EQ(TimelineOf("rate", std::nullopt).substr(0, 4), "day\n");
}

TEST(CountablePart, AreWordsBesideConditions) {
  struct Row {
    const char* query;
    bool is_countable;
  };
  const Row rows[] = {
      {"rate", true},
      {"\"rate cut\"~3", true},
      {"rate* OR cut~1", true},
      {"(rate W/5 cut) W/9 bank", true},
      {"title:rate", true},
      {"hlead:rate", true},
      {"rate date:2021 lang:en -missing:byline", true},
      {"rate AND cut", false},
      {"rate OR date:2021", false},
      {"date:2021", false},
      {"NOT rate", false},
      {"byline:smith", false},
      {"*", false},
      {"atleast2(rate)", false},
  };
  for (const Row& row : rows) {
    const Node tree = ReadQueryText(row.query, {}).tree;
    const CountablePart part = FindCountablePart(tree);
    EXPECT_EQ(part.node != nullptr, row.is_countable) << row.query;
    EXPECT_EQ(part.problem.has_value(), !row.is_countable) << row.query;
  }
}

}  // namespace
}  // namespace archive
