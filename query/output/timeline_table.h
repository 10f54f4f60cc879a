// A timeline → its table: names of the bars, shares, the query of each, and
// what is to be said of what it does not show.
#ifndef ARCHIVE_QUERY_OUTPUT_TIMELINE_TABLE_H_
#define ARCHIVE_QUERY_OUTPUT_TIMELINE_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "query/matching/timeline.h"
#include "query/output/result_page.h"

namespace archive {

// What is counted, and what it is divided by.
enum class TimelineMeasure : std::uint8_t {
  kArticles,     // a share of all articles of the time
  kOccurrences,  // for each million words of the time
};

enum class BarLength : std::uint8_t { kCount, kShare };

// Whether a bar may lie outside what is shown because the query says so.
enum class TimelineReach : std::uint8_t { kArchive, kFound };

struct TimelineLook {
  TimelineMeasure measure = TimelineMeasure::kArticles;
  BarLength length = BarLength::kCount;
  TalliedDates dates = TalliedDates::kPublication;
  TimelineReach reach = TimelineReach::kArchive;
  // The second query; empty: none.
  std::string compared_query = {};
  std::uint64_t compared_total = 0;
};

// Columns: bucket, first_day, last_day, articles, all_articles, share,
// look_inside;
// or occurrences, words, per_million instead of the middle three.  With a
// second query compared and compared_share (compared_per_million) follow the
// share.  Shares run from 0 to 1.
Table MakeTimelineTable(const Timeline& timeline, const TimelineLook& look,
                        const Envelope& envelope);

// Where the columns stand.
inline constexpr std::size_t kBarNameColumn = 0;
inline constexpr std::size_t kBarCountColumn = 3;
inline constexpr std::size_t kBarShareColumn = 5;
inline constexpr std::size_t kComparedCountColumn = 6;
inline constexpr std::size_t kComparedShareColumn = 7;

// What the bars of a table are as long as: the column, and the greatest number
// in it, those of the second query too.
struct BarScale {
  std::size_t column = kBarCountColumn;
  std::size_t compared_column = kComparedCountColumn;
  double most = 0;
};
BarScale ScaleOf(const Table& table);
bool IsComparison(const Table& table);
double NumberIn(const TableRow& row, std::size_t column);

// A share as people read it: "0.4 %", or "31.2" for each million words.
std::string ShareText(const Table& table, double share);

// The table's rows from `row` on that hold nothing, when there are more of them
// than a page should show; 0: show the row.
std::size_t EmptyRunAt(const Table& table, std::size_t row);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_TIMELINE_TABLE_H_
