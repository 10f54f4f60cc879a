// Names of months and weekdays as people write them, in English.
//
// To add a spelling: a row.  Names are in small letters, as callers fold case.
#ifndef ARCHIVE_COMMON_DATES_CALENDAR_NAMES_H_
#define ARCHIVE_COMMON_DATES_CALENDAR_NAMES_H_

#include <array>
#include <string_view>

namespace archive {

struct CalendarName {
  std::string_view name;
  std::string_view abbreviation;
  std::string_view other = {};  // a second abbreviation
};

inline constexpr std::array<CalendarName, 12> kMonthNames = {{
    {"january", "jan"},
    {"february", "feb"},
    {"march", "mar"},
    {"april", "apr"},
    {"may", "may"},
    {"june", "jun"},
    {"july", "jul"},
    {"august", "aug"},
    {"september", "sep", "sept"},
    {"october", "oct"},
    {"november", "nov"},
    {"december", "dec"},
}};

inline constexpr std::array<CalendarName, 7> kWeekdayNames = {{
    {"monday", "mon"},
    {"tuesday", "tue", "tues"},
    {"wednesday", "wed"},
    {"thursday", "thu", "thurs"},
    {"friday", "fri"},
    {"saturday", "sat"},
    {"sunday", "sun"},
}};

template <std::size_t N>
constexpr int FindCalendarName(const std::array<CalendarName, N>& names,
                               std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (!name.empty() &&
        (names[i].name == name || names[i].abbreviation == name ||
         names[i].other == name))
      return static_cast<int>(i);
  }
  return -1;
}

// 1 to 12; 0: no month has that name.
constexpr int MonthFromName(std::string_view name) {
  return FindCalendarName(kMonthNames, name) + 1;
}

// 0 = Monday to 6 = Sunday; -1: no weekday has that name.
constexpr int WeekdayFromName(std::string_view name) {
  return FindCalendarName(kWeekdayNames, name);
}

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_CALENDAR_NAMES_H_
