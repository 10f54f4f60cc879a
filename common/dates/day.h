// Calendar days, and dates that may be known to the month or the year only.
//
// Days are counted in the proleptic Gregorian calendar from 1970-01-01 (day 0;
// earlier days are negative); years are 0001 to 9999.  Everything here is a
// pure function of its arguments; nothing asks for the current time.
// Algorithm for civil days: Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms".
#ifndef ARCHIVE_COMMON_DATES_DAY_H_
#define ARCHIVE_COMMON_DATES_DAY_H_

#include <cstdint>
#include <optional>
#include <string>

namespace archive {

using Day = std::int32_t;      // days since 1970-01-01
using Instant = std::int64_t;  // seconds since 1970-01-01T00:00:00Z

inline constexpr int kMinYear = 1;
inline constexpr int kMaxYear = 9999;

// A date as precise as its source: a day, a month or a year.
struct Date {
  int year = 1;   // 1 to 9999
  int month = 0;  // 1 to 12; 0: the year alone is known
  int day = 0;    // 1 to 31; 0: no more than the month is known

  friend bool operator==(const Date&, const Date&) = default;
};

// First and last day, both inside.
struct DayRange {
  Day first = 0;
  Day last = 0;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// REQUIRES: a valid year, month and day.
Day DayFrom(int year, int month, int day);
Date DateFrom(Day day);

bool IsLeapYear(int year);
// REQUIRES: month in 1 to 12.
int DaysInMonth(int year, int month);
// Whether the date exists: 2021-02-30 does not, nor does year 0.
bool Exists(const Date& date);

// All days that the date may mean.  REQUIRES: Exists(date).
DayRange RangeOf(const Date& date);

// Weekday of a day, 0 = Monday to 6 = Sunday.
int WeekdayOf(Day day);

// "2021-03-02", "2021-03" or "2021"; years are written with four digits.
std::string ToIsoString(const Date& date);

// A moment as a source printed it.
struct Timestamp {
  Date date;  // the day printed, in the source's own offset
  // Seconds since midnight of that day, when a time of day was printed.
  std::optional<int> second_of_day = std::nullopt;
  // Offset from UTC, when one was printed; without it UTC is assumed.
  std::optional<int> offset_minutes = std::nullopt;

  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

// The moment meant; dates without a time count from their first instant.
Instant InstantOf(const Timestamp& timestamp);

// ISO 8601 at the precision known: "2021-03-02T09:00:00+09:00", "2021-03".
std::string ToIsoString(const Timestamp& timestamp);

// The moment in UTC: "2021-03-02T00:00:00Z".
std::string UtcText(Instant instant);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DAY_H_
