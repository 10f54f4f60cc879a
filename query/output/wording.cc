#include "query/output/wording.h"

#include <cstdlib>

#include <fmt/format.h>

#include "common/dates/calendar_names.h"
#include "common/text/language.h"

namespace archive {
namespace {

constexpr Instant kSecondsPerDay = 86400;
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

std::string WithCommas(std::uint64_t number) {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > kGroup;) {
    at -= kGroup;
    digits.insert(at, ",");
  }
  return digits;
}

std::string ArticleCount(std::uint64_t number) {
  return WithCommas(number) + (number == 1 ? " article" : " articles");
}

std::string WrittenDate(const Date& date) {
  if (date.month == 0) return std::to_string(date.year);
  const std::string month =
      Capitalised(kMonthNames[static_cast<std::size_t>(date.month - 1)].name);
  if (date.day == 0) return fmt::format("{} {}", month, date.year);
  return fmt::format("{} {} {}", date.day, month, date.year);
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
  Instant day = instant / kSecondsPerDay;
  if (instant % kSecondsPerDay < 0) --day;
  const auto second = static_cast<int>(instant - day * kSecondsPerDay);
  return ToIsoString(DateFrom(static_cast<Day>(day))) + ' ' + ClockTime(second);
}

std::string_view ConfidenceInWords(double confidence) {
  constexpr double kSure = 0.95;
  constexpr double kLikely = 0.8;
  if (confidence >= kSure) return "sure";
  return confidence >= kLikely ? "likely" : "doubtful";
}

std::string_view LanguageName(std::string_view code) {
  const Language* const language = FindLanguage(code);
  return language == nullptr ? code : language->name;
}

std::string ShellQuoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace archive
