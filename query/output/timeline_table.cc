#include "query/output/timeline_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "query/output/further_query.h"

namespace archive {
namespace {

constexpr double kMillion = 1e6;
// Shorter gaps are shown as they are.
constexpr std::size_t kLongestShownGap = 3;
constexpr std::size_t kMostGapsTold = 3;

// What differs between counting articles and counting words.
struct MeasureRow {
  TimelineMeasure measure;
  std::string_view count;
  std::string_view all;
  std::string_view share;
  std::uint64_t PeriodCounts::*counted;
  std::uint64_t PeriodCounts::*divisor;
  double factor;
  std::string_view caption;  // behind "by year; "
};
constexpr MeasureRow kMeasures[] = {
    {TimelineMeasure::kArticles, "articles", "all_articles", "share",
     &PeriodCounts::articles, &PeriodCounts::articles, 1,
     "share of all articles of the {}"},
    {TimelineMeasure::kOccurrences, "occurrences", "words", "per_million",
     &PeriodCounts::occurrences, &PeriodCounts::words, kMillion,
     "occurrences, for each million words of the {}"},
};
static_assert(kMeasures[0].measure == TimelineMeasure::kArticles &&
              kMeasures[1].measure == TimelineMeasure::kOccurrences);

const MeasureRow& RowFor(TimelineMeasure measure) {
  return kMeasures[static_cast<std::size_t>(measure)];
}

double Quotient(const MeasureRow& row, const PeriodCounts& counts,
                const PeriodCounts& all) {
  const auto divisor = static_cast<double>(all.*row.divisor);
  return divisor > 0
             ? static_cast<double>(counts.*row.counted) * row.factor / divisor
             : 0;
}

std::string DayText(Day day) {
  return ToIsoString(DateFrom(day));
}

// "1951", "1951-03", "1950s"; a week by its Monday.
std::string NameOfBar(const DayRange& days, TimelineUnit unit) {
  const Date date = DateFrom(days.first);
  switch (unit) {
    case TimelineUnit::kDay:
    case TimelineUnit::kWeek:
      return DayText(days.first);
    case TimelineUnit::kMonth:
      return ToIsoString(Date{date.year, date.month});
    case TimelineUnit::kYear:
      return ToIsoString(Date{date.year});
    case TimelineUnit::kDecade:
      return fmt::format("{:03}0s", date.year / 10);
  }
  return "";
}

// What differs between the dates that bars are made of.
struct DatesRow {
  TalliedDates dates;
  std::string_view field;
  std::string_view without;  // said of articles that have none
  std::string_view caption;  // in front of "by year"
  // Said of bars in which the archive has nothing either.
  std::string_view nor;
  std::string_view no_article;  // in front of "1961 to 1970"
};
constexpr DatesRow kDates[] = {
    {TalliedDates::kPublication, "date", "undated", "",
     "nor does the archive hold any article of then",
     "the archive holds no article of"},
    {TalliedDates::kMentions, "mentions", "naming no time",
     "times that texts name, ", "nor does any article of the archive name then",
     "no article of the archive names"},
};
static_assert(kDates[0].dates == TalliedDates::kPublication &&
              kDates[1].dates == TalliedDates::kMentions);

const DatesRow& RowFor(TalliedDates dates) {
  return kDates[static_cast<std::size_t>(dates)];
}

std::string ClauseOf(const DayRange& days, TimelineUnit unit,
                     std::string_view field) {
  if (unit == TimelineUnit::kWeek)
    return fmt::format("{}:{}..{}", field, DayText(days.first),
                       DayText(days.last));
  return fmt::format("{}:{}", field, NameOfBar(days, unit));
}

TableRow RowOf(const TimelineBar& bar, TimelineUnit unit,
               const TimelineLook& look, const Envelope& envelope) {
  const MeasureRow& measure = RowFor(look.measure);
  TableRow row = {
      NameOfBar(bar.days, unit), DayText(bar.days.first),
      DayText(bar.days.last),    bar.found.*measure.counted,
      bar.all.*measure.divisor,  Quotient(measure, bar.found, bar.all)};
  if (!look.compared_query.empty()) {
    row.emplace_back(bar.compared.*measure.counted);
    row.emplace_back(Quotient(measure, bar.compared, bar.all));
  }
  row.emplace_back(FurtherQuery(
      envelope, ClauseOf(bar.days, unit, RowFor(look.dates).field)));
  return row;
}

// Bars side by side that `holds` of: [first, last).
struct BarRun {
  std::size_t first = 0;
  std::size_t last = 0;

  friend bool operator==(const BarRun&, const BarRun&) = default;
};

template <typename Holds>
std::vector<BarRun> RunsIn(const std::vector<TimelineBar>& bars, BarRun part,
                           const Holds& holds) {
  std::vector<BarRun> runs;
  for (std::size_t i = part.first; i < part.last; ++i) {
    if (!holds(bars[i])) continue;
    if (!runs.empty() && runs.back().last == i) {
      runs.back().last = i + 1;
    } else {
      runs.push_back({i, i + 1});
    }
  }
  return runs;
}

std::string RunText(const Timeline& timeline, const BarRun& run) {
  const auto name = [&](std::size_t i) {
    return NameOfBar(timeline.bars[i].days, timeline.unit);
  };
  if (run.last - run.first == 1) return name(run.first);
  return name(run.first) + " to " + name(run.last - 1);
}

std::string ListOfRuns(const Timeline& timeline,
                       const std::vector<BarRun>& runs) {
  std::vector<std::string> texts;
  for (const BarRun& run : runs) {
    if (texts.size() == kMostGapsTold) break;
    texts.push_back(RunText(timeline, run));
  }
  std::string list = fmt::format("{}", fmt::join(texts, ", "));
  if (runs.size() > texts.size())
    list += fmt::format(" and {} more", runs.size() - texts.size());
  return list;
}

// "nothing in 1954 to 1986 (the archive holds no article of 1961 to 1970)".
std::string GapsText(const Timeline& timeline, const TimelineLook& look) {
  const bool is_whole = look.reach == TimelineReach::kArchive;
  const BarRun part = {is_whole ? 0 : timeline.first,
                       is_whole ? timeline.bars.size() : timeline.last};
  const auto gaps = RunsIn(timeline.bars, part, [](const TimelineBar& bar) {
    return bar.found.articles == 0 && bar.compared.articles == 0;
  });
  if (gaps.empty()) return "";
  std::vector<BarRun> holes;
  for (const BarRun& gap : gaps) {
    for (const BarRun& hole : RunsIn(timeline.bars, gap, [](const auto& bar) {
           return bar.all.articles == 0;
         }))
      holes.push_back(hole);
  }
  std::string text = "nothing in " + ListOfRuns(timeline, gaps);
  if (holes == gaps) {
    text += fmt::format(", {}", RowFor(look.dates).nor);
  } else if (!holes.empty()) {
    text += fmt::format(" ({} {})", RowFor(look.dates).no_article,
                        ListOfRuns(timeline, holes));
  }
  return text;
}

void AddNotes(const Timeline& timeline, const TimelineLook& look,
              const Envelope& envelope, Table& table) {
  std::vector<std::string> parts;
  if (timeline.undated.articles > 0)
    parts.push_back(fmt::format("{} {}", RowFor(look.dates).without,
                                timeline.undated.articles));
  if (timeline.imprecise.articles > 0)
    parts.push_back(fmt::format("imprecise {}", timeline.imprecise.articles));
  if (std::string gaps = GapsText(timeline, look); !gaps.empty())
    parts.push_back(std::move(gaps));
  if (!parts.empty())
    table.notes.push_back(fmt::format("{}", fmt::join(parts, " · ")));
  const std::size_t column = ScaleOf(table).column;
  const auto longest =
      std::max_element(table.rows.begin(), table.rows.end(),
                       [column](const TableRow& a, const TableRow& b) {
                         return NumberIn(a, column) < NumberIn(b, column);
                       });
  if (longest != table.rows.end() && NumberIn(*longest, column) > 0)
    table.commands.push_back(
        "look inside: " +
        CommandFor(envelope, std::get<std::string>(longest->back())));
}

void AddFacts(const Timeline& timeline, const TimelineLook& look,
              const Envelope& envelope, Table& table) {
  const MeasureRow& measure = RowFor(look.measure);
  const bool by_share = look.length == BarLength::kShare;
  table.facts = {
      {"bucket", std::string(NameOf(timeline.unit))},
      {"bars", std::string(by_share ? measure.share : measure.count)},
      {"undated", timeline.undated.*measure.counted},
      {"imprecise", timeline.imprecise.*measure.counted}};
  if (look.compared_query.empty()) return;
  table.facts.emplace_back("query", envelope.query);
  table.facts.emplace_back("compared_query", look.compared_query);
  table.facts.emplace_back("compared_total", look.compared_total);
}

void NameColumns(const TimelineLook& look, Table& table) {
  const MeasureRow& measure = RowFor(look.measure);
  table.columns = {"bucket",
                   "first_day",
                   "last_day",
                   std::string(measure.count),
                   std::string(measure.all),
                   std::string(measure.share)};
  if (!look.compared_query.empty()) {
    table.columns.emplace_back("compared");
    table.columns.push_back("compared_" + std::string(measure.share));
  }
  table.columns.emplace_back("look_inside");
}

}  // namespace

Table MakeTimelineTable(const Timeline& timeline, const TimelineLook& look,
                        const Envelope& envelope) {
  Table table = {.name = "timeline", .kind = TableKind::kTimeline};
  NameColumns(look, table);
  for (std::size_t i = timeline.first; i < timeline.last; ++i)
    table.rows.push_back(
        RowOf(timeline.bars[i], timeline.unit, look, envelope));
  table.distinct = table.rows.size();
  const std::string_view unit = NameOf(timeline.unit);
  table.caption = fmt::format(
      "{}by {}{}; {}", RowFor(look.dates).caption, unit,
      timeline.unit == TimelineUnit::kWeek ? " (its Monday)" : "",
      fmt::format(fmt::runtime(RowFor(look.measure).caption), unit));
  AddFacts(timeline, look, envelope, table);
  AddNotes(timeline, look, envelope, table);
  return table;
}

double NumberIn(const TableRow& row, std::size_t column) {
  if (const auto* number = std::get_if<std::uint64_t>(&row[column]))
    return static_cast<double>(*number);
  const auto* const share = std::get_if<double>(&row[column]);
  return share == nullptr ? 0 : *share;
}

bool IsComparison(const Table& table) {
  return table.columns.size() > kComparedShareColumn;
}

BarScale ScaleOf(const Table& table) {
  BarScale scale;
  const auto bars =
      std::find_if(table.facts.begin(), table.facts.end(),
                   [](const auto& fact) { return fact.first == "bars"; });
  const bool by_share =
      bars != table.facts.end() &&
      std::get<std::string>(bars->second) == table.columns[kBarShareColumn];
  if (by_share)
    scale = {.column = kBarShareColumn,
             .compared_column = kComparedShareColumn};
  for (const TableRow& row : table.rows) {
    scale.most = std::max(scale.most, NumberIn(row, scale.column));
    if (IsComparison(table))
      scale.most = std::max(scale.most, NumberIn(row, scale.compared_column));
  }
  return scale;
}

std::string ShareText(const Table& table, double share) {
  constexpr double kPerCent = 100;
  constexpr double kSmall = 0.1;
  const bool is_share = table.columns[kBarShareColumn] == "share";
  const double number = is_share ? share * kPerCent : share;
  const std::string text = number > 0 && number < kSmall
                               ? fmt::format("{:.2g}", number)
                               : fmt::format("{:.1f}", number);
  return is_share ? text + " %" : text;
}

std::size_t EmptyRunAt(const Table& table, std::size_t row) {
  std::size_t end = row;
  while (end < table.rows.size() &&
         NumberIn(table.rows[end], kBarCountColumn) == 0 &&
         (!IsComparison(table) ||
          NumberIn(table.rows[end], kComparedCountColumn) == 0))
    ++end;
  return end - row > kLongestShownGap ? end - row : 0;
}

}  // namespace archive
