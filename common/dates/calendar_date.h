// A date of the calendar, as people write one: 2021-03-02, 2021-Q1, 1960s,
// "2 March 2021", nov-2020.  A step of date_expression.h in a file of its own.
#ifndef ARCHIVE_COMMON_DATES_CALENDAR_DATE_H_
#define ARCHIVE_COMMON_DATES_CALENDAR_DATE_H_

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/dates/day.h"

namespace archive {

struct DateSuggestion {
  std::string text;  // a date expression
  std::string note;  // what it means, when that is the question; else empty
};

struct DateMistake {
  std::string message;  // one sentence, lower case, no full stop
  std::vector<DateSuggestion> suggestions;
};

using SingleDateReading = std::variant<DayRange, DateMistake>;

// REQUIRES: `text` is in small letters, without spaces at the ends.
SingleDateReading ReadCalendarDate(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_CALENDAR_DATE_H_
