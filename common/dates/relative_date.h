// Dates relative to today: yesterday, monday, last-week, 30d.  A step of
// date_expression.h in a file of its own.
#ifndef ARCHIVE_COMMON_DATES_RELATIVE_DATE_H_
#define ARCHIVE_COMMON_DATES_RELATIVE_DATE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "common/dates/calendar_date.h"
#include "common/dates/day.h"

namespace archive {

// Nothing: `text` is no relative date.  Weeks begin on Monday; `monday` is the
// latest Monday that is not after today.  REQUIRES: as ReadCalendarDate.
std::optional<SingleDateReading> ReadRelativeDate(std::string_view text,
                                                  Day today);

// For help: the words without a number, and what may stand behind one.
std::vector<std::string_view> RelativeDateWords();
std::vector<std::string_view> TimeAgoUnits();

// Whether `text` is a time ago, such as 30d, 2w, 3mo, 1y.
bool IsTimeAgo(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_RELATIVE_DATE_H_
