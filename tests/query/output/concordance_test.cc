#include "query/output/concordance.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/output/wrap.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

TEST(Concordance, ContextsAreCutAtWords) {
  struct Row {
    const char* text;
    std::size_t room;
    const char* end;
    const char* begin;
  };
  const Row rows[] = {
      {"", 9, "", ""},
      {"one two", 7, "one two", "one two"},
      {"one two three", 10, "… three", "one two …"},
      {"one two three", 8, "… three", "one …"},
      {"incomprehensibilities", 8, "… lities", "incomp …"},
      {"中国和韩国", 7, "… 韩国", "中国 …"},
      {"one", 2, "  ", "  "},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(EndOfText(row.text, row.room), row.end) << row.text;
    EXPECT_EQ(BeginOfText(row.text, row.room), row.begin) << row.text;
    EXPECT_LE(ColumnsOf(EndOfText(row.text, row.room)), row.room);
  }
}

class Lines : public testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("news/a.txt",
               "A rate\n\nThe rate rose. A high rate fell.\n\nThen a cut of "
               "the rate came.\n");
    dir_.Write("news/b.txt", "Other\n\nThe big rate again.\n");
    Progress progress;
    ASSERT_TRUE(RunBuild({.index = (dir_.Path() / "index").string(),
                          .paths = {(dir_.Path() / "news").string()}},
                         progress));
  }

  // "place paragraph:offset left|hit|right", line by line.
  std::string LinesOf(const std::string& query, LineOrder order) {
    const auto index = OpenIndex::Open((dir_.Path() / "index").string());
    const auto answer = Searcher(*index).Search(ReadQueryText(query, {}).tree,
                                                {.order = SortOrder::kOldest});
    std::string text;
    const Table table = MakeConcordanceTable(*index, *answer, order);
    EXPECT_TRUE(ForEachRow(table, [&](const TableRow& row) {
      text += CellText(row[5]) + " " + CellText(row[6]) + ":" +
              CellText(row[7]) + " " + CellText(row[2]) + "|" +
              CellText(row[3]) + "|" + CellText(row[4]) + "\n";
    }));
    return text;
  }

  TempDir dir_;
};

TEST_F(Lines, EveryHitIsALine) {
  EXPECT_EQ(LinesOf("rate", LineOrder::kArticles),
            "title 1:2 A|rate|\n"
            "body 1:4 The|rate|rose. A high rate fell.\n"
            "body 1:22 The rate rose. A high|rate|fell.\n"
            "body 2:18 Then a cut of the|rate|came.\n"
            "body 1:8 The big|rate|again.\n");
  EXPECT_EQ(LinesOf("cut W/5 rate", LineOrder::kArticles),
            "body 1:22 The rate rose. A high|rate|fell.\n"  // and cut, below
            "body 2:7 Then a|cut of the rate|came.\n");
}

TEST_F(Lines, AreSortedByTheWordsBeside) {
  EXPECT_EQ(LinesOf("body:rate", LineOrder::kLeft),
            "body 1:8 The big|rate|again.\n"
            "body 1:22 The rate rose. A high|rate|fell.\n"
            "body 1:4 The|rate|rose. A high rate fell.\n"
            "body 2:18 Then a cut of the|rate|came.\n");
  EXPECT_EQ(LinesOf("body:rate", LineOrder::kRight),
            "body 1:8 The big|rate|again.\n"
            "body 2:18 Then a cut of the|rate|came.\n"
            "body 1:22 The rate rose. A high|rate|fell.\n"
            "body 1:4 The|rate|rose. A high rate fell.\n");
}

// Two parts of a query that hit the same word give one line.
TEST_F(Lines, AHitIsShownOnce) {
  EXPECT_EQ(LinesOf("cut OR cu* rate", LineOrder::kArticles),
            LinesOf("cut rate", LineOrder::kArticles));
}

}  // namespace
}  // namespace archive
