#include "common/dates/day.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(Day, EveryDayOfTenMillenniaGoesThereAndBack) {
  Day expected = DayFrom(kMinYear, 1, 1);
  for (int year = kMinYear; year <= kMaxYear; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= DaysInMonth(year, month); ++day, ++expected) {
        ASSERT_EQ(DayFrom(year, month, day), expected);
        ASSERT_EQ(DateFrom(expected), (Date{year, month, day}));
      }
    }
  }
  EXPECT_EQ(DayFrom(1970, 1, 1), 0);
}

TEST(Day, Weekdays) {
  EXPECT_EQ(WeekdayOf(DayFrom(1970, 1, 1)), 3);
  EXPECT_EQ(WeekdayOf(DayFrom(2021, 3, 2)), 1);
  EXPECT_EQ(WeekdayOf(DayFrom(1989, 11, 9)), 3);
  EXPECT_EQ(WeekdayOf(DayFrom(1066, 10, 20)), 5);  // Hastings, new style
}

TEST(Day, WhatDoesNotExist) {
  EXPECT_FALSE(Exists({2021, 2, 29}));
  EXPECT_FALSE(Exists({2021, 13, 0}));
  EXPECT_FALSE(Exists({0, 1, 1}));
  EXPECT_FALSE(Exists({2021, 0, 3}));
  EXPECT_TRUE(Exists({2020, 2, 29}));
  EXPECT_TRUE(Exists({1609, 0, 0}));
}

TEST(Day, ImpreciseDatesAreRanges) {
  EXPECT_EQ(RangeOf({2020, 2, 0}),
            (DayRange{DayFrom(2020, 2, 1), DayFrom(2020, 2, 29)}));
  EXPECT_EQ(RangeOf({1953, 0, 0}),
            (DayRange{DayFrom(1953, 1, 1), DayFrom(1953, 12, 31)}));
}

TEST(Day, MomentsKeepTheirOwnDay) {
  const Timestamp morning = {
      .date = {2021, 3, 2}, .second_of_day = 1800, .offset_minutes = 9 * 60};
  EXPECT_EQ(ToIsoString(morning), "2021-03-02T00:30:00+09:00");
  EXPECT_EQ(InstantOf(morning), Instant{DayFrom(2021, 3, 1)} * 86400 + 55800);
  EXPECT_EQ(ToIsoString(Timestamp{.date = {2021, 3, 0}}), "2021-03");
}

}  // namespace
}  // namespace archive
