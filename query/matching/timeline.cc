#include "query/matching/timeline.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/index/mention_list.h"
#include "query/matching/occurrence_counter.h"

namespace archive {
namespace {

using ByDays = DateTally::ByDays;

constexpr int kDaysOfWeek = 7;
constexpr std::int64_t kMoreRoom = 64;
constexpr int kYearsOfDecade = 10;

bool Fits(const DayRange& days, TimelineUnit unit) {
  return BarOf(days.first, unit).last >= days.last;
}

// From the first day to the last one of what fits into bars; nothing when
// nothing does.
std::optional<DayRange> SpanOf(const ByDays& dated, TimelineUnit unit) {
  std::optional<DayRange> span;
  for (const auto& [days, counts] : dated) {
    if (!Fits(days, unit)) continue;
    if (!span) span = days;
    span->last = std::max(span->last, days.last);
  }
  return span;
}

std::optional<DayRange> Together(std::optional<DayRange> a,
                                 std::optional<DayRange> b) {
  if (!a) return b;
  if (!b) return a;
  return DayRange{std::min(a->first, b->first), std::max(a->last, b->last)};
}

std::optional<DayRange> SpanFound(const TimelineSources& sources,
                                  TimelineUnit unit) {
  std::optional<DayRange> span = SpanOf(sources.found.dated(unit), unit);
  if (sources.compared != nullptr)
    span = Together(span, SpanOf(sources.compared->dated(unit), unit));
  return span;
}

// About how many bars there are from day to day; never too few.
std::size_t BarsIn(const DayRange& span, TimelineUnit unit) {
  constexpr int kFewestDays[] = {1, kDaysOfWeek, 28, 365, 3652};
  const int bars =
      (span.last - span.first) / kFewestDays[static_cast<std::size_t>(unit)];
  return static_cast<std::size_t>(bars) + 1;
}

std::size_t ExactBarsIn(const DayRange& span, TimelineUnit unit) {
  std::size_t bars = 0;
  DayRange bar = BarOf(span.first, unit);
  while (++bars <= kGoodBarCount && bar.last < span.last)
    bar = BarOf(bar.last + 1, unit);
  return bars;
}

bool LosesHalf(const ByDays& dated, TimelineUnit unit) {
  std::uint64_t lost = 0;
  std::uint64_t all = 0;
  for (const auto& [days, counts] : dated) {
    all += counts.articles;
    if (!Fits(days, unit)) lost += counts.articles;
  }
  return lost * 2 > all;
}

TimelineUnit ChooseUnit(const TimelineSources& sources) {
  for (const TimelineUnitRow& row : kTimelineUnits) {
    if (LosesHalf(sources.found.dated(row.unit), row.unit)) continue;
    const auto span = SpanFound(sources, row.unit);
    if (span && ExactBarsIn(*span, row.unit) <= kGoodBarCount) return row.unit;
  }
  return kTimelineUnits.back().unit;
}

std::vector<TimelineBar> EmptyBars(const DayRange& span, TimelineUnit unit) {
  std::vector<TimelineBar> bars;
  DayRange days = BarOf(span.first, unit);
  for (;;) {
    bars.push_back({.days = days});
    if (days.last >= span.last) return bars;
    days = BarOf(days.last + 1, unit);
  }
}

// What fits into no bar is given back.
PeriodCounts Fill(const ByDays& dated, PeriodCounts TimelineBar::*counts,
                  std::vector<TimelineBar>& bars) {
  PeriodCounts imprecise;
  auto bar = bars.begin();
  for (const auto& [days, some] : dated) {
    while (bar != bars.end() && bar->days.last < days.first) ++bar;
    const bool fits = bar != bars.end() && bar->days.first <= days.first &&
                      bar->days.last >= days.last;
    (fits ? (*bar).*counts : imprecise).Add(some);
  }
  return imprecise;
}

bool IsEmpty(const TimelineBar& bar) {
  return bar.found.articles == 0 && bar.compared.articles == 0;
}

void MarkEnds(Timeline& timeline) {
  const auto holds = [](const TimelineBar& bar) { return !IsEmpty(bar); };
  const auto& bars = timeline.bars;
  const auto first = std::find_if(bars.begin(), bars.end(), holds);
  const auto last = std::find_if(bars.rbegin(), bars.rend(), holds).base();
  timeline.first = static_cast<std::size_t>(first - bars.begin());
  timeline.last =
      std::max(timeline.first, static_cast<std::size_t>(last - bars.begin()));
}

}  // namespace

void PeriodCounts::Add(const PeriodCounts& other) {
  articles += other.articles;
  words += other.words;
  occurrences += other.occurrences;
}

std::int64_t DateTally::MostSideBySide(const OpenIndex& index) {
  static constexpr std::int64_t kMost = 200'000;
  static constexpr std::int64_t kDaysPerArticle = 8;
  std::int64_t articles = 0;
  for (const Segment& segment : index.segments())
    articles += segment.last_doc();
  return std::min(kMost, kDaysPerArticle * articles);
}

void DateTally::Take(std::size_t segment, DocId doc) {
  const Columns& columns = index_.segments()[segment].columns();
  PeriodCounts counts = {.articles = 1, .words = columns.LengthOf(doc)};
  if (counter_ != nullptr) counts.occurrences = counter_->Count(segment, doc);
  if (tallied_ == TalliedDates::kMentions)
    return TakeMentions(segment, doc, counts);
  CountsOf(columns.DaysOf(doc)).Add(counts);
}

// Nearly all dates are days that were met before.
void DateTally::TakeAll(std::size_t segment, std::span<const DocId> docs) {
  if (!TakesDays()) return MatchVisitor::TakeAll(segment, docs);
  const Columns& columns = index_.segments()[segment].columns();
  for (const DocId doc : docs) {
    const Day day = columns.FirstDayOf(doc);
    const auto at =
        static_cast<std::uint64_t>(std::int64_t{day} - first_single_);
    if (at < single_days_.size() &&
        columns.PrecisionAt(doc) == DatePrecision::kDay) {
      PeriodCounts& counts = single_days_[static_cast<std::size_t>(at)];
      ++counts.articles;
      counts.words += columns.LengthOf(doc);
    } else {
      Take(segment, doc);
    }
  }
}

PeriodCounts& DateTally::CountsOf(const DayRange& days) {
  if (days.first == kNoDay) return undated_;
  PeriodCounts* const single =
      days.first == days.last ? CountsOfDay(days.first) : nullptr;
  return single != nullptr ? *single : dated_[days];
}

// nullptr where the day is too far from those that were met.
PeriodCounts* DateTally::CountsOfDay(Day day) {
  if (single_days_.empty()) first_single_ = day;
  const auto count = static_cast<std::int64_t>(single_days_.size());
  std::int64_t at = std::int64_t{day} - first_single_;
  if (at < 0) {
    // With room for those that may come before it.
    const std::int64_t more = -at + kMoreRoom + count / 2;
    if (count + more > most_side_by_side_ || first_single_ - more <= kNoDay)
      return nullptr;
    single_days_.insert(single_days_.begin(), static_cast<std::size_t>(more),
                        {});
    first_single_ -= static_cast<Day>(more);
    at += more;
  } else if (at >= count) {
    if (at >= most_side_by_side_) return nullptr;
    single_days_.resize(static_cast<std::size_t>(at) + 1);
  }
  return &single_days_[static_cast<std::size_t>(at)];
}

void DateTally::TakeSingleDays() const {
  auto hint = dated_.begin();
  for (std::size_t i = 0; i < single_days_.size(); ++i) {
    const PeriodCounts& counts = single_days_[i];
    if (counts.articles == 0) continue;
    const Day day = first_single_ + static_cast<Day>(i);
    hint = dated_.try_emplace(hint, {day, day});
    hint->second.Add(counts);
    ++hint;
  }
  single_days_.clear();
}

void DateTally::TakeDay(std::optional<Day> day, std::uint64_t articles) {
  const Day known = day.value_or(kNoDay);
  CountsOf({known, known}).Add({.articles = articles});
}

void DateTally::TakeMentions(std::size_t segment, DocId doc,
                             const PeriodCounts& counts) {
  const std::vector<DateMention> mentions =
      DecodeMentions(index_.segments()[segment].columns().MentionsOf(doc));
  if (mentions.empty()) return undated_.Add(counts);
  for (const TimelineUnitRow& row : kTimelineUnits) {
    std::set<DayRange, Earlier> times;
    for (const DateMention& mention : mentions) {
      const DayRange bar = BarOf(mention.days.first, row.unit);
      times.insert(bar.last >= mention.days.last ? bar : mention.days);
    }
    ByDays& spoken_of = spoken_of_[static_cast<std::size_t>(row.unit)];
    for (const DayRange& days : times) spoken_of[days].Add(counts);
  }
}

void TakeEverything(const OpenIndex& index, Hidden hidden,
                    MatchVisitor& visitor) {
  static constexpr std::size_t kAtOnce = 256;
  std::vector<DocId> docs;
  docs.reserve(kAtOnce);
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    if (index.IsDistant(i)) continue;
    const Segment& segment = index.segments()[i];
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      const bool is_left_out =
          hidden == Hidden::kLeftOut && index.IsHidden(i, doc);
      if (segment.IsLive(doc) && !is_left_out) docs.push_back(doc);
      if (docs.size() < kAtOnce && doc < segment.last_doc()) continue;
      visitor.TakeAll(i, docs);
      docs.clear();
    }
  }
}

DayRange BarOf(Day day, TimelineUnit unit) {
  const Date date = DateFrom(day);
  switch (unit) {
    case TimelineUnit::kDay:
      return {day, day};
    case TimelineUnit::kWeek: {
      const Day monday = day - WeekdayOf(day);
      const Day last = RangeOf({kMaxYear}).last;  // there is no date behind it
      return {monday, std::min(monday + kDaysOfWeek - 1, last)};
    }
    case TimelineUnit::kMonth:
      return RangeOf({date.year, date.month});
    case TimelineUnit::kYear:
      return RangeOf({date.year});
    case TimelineUnit::kDecade: {
      const int first = date.year / kYearsOfDecade * kYearsOfDecade;
      const int last = std::min(first + kYearsOfDecade - 1, kMaxYear);
      return {RangeOf({std::max(first, kMinYear)}).first, RangeOf({last}).last};
    }
  }
  return {day, day};
}

std::optional<Timeline> MakeTimeline(const TimelineSources& sources,
                                     std::optional<TimelineUnit> unit) {
  Timeline timeline;
  timeline.unit = unit ? *unit : ChooseUnit(sources);
  timeline.undated = sources.found.undated();
  const auto found = SpanFound(sources, timeline.unit);
  const auto archive =
      Together(found, SpanOf(sources.all.dated(timeline.unit), timeline.unit));
  if (found) {
    const bool is_long = BarsIn(*archive, timeline.unit) > kMostBars;
    if (is_long && BarsIn(*found, timeline.unit) > kMostBars)
      return std::nullopt;
    timeline.bars = EmptyBars(is_long ? *found : *archive, timeline.unit);
  }
  timeline.imprecise = Fill(sources.found.dated(timeline.unit),
                            &TimelineBar::found, timeline.bars);
  if (sources.compared != nullptr)
    Fill(sources.compared->dated(timeline.unit), &TimelineBar::compared,
         timeline.bars);
  Fill(sources.all.dated(timeline.unit), &TimelineBar::all, timeline.bars);
  MarkEnds(timeline);
  return timeline;
}

}  // namespace archive
