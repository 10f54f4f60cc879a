// Weeks, months, quarters ... centuries as numbers that can be counted on:
// "two months ago" is the number of this month less two.
//
// Pure functions.  Used for dates in texts (common/dates/date_mentions.h).
#ifndef ARCHIVE_COMMON_DATES_PERIOD_H_
#define ARCHIVE_COMMON_DATES_PERIOD_H_

#include <cstdint>
#include <optional>

#include "common/dates/day.h"

namespace archive {

// From the finest to the coarsest.
enum class Grain : std::uint8_t {
  kDay,
  kWeekend,  // Saturday and Sunday
  kWeek,     // from Monday
  kMonth,
  kQuarter,
  kSeason,  // three months: spring begins in March, winter in December
  kHalf,
  kYear,
  kDecade,
  kCentury,  // the nineteenth begins in 1800, as most people count
};

struct Period {
  Grain grain = Grain::kDay;
  int number = 0;  // consecutive; which one is zero is nobody's business

  friend bool operator==(const Period&, const Period&) = default;
};

// The period in which a day lies; of a weekend, that of the day's week.
Period PeriodOf(Grain grain, Day day);

// The n-th (from 0) quarter, season (from spring) or half of a year, or a
// month of it.  REQUIRES: a grain from kMonth to kHalf.
Period PartOfYear(Grain grain, int year, int n);
// How many of the grain a year has.  REQUIRES: as above.
int PartsOfYear(Grain grain);

// Its days; nothing outside of the years 1 to 9999.
std::optional<DayRange> RangeOf(Period period);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_PERIOD_H_
