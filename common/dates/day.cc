#include "common/dates/day.h"

#include <cstdlib>

#include <fmt/format.h>

namespace archive {
namespace {

constexpr int kSecondsPerDay = 86400;

}  // namespace

Day DayFrom(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year =
      (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date DateFrom(Day day) {
  const int z = day + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                           day_of_era / 146096) /
                          365;
  const int day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
          .month = month,
          .day = day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

bool IsLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int DaysInMonth(int year, int month) {
  if (month == 2) return IsLeapYear(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool Exists(const Date& date) {
  if (date.year < kMinYear || date.year > kMaxYear) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day >= 0 && date.day <= DaysInMonth(date.year, date.month);
}

DayRange RangeOf(const Date& date) {
  const int first_month = date.month == 0 ? 1 : date.month;
  const int last_month = date.month == 0 ? 12 : date.month;
  if (date.day != 0) {
    const Day day = DayFrom(date.year, date.month, date.day);
    return {day, day};
  }
  return {DayFrom(date.year, first_month, 1),
          DayFrom(date.year, last_month, DaysInMonth(date.year, last_month))};
}

int WeekdayOf(Day day) {
  const int shifted = (day + 3) % 7;  // day 0 was a Thursday
  return shifted < 0 ? shifted + 7 : shifted;
}

std::string ToIsoString(const Date& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Instant InstantOf(const Timestamp& timestamp) {
  const Instant midnight =
      Instant{RangeOf(timestamp.date).first} * kSecondsPerDay;
  return midnight + timestamp.second_of_day.value_or(0) -
         Instant{timestamp.offset_minutes.value_or(0)} * 60;
}

std::string ToIsoString(const Timestamp& timestamp) {
  std::string text = ToIsoString(timestamp.date);
  if (!timestamp.second_of_day) return text;
  const int second = *timestamp.second_of_day;
  text += fmt::format("T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60,
                      second % 60);
  if (!timestamp.offset_minutes) return text;
  const int offset = *timestamp.offset_minutes;
  if (offset == 0) return text + 'Z';
  return text + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+',
                            std::abs(offset) / 60, std::abs(offset) % 60);
}

std::string UtcText(Instant instant) {
  const Instant second =
      ((instant % kSecondsPerDay) + kSecondsPerDay) % kSecondsPerDay;
  const auto day = static_cast<Day>((instant - second) / kSecondsPerDay);
  return ToIsoString(Timestamp{.date = DateFrom(day),
                               .second_of_day = static_cast<int>(second),
                               .offset_minutes = 0});
}

}  // namespace archive
