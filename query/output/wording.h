// Dates, and what articles say of themselves, as people read them.  Pure
// functions.
#ifndef ARCHIVE_QUERY_OUTPUT_WORDING_H_
#define ARCHIVE_QUERY_OUTPUT_WORDING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/dates/day.h"

namespace archive {

std::string WrittenDate(const Date& date);  // "2 March 2021", "March 2021"

// "1950 to 1953", "1950s", "November 2008", "2 March 2021".
std::string WrittenDays(const DayRange& days);

// "2 March 2021, 09:00 +09:00": as precise as it is known.
std::string WrittenTimestamp(const Timestamp& when);
std::string WrittenInstant(Instant instant);  // "2021-03-15 10:02", UTC

// 0.98 is "sure".
std::string_view ConfidenceInWords(double confidence);

// "2 other versions".
std::string VersionCountInWords(std::size_t others);

// "3 near-copies".
std::string CopyCountInWords(std::size_t copies);

// The name of a language; the code itself when it has none.
std::string_view LanguageName(std::string_view code);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_WORDING_H_
