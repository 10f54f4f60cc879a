#include "common/dates/period.h"

namespace archive {
namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;
constexpr int kMonthsOfSeason = 3;
// 1970-01-01 was a Thursday: three days into its week.
constexpr int kDaysIntoFirstWeek = 3;
// Spring, the first season, begins two months into the year.
constexpr int kMonthsBeforeSpring = 2;

int FloorDivide(int a, int b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

// Months of the grains that are made of whole months; 0: it is made of days.
int MonthsIn(Grain grain) {
  switch (grain) {
    case Grain::kDay:
    case Grain::kWeekend:
    case Grain::kWeek:
      return 0;
    case Grain::kMonth:
      return 1;
    case Grain::kQuarter:
    case Grain::kSeason:
      return kMonthsOfSeason;
    case Grain::kHalf:
      return kMonthsOfYear / 2;
    case Grain::kYear:
      return kMonthsOfYear;
    case Grain::kDecade:
      return 10 * kMonthsOfYear;
    case Grain::kCentury:
      return 100 * kMonthsOfYear;
  }
  return 0;
}

int FirstMonthOf(Grain grain) {
  return grain == Grain::kSeason ? kMonthsBeforeSpring : 0;
}

std::optional<DayRange> MonthsRange(int first, int count) {
  const int last = first + count - 1;
  // The first decade and century lack the year 0.
  if (first == 0 && count > kMonthsOfYear) first = kMonthsOfYear;
  if (first < kMinYear * kMonthsOfYear ||
      last >= (kMaxYear + 1) * kMonthsOfYear)
    return std::nullopt;
  return DayRange{
      RangeOf(Date{first / kMonthsOfYear, first % kMonthsOfYear + 1, 0}).first,
      RangeOf(Date{last / kMonthsOfYear, last % kMonthsOfYear + 1, 0}).last};
}

}  // namespace

Period PeriodOf(Grain grain, Day day) {
  if (grain == Grain::kDay) return {grain, day};
  const int months = MonthsIn(grain);
  if (months == 0)
    return {grain, FloorDivide(day + kDaysIntoFirstWeek, kDaysOfWeek)};
  const Date date = DateFrom(day);
  const int month = date.year * kMonthsOfYear + date.month - 1;
  return {grain, FloorDivide(month - FirstMonthOf(grain), months)};
}

Period PartOfYear(Grain grain, int year, int n) {
  return {grain, year * PartsOfYear(grain) + n};
}

int PartsOfYear(Grain grain) {
  const int months = MonthsIn(grain);
  return months == 0 ? 0 : kMonthsOfYear / months;
}

std::optional<DayRange> RangeOf(Period period) {
  const int months = MonthsIn(period.grain);
  if (months != 0)
    return MonthsRange(period.number * months + FirstMonthOf(period.grain),
                       months);
  Day first = period.number;
  Day last = first;
  if (period.grain != Grain::kDay) {
    first = period.number * kDaysOfWeek - kDaysIntoFirstWeek;
    last = first + kDaysOfWeek - 1;
    if (period.grain == Grain::kWeekend) first = last - 1;
  }
  if (first < DayFrom(kMinYear, 1, 1) || last > DayFrom(kMaxYear, 12, 31))
    return std::nullopt;
  return DayRange{first, last};
}

}  // namespace archive
