// Dates as machines and newspapers print them → Timestamp.
//
// Read are ISO 8601, the dates of mail and of the web (RFC 2822, RFC 850,
// asctime), of Reuters' wire ("26-FEB-1987 15:01:01.79"), and English dates in
// words ("Tuesday, March 2, 2021 at 9:00 AM").  Never guessed: dates whose
// month and day could be swapped (03/04/2020), times without a date, and the
// placeholders that content systems write when they know no date (year 0000,
// 0001-01-01, the first second of 1970).  No date is better than a false one.
//
// To read another spelling: if the month is named, extend NamedMonthParser in
// timestamp.cc, else IsoParser.  What it leaves to others: relative dates and
// dates of queries (date_expression.h), dates in paths
// (indexer/readers/path_date.h).
#ifndef ARCHIVE_COMMON_DATES_TIMESTAMP_H_
#define ARCHIVE_COMMON_DATES_TIMESTAMP_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/dates/day.h"

namespace archive {

// The moment that the whole of `text` stands for; white space around it is
// passed over.  nullopt for whatever else stands there.
std::optional<Timestamp> ParseTimestamp(std::string_view text);

// A number where a date is expected: Unix seconds, or milliseconds when it is
// too large for them.  Small numbers are taken for what people mean by them,
// a year (2021) or YYYYMMDD (20210302), never for a day in 1970.
std::optional<Timestamp> TimestampFromNumber(std::int64_t number);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_TIMESTAMP_H_
