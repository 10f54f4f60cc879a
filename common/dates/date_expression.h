// What people write where a date is asked for → a range of days.
//
// Knows every form of docs/query-language.md, "Dates": ISO dates, decades,
// quarters, written dates, words and stretches relative to today, ranges,
// `~` and `*-04-13`.  Pure functions of (text, today).  What can be read in two
// ways is a mistake, never a guess; mistakes say what to try.
//
// To add a word: a row in relative_date.cc.  To add a form of calendar date:
// calendar_date.cc.  It leaves to others: comparisons (`date:>=2020`) and the
// names of fields.
#ifndef ARCHIVE_COMMON_DATES_DATE_EXPRESSION_H_
#define ARCHIVE_COMMON_DATES_DATE_EXPRESSION_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "common/dates/calendar_date.h"
#include "common/dates/day.h"

namespace archive {

struct DateRange {
  // kInside: dates that lie wholly in the range; kTouching: vaguer ones that
  // contain it, too (`~1989-11-09`).
  enum class Match : std::uint8_t { kInside, kTouching };

  std::optional<Day> first = {};  // inside; nothing: open
  std::optional<Day> last = {};   // inside; nothing: open
  Match match = Match::kInside;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

struct DayOfYear {  // *-04-13
  int month = 1;
  int day = 1;

  friend bool operator==(const DayOfYear&, const DayOfYear&) = default;
};

using DateReading = std::variant<DateRange, DayOfYear, DateMistake>;

DateReading ReadDateExpression(std::string_view text, Day today);

// A single date, as it may stand at the end of a range or behind `>`: no
// ranges, and `30d` is the day thirty days ago.
SingleDateReading ReadSingleDate(std::string_view text, Day today);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_EXPRESSION_H_
