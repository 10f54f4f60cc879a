// The time, asked for in one place.
#ifndef ARCHIVE_COMMON_CLOCK_H_
#define ARCHIVE_COMMON_CLOCK_H_

#include "common/dates/day.h"

namespace archive {

// Seconds since 1970-01-01T00:00:00Z; what ARCHIVE_INDEX_NOW says, when it is a
// number, so that tests and repeated runs have a clock of their own.
Instant CurrentInstant();

// The day it is here, in the local time zone; UTC under ARCHIVE_INDEX_NOW.
Day CurrentDay();

}  // namespace archive

#endif  // ARCHIVE_COMMON_CLOCK_H_
