#include "common/dates/date_scanner.h"

#include <algorithm>
#include <array>

namespace archive {
namespace {

constexpr int kMaxOffsetMinutes = 18 * 60;

// Whether `word` is `name`, or its first three letters or more ("Sept").
bool IsNameOrBeginning(std::string_view word, std::string_view name) {
  return word.size() >= 3 && word.size() <= name.size() &&
         SameLetters(word, name.substr(0, word.size()));
}

struct Zone {
  std::string_view name;
  int minutes;
};

// Those of RFC 2822 alone: other letters mean different things in different
// countries (BST, IST, CST outside America).
constexpr std::array<Zone, 12> kZones = {{{"Z", 0},
                                          {"UT", 0},
                                          {"UTC", 0},
                                          {"GMT", 0},
                                          {"EST", -300},
                                          {"EDT", -240},
                                          {"CST", -360},
                                          {"CDT", -300},
                                          {"MST", -420},
                                          {"MDT", -360},
                                          {"PST", -480},
                                          {"PDT", -420}}};

std::optional<int> ZoneNamed(std::string_view word) {
  for (const Zone& zone : kZones) {
    if (SameLetters(word, zone.name)) return zone.minutes;
  }
  return std::nullopt;
}

// Minutes of "+09:00", "-0500", "+9"; a sign must be next.
std::optional<int> TakeNumericOffset(DateScanner& scan) {
  const bool west = scan.Peek() == '-';
  if (!scan.TakeOneOf("+-")) return std::nullopt;
  std::optional<int> hours;
  int minutes = 0;
  if (scan.PeekDigits().size() == 4) {
    hours = scan.TakeDigits(2);
    minutes = *scan.TakeDigits(2);
  } else {
    hours = scan.TakeNumber(1, 2);
    if (hours && scan.Take(':')) {
      const std::optional<int> after = scan.TakeNumber(2, 2);
      if (!after) return std::nullopt;
      minutes = *after;
    }
  }
  if (!hours || minutes > 59) return std::nullopt;
  const int total = *hours * 60 + minutes;
  if (total > kMaxOffsetMinutes) return std::nullopt;
  return west ? -total : total;
}

std::optional<TimeOfDay> MakeTime(int hour, int minute, int second) {
  if (second == 60) second = 59;  // a leap second
  if (minute > 59 || second > 59) return std::nullopt;
  const int total = hour * 3600 + minute * 60 + second;
  if (total > kSecondsPerDay) return std::nullopt;
  return TimeOfDay{total};
}

void SkipFraction(DateScanner& scan) {
  DateScanner ahead = scan;
  if (!ahead.TakeOneOf(".,") || ahead.PeekDigits().empty()) return;
  ahead.SkipDigits();
  scan = ahead;
}

// "a.m.", "PM", behind an hour of 1 to 12.  False: an impossible hour.
bool ApplyHalfOfDay(DateScanner& scan, int& hour) {
  DateScanner ahead = scan;
  ahead.SkipBlanks();
  const char half = Lower(ahead.Peek());
  if (half != 'a' && half != 'p') return true;
  ahead.Take(ahead.Peek());
  ahead.Take('.');
  if (Lower(ahead.Peek()) != 'm') return true;
  ahead.Take(ahead.Peek());
  ahead.Take('.');
  if (IsLetter(ahead.Peek())) return true;
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (half == 'p' ? 12 : 0);
  scan = ahead;
  return true;
}

}  // namespace

bool SameLetters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return Lower(x) == Lower(y); });
}

int MonthNamed(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (SameLetters(word, kMonths[i]) ||
        SameLetters(word, kMonths[i].substr(0, 3)))
      return static_cast<int>(i) + 1;
  }
  return SameLetters(word, "sept") ? 9 : 0;
}

bool IsWeekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWeekdays = {
      "monday", "tuesday",  "wednesday", "thursday",
      "friday", "saturday", "sunday"};
  return std::any_of(
      kWeekdays.begin(), kWeekdays.end(),
      [word](std::string_view name) { return IsNameOrBeginning(word, name); });
}

std::optional<TimeOfDay> TakeTime(DateScanner& scan) {
  const std::optional<int> hour = scan.TakeNumber(1, 2);
  if (!hour || !scan.Take(':')) return std::nullopt;
  const std::optional<int> minute = scan.TakeNumber(2, 2);
  if (!minute) return std::nullopt;
  int second = 0;
  if (scan.Take(':')) {
    const std::optional<int> read = scan.TakeNumber(2, 2);
    if (!read) return std::nullopt;
    second = *read;
    SkipFraction(scan);
  }
  int hour_of_day = *hour;
  if (!ApplyHalfOfDay(scan, hour_of_day)) return std::nullopt;
  return MakeTime(hour_of_day, *minute, second);
}

std::optional<TimeOfDay> TakeBasicTime(DateScanner& scan) {
  const std::size_t digits = scan.PeekDigits().size();
  if (digits != 2 && digits != 4 && digits != 6) return std::nullopt;
  const int hour = *scan.TakeDigits(2);
  const int minute = digits >= 4 ? *scan.TakeDigits(2) : 0;
  const int second = digits == 6 ? *scan.TakeDigits(2) : 0;
  SkipFraction(scan);
  return MakeTime(hour, minute, second);
}

bool TakeZone(DateScanner& scan, std::optional<int>& minutes) {
  scan.SkipBlanks();
  const std::string_view word = scan.TakeLetters();
  if (!word.empty()) {
    minutes = ZoneNamed(word);
    // A zone that is not known leaves the offset unknown.
    if (!minutes && (word.size() < 2 || word.size() > 5)) return false;
  }
  if (scan.Peek() == '+' || scan.Peek() == '-') {
    if (!word.empty() && minutes.value_or(1) != 0) return false;
    minutes = TakeNumericOffset(scan);
    if (!minutes) return false;
  }
  scan.SkipBlanks();
  scan.SkipBracketed('(', ')');
  scan.SkipBracketed('[', ']');
  return true;
}

}  // namespace archive
