#include "query/output/wording.h"

#include <cstdlib>

#include <fmt/format.h>

#include "common/dates/calendar_names.h"
#include "common/text/counts.h"
#include "common/text/language.h"

namespace archive {
namespace {

constexpr int kSecondsPerHour = 3600;
constexpr int kSecondsPerMinute = 60;
constexpr int kMinutesPerHour = 60;

std::string Capitalised(std::string_view word) {
  std::string out(word);
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string ClockTime(int second_of_day) {
  return fmt::format("{:02}:{:02}", second_of_day / kSecondsPerHour,
                     second_of_day % kSecondsPerHour / kSecondsPerMinute);
}

}  // namespace

std::string WrittenDate(const Date& date) {
  if (date.month == 0) return std::to_string(date.year);
  const std::string month =
      Capitalised(kMonthNames[static_cast<std::size_t>(date.month - 1)].name);
  if (date.day == 0) return fmt::format("{} {}", month, date.year);
  return fmt::format("{} {} {}", date.day, month, date.year);
}

std::string WrittenDays(const DayRange& days) {
  Date first = DateFrom(days.first);
  Date last = DateFrom(days.last);
  constexpr int kYearsOfDecade = 10;
  if (RangeOf(Date{first.year, first.month}).first == days.first &&
      RangeOf(Date{last.year, last.month}).last == days.last) {
    first.day = last.day = 0;
    if (first.month == 1 && last.month == 12) first.month = last.month = 0;
  }
  if (first.month == 0 && first.year % kYearsOfDecade == 0 &&
      last.year - first.year == kYearsOfDecade - 1)
    return fmt::format("{}s", first.year);
  if (first == last) return WrittenDate(first);
  return WrittenDate(first) + " to " + WrittenDate(last);
}

std::string WrittenTimestamp(const Timestamp& when) {
  std::string out = WrittenDate(when.date);
  if (!when.second_of_day) return out;
  out += ", " + ClockTime(*when.second_of_day);
  if (!when.offset_minutes) return out;
  const int minutes = std::abs(*when.offset_minutes);
  out += fmt::format(" {}{:02}:{:02}", *when.offset_minutes < 0 ? '-' : '+',
                     minutes / kMinutesPerHour, minutes % kMinutesPerHour);
  return out;
}

std::string WrittenInstant(Instant instant) {
  const Instant day = DayOf(instant);
  const auto second = static_cast<int>(instant - day * kSecondsPerDay);
  return ToIsoString(DateFrom(static_cast<Day>(day))) + ' ' + ClockTime(second);
}

std::string_view ConfidenceInWords(double confidence) {
  constexpr double kSure = 0.95;
  constexpr double kLikely = 0.8;
  if (confidence >= kSure) return "sure";
  return confidence >= kLikely ? "likely" : "doubtful";
}

std::string VersionCountInWords(std::size_t others) {
  return Counted(others, "other version");
}

std::string CopyCountInWords(std::size_t copies) {
  return copies == 1 ? "1 near-copy" : WithCommas(copies) + " near-copies";
}

std::string_view LanguageName(std::string_view code) {
  const Language* const language = FindLanguage(code);
  return language == nullptr ? code : language->name;
}

}  // namespace archive
