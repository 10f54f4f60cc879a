// Articles by the day of publication, or by the times that they speak of →
// articles by decade, year, month, week or
// day.
//
// Counting and cutting are two steps: what is counted are the stretches of days
// that dates may mean, so that the size of the bars can be chosen when all of
// them are known.  What it leaves to others: names of bars, bars
// (output/timeline_table.h).
#ifndef ARCHIVE_QUERY_MATCHING_TIMELINE_H_
#define ARCHIVE_QUERY_MATCHING_TIMELINE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/index/open_index.h"
#include "query/matching/match_visitor.h"

namespace archive {

class OccurrenceCounter;

enum class TimelineUnit : std::uint8_t { kDay, kWeek, kMonth, kYear, kDecade };

struct TimelineUnitRow {
  TimelineUnit unit;
  std::string_view name;  // what people type
};
// The finest first.
inline constexpr std::array<TimelineUnitRow, 5> kTimelineUnits = {{
    {TimelineUnit::kDay, "day"},
    {TimelineUnit::kWeek, "week"},
    {TimelineUnit::kMonth, "month"},
    {TimelineUnit::kYear, "year"},
    {TimelineUnit::kDecade, "decade"},
}};
constexpr bool TimelineUnitsAreInOrder() {
  for (std::size_t i = 0; i < kTimelineUnits.size(); ++i) {
    if (static_cast<std::size_t>(kTimelineUnits[i].unit) != i) return false;
  }
  return true;
}
static_assert(TimelineUnitsAreInOrder());

constexpr std::string_view NameOf(TimelineUnit unit) {
  return kTimelineUnits[static_cast<std::size_t>(unit)].name;
}

// As many bars as a page holds: more is a reason for a coarser unit.
inline constexpr std::size_t kGoodBarCount = 40;
// Every day of a thousand years.
inline constexpr std::size_t kMostBars = 400'000;

struct PeriodCounts {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;        // of title, body and captions
  std::uint64_t occurrences = 0;  // of what was asked for, when counted

  void Add(const PeriodCounts& other);
};

enum class TalliedDates : std::uint8_t {
  kPublication,
  kMentions,  // an article counts once in each bar that it speaks of
};

// Threads: none.  Lives: no longer than the index and the counter.
class DateTally : public MatchVisitor {
 public:
  // With a counter, occurrences are counted, too.
  explicit DateTally(const OpenIndex& index,
                     OccurrenceCounter* counter = nullptr,
                     TalliedDates dates = TalliedDates::kPublication)
      : index_(index),
        counter_(counter),
        tallied_(dates),
        most_side_by_side_(MostSideBySide(index)) {}

  void Take(std::size_t segment, DocId doc) override;
  void TakeAll(std::size_t segment, std::span<const DocId> docs) override;
  bool TakesDays() const override {
    return counter_ == nullptr && tallied_ == TalliedDates::kPublication;
  }
  void TakeDay(std::optional<Day> day, std::uint64_t articles) override;

  struct Earlier {
    bool operator()(const DayRange& a, const DayRange& b) const {
      return a.first != b.first ? a.first < b.first : a.last < b.last;
    }
  };
  using ByDays = std::map<DayRange, PeriodCounts, Earlier>;
  // All days that a date may mean: more than one for a month or a year.  Times
  // spoken of that fit into a bar of this size are the bar.
  const ByDays& dated(TimelineUnit unit) const {
    if (tallied_ == TalliedDates::kMentions)
      return spoken_of_[static_cast<std::size_t>(unit)];
    TakeSingleDays();
    return dated_;
  }
  const PeriodCounts& undated() const { return undated_; }

 private:
  PeriodCounts& CountsOf(const DayRange& days);
  PeriodCounts* CountsOfDay(Day day);
  void TakeSingleDays() const;
  void TakeMentions(std::size_t segment, DocId doc, const PeriodCounts& counts);

  // Days of some hundred years lie side by side: most dates are single days,
  // and near each other.  Few articles are worth few days.
  static std::int64_t MostSideBySide(const OpenIndex& index);

  const OpenIndex& index_;
  OccurrenceCounter* counter_;
  TalliedDates tallied_;
  std::int64_t most_side_by_side_;
  // All but the single days; these, too, once they are asked for.
  mutable ByDays dated_;
  std::array<ByDays, kTimelineUnits.size()> spoken_of_;  // by unit
  PeriodCounts undated_;
  Day first_single_ = 0;
  mutable std::vector<PeriodCounts> single_days_;  // from first_single_ on
};

// Every live article of the index, but for those on other machines.
void TakeEverything(const OpenIndex& index, Hidden hidden,
                    MatchVisitor& visitor);

// The bar that a day belongs to; weeks begin on Monday.
DayRange BarOf(Day day, TimelineUnit unit);

struct TimelineBar {
  DayRange days;
  PeriodCounts found;
  PeriodCounts compared;
  PeriodCounts all;  // of the archive
};

struct Timeline {
  TimelineUnit unit = TimelineUnit::kYear;
  // One behind the other, without a gap, over the archive's span where that is
  // no more than kMostBars.
  std::vector<TimelineBar> bars;
  // The bars from the first that holds anything found to behind the last one.
  std::size_t first = 0;
  std::size_t last = 0;
  PeriodCounts undated;    // of what was found
  PeriodCounts imprecise;  // found, but known to no single bar
};

struct TimelineSources {
  const DateTally& found;
  const DateTally* compared = nullptr;
  const DateTally& all;
};

// Without a unit the finest that gives no more than kGoodBarCount bars and
// loses less than half of the articles.  Nothing: there would be more than
// kMostBars.
std::optional<Timeline> MakeTimeline(const TimelineSources& sources,
                                     std::optional<TimelineUnit> unit);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_TIMELINE_H_
