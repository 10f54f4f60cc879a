// Dates as feeds print them.  The standards want two forms (RFC 822, RFC 3339);
// publishers send the rest: years of two digits, full names of months, the
// habits of their systems and languages.  Pure.
//
// To read another spelling: a step of FeedTimestamp, a row of kMonths.
#ifndef ARCHIVE_INDEXER_READERS_FEED_DATE_H_
#define ARCHIVE_INDEXER_READERS_FEED_DATE_H_

#include <optional>
#include <string_view>

#include "common/dates/day.h"

namespace archive {

// nullopt for what is no date, and where day and month could be swapped.
std::optional<Timestamp> FeedTimestamp(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FEED_DATE_H_
