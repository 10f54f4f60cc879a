#include "query/matching/day_order.h"

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/side_files.h"
#include "query/matching/day_zones.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

// Articles of some years, about in their order, with holes, months, years and
// articles without a date among them.
class DaysTest : public ::testing::Test {
 protected:
  static constexpr DocId kLastDoc = 2 * kDocsOfWindow + 77;

  void Write(int percent_coarse) {
    WordTable table;
    SideFilesBuilder builder(table);
    for (DocId doc = 1; doc <= kLastDoc; ++doc) {
      if (random_() % 20 == 0 && doc != kLastDoc) continue;
      SideRow row = {.id = {},
                     .language = {},
                     .row = {},
                     .mentions = {},
                     .stream = {},
                     .facets = {}};
      row.row.live = true;
      SetDate(doc, percent_coarse, row.row);
      builder.Add(doc, row);
    }
    ASSERT_TRUE(builder.Write(directory_.Path().string(), {}));
    auto columns = Columns::Open((directory_.Path() / "columns").string());
    ASSERT_TRUE(columns) << columns.error().message;
    columns_.emplace(*std::move(columns));
  }

  void SetDate(DocId doc, int percent_coarse, ColumnRow& row) {
    const Day day = static_cast<Day>(doc / 10 + random_() % 40);
    if (random_() % 10 == 0) return;
    const Date date = DateFrom(day);
    row.first_day = day;
    row.precision = DatePrecision::kDay;
    if (static_cast<int>(random_() % 100) >= percent_coarse) return;
    row.precision =
        random_() % 2 == 0 ? DatePrecision::kMonth : DatePrecision::kYear;
    const int month = row.precision == DatePrecision::kMonth ? date.month : 0;
    row.first_day = RangeOf({date.year, month}).first;
  }

  DayRange RandomDays() {
    const Day first = static_cast<Day>(random_() % 1000) - 50;
    return {first, first + static_cast<Day>(random_() % 100)};
  }

  bool Touches(DocId doc, const DayRange& days) const {
    const DayRange of = columns_->DaysOf(doc);
    return columns_->Holds(doc) && of.first != kNoDay &&
           of.first <= days.last && of.last >= days.first;
  }

  TempDir directory_;
  std::mt19937 random_{5};
  std::optional<Columns> columns_;
};

TEST_F(DaysTest, TheOrderHasAllOfARange) {
  for (const int percent_coarse : {0, 1}) {
    Write(percent_coarse);
    const DayOrder order(*columns_);
    for (int round = 0; round < 200; ++round) {
      const DayRange days = RandomDays();
      const auto docs = order.DocsOf(days, kLastDoc);
      ASSERT_TRUE(docs);
      EXPECT_TRUE(std::is_sorted(docs->begin(), docs->end()));
      for (DocId doc = 0; doc <= kLastDoc; ++doc) {
        const bool is_given =
            std::binary_search(docs->begin(), docs->end(), doc);
        if (Touches(doc, days)) {
          EXPECT_TRUE(is_given) << doc;
        } else if (percent_coarse == 0) {
          EXPECT_FALSE(is_given) << doc;
        }
      }
      EXPECT_EQ(order.DocsOf(days, docs->size()), docs);
      if (!docs->empty()) {
        EXPECT_EQ(order.DocsOf(days, docs->size() - 1), std::nullopt);
      }
    }
  }
}

TEST_F(DaysTest, ZonesLeaveOutNothing) {
  Write(1);
  DayZones zones(*columns_);
  int left_out = 0;
  for (int round = 0; round < 200; ++round) {
    const DayRange days = RandomDays();
    for (DocId begin = 0; begin <= kLastDoc; begin += kDocsOfWindow) {
      const bool may_hold = zones.MayHold(begin, days);
      left_out += may_hold ? 0 : 1;
      if (may_hold) continue;
      for (DocId doc = begin; doc < begin + kDocsOfWindow; ++doc)
        EXPECT_FALSE(Touches(doc, days)) << doc;
    }
  }
  EXPECT_GT(left_out, 0);
}

TEST_F(DaysTest, AnEmptyColumnHasNoArticles) {
  WordTable table;
  SideFilesBuilder builder(table);
  ASSERT_TRUE(builder.Write(directory_.Path().string(), {}));
  const auto columns = Columns::Open((directory_.Path() / "columns").string());
  ASSERT_TRUE(columns) << columns.error().message;
  const auto docs = DayOrder(*columns).DocsOf({-1000, 1000}, 10);
  ASSERT_TRUE(docs);
  EXPECT_TRUE(docs->empty());
}

}  // namespace
}  // namespace archive
