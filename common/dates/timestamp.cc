#include "common/dates/timestamp.h"

#include <string>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

bool IsPlaceholder(const Timestamp& stamp) {
  if (stamp.date == Date{1, 1, 1}) return true;
  return stamp.second_of_day && InstantOf(stamp) == 0;
}

std::optional<Timestamp> Finish(Date date, std::optional<TimeOfDay> time,
                                std::optional<int> offset) {
  if (!Exists(date)) return std::nullopt;
  Timestamp stamp{.date = date};
  if (time && date.day != 0) {
    stamp.second_of_day = time->second;
    stamp.offset_minutes = offset;
    if (time->second == kSecondsPerDay) {
      stamp.second_of_day = 0;
      stamp.date = DateFrom(DayFrom(date.year, date.month, date.day) + 1);
      if (!Exists(stamp.date)) return std::nullopt;
    }
  }
  if (IsPlaceholder(stamp)) return std::nullopt;
  return stamp;
}

// The day `ordinal` (1 to 366) of a year.
std::optional<Date> DayOfYear(int year, int ordinal) {
  if (year < kMinYear || year > kMaxYear || ordinal < 1 ||
      ordinal > (IsLeapYear(year) ? 366 : 365))
    return std::nullopt;
  return DateFrom(DayFrom(year, 1, 1) + ordinal - 1);
}

// The date of ISO 8601 in its extended form, behind the year and `separator`.
std::optional<Date> TakeRestOfDate(DateScanner& scan, int year,
                                   char separator) {
  if (separator == '-' && scan.PeekDigits().size() == 3)
    return DayOfYear(year, *scan.TakeDigits(3));
  const std::optional<int> month = scan.TakeNumber(separator == '-' ? 2 : 1, 2);
  if (!month || *month == 0) return std::nullopt;
  if (!scan.Take(separator)) return Date{year, *month, 0};
  const std::optional<int> day = scan.TakeNumber(separator == '-' ? 2 : 1, 2);
  if (!day || *day == 0) return std::nullopt;
  return Date{year, *month, *day};
}

std::optional<Date> TakeIsoDate(DateScanner& scan) {
  const std::size_t digits = scan.PeekDigits().size();
  if (digits == 8) {
    const int year = *scan.TakeDigits(4);
    const int month = *scan.TakeDigits(2);
    const int day = *scan.TakeDigits(2);
    if (month == 0 || day == 0) return std::nullopt;
    return Date{year, month, day};
  }
  if (digits != 4) return std::nullopt;
  const int year = *scan.TakeDigits(4);
  for (const char separator : {'-', '/', '.'}) {
    if (scan.Take(separator)) return TakeRestOfDate(scan, year, separator);
  }
  return Date{year, 0, 0};
}

std::optional<Timestamp> ParseIso(std::string_view text) {
  DateScanner scan(text);
  const std::optional<Date> date = TakeIsoDate(scan);
  if (!date) return std::nullopt;
  if (scan.AtEnd()) return Finish(*date, std::nullopt, std::nullopt);
  if (date->day == 0) return std::nullopt;
  std::optional<int> offset;
  std::optional<TimeOfDay> time;
  const bool marked = scan.TakeOneOf("Tt");
  if (!marked && !IsBlank(scan.Peek())) {
    // A day with a zone and no time, as XML Schema allows.
    if (!TakeZone(scan, offset) || !offset || !scan.AtEnd())
      return std::nullopt;
    return Finish(*date, std::nullopt, std::nullopt);
  }
  scan.SkipBlanks();
  DateScanner basic = scan;
  time = TakeTime(scan);
  if (!time) {
    if (!marked) return std::nullopt;
    scan = basic;
    time = TakeBasicTime(scan);
  }
  if (!time || !TakeZone(scan, offset)) return std::nullopt;
  scan.SkipBlanks();
  if (!scan.AtEnd()) return std::nullopt;
  return Finish(*date, time, offset);
}

// Dates that name the month.  The order of the parts is free, since none can
// be taken for another: the month is a word, a time has a colon, a year four
// digits (or two, in mail and on the web of the nineties).
class NamedMonthParser {
 public:
  explicit NamedMonthParser(std::string_view text) : scan_(text) {}

  std::optional<Timestamp> Parse() {
    for (SkipSeparators(); !scan_.AtEnd(); SkipSeparators()) {
      if (!TakePart()) return std::nullopt;
    }
    if (month_ == 0 || !year_) return std::nullopt;
    if (short_year_ && (!has_weekday_ || !time_)) return std::nullopt;
    return Finish({*year_, month_, day_.value_or(0)}, time_, offset_);
  }

 private:
  void SkipSeparators() {
    while (scan_.TakeOneOf(" \t\r\n,.")) {
    }
    // Between the parts of "26-FEB-1987"; behind a time it is a sign.
    if (!time_) scan_.Take('-');
  }

  bool TakePart() {
    if (IsDigit(scan_.Peek())) return TakeDigitsPart();
    if (IsLetter(scan_.Peek())) return TakeWord();
    if (time_ && !offset_) {
      const std::size_t before = scan_.Remaining();
      return TakeZone(scan_, offset_) && scan_.Remaining() < before;
    }
    const std::size_t before = scan_.Remaining();
    scan_.SkipBracketed('(', ')');
    return scan_.Remaining() < before;
  }

  bool TakeWord() {
    const std::string_view word = scan_.PeekLetters();
    const int month = MonthNamed(word);
    if (month != 0) {
      if (month_ != 0) return false;
      month_ = month;
    } else if (IsWeekday(word)) {
      if (has_weekday_) return false;
      has_weekday_ = true;
    } else if (time_ && !zone_seen_) {
      zone_seen_ = true;
      return TakeZone(scan_, offset_);
    } else if (!SameLetters(word, "at") && !SameLetters(word, "of") &&
               !SameLetters(word, "the") && !SameLetters(word, "on")) {
      return false;
    }
    scan_.TakeLetters();
    return true;
  }

  bool TakeDigitsPart() {
    DateScanner ahead = scan_;
    const std::size_t digits = ahead.PeekDigits().size();
    ahead.SkipDigits();
    if (ahead.Peek() == ':') {
      if (time_) return false;
      time_ = TakeTime(scan_);
      return time_.has_value();
    }
    if (digits == 4) return TakeYear(*scan_.TakeDigits(4));
    if (digits > 2) return false;
    const int number = *scan_.TakeDigits(digits);
    if (day_) {
      if (digits != 2) return false;
      short_year_ = true;
      return TakeYear(number + (number < 50 ? 2000 : 1900));
    }
    day_ = number;
    return number != 0 && TakeOrdinalEnding();
  }

  bool TakeYear(int year) {
    if (year_) return false;
    year_ = year;
    return true;
  }

  // "2nd"; false for other letters that stick to the number.
  bool TakeOrdinalEnding() {
    const std::string_view letters = scan_.PeekLetters();
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (SameLetters(letters, ending)) {
        scan_.TakeLetters();
        return true;
      }
    }
    return letters.empty();
  }

  DateScanner scan_;
  int month_ = 0;
  std::optional<int> year_;
  std::optional<int> day_;
  std::optional<TimeOfDay> time_;
  std::optional<int> offset_;
  bool has_weekday_ = false;
  bool short_year_ = false;
  bool zone_seen_ = false;
};

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Timestamp> ParseTimestamp(std::string_view text) {
  // Longer texts are sentences.
  constexpr std::size_t kLongest = 100;
  text = Trimmed(text);
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  if (std::optional<Timestamp> stamp = ParseIso(text)) return stamp;
  return NamedMonthParser(text).Parse();
}

std::optional<Timestamp> TimestampFromNumber(std::int64_t number) {
  constexpr std::int64_t kSmallestUnix = 100'000'000;  // March 1973
  constexpr std::int64_t kLargestSeconds = 100'000'000'000;
  constexpr std::int64_t kLargestMilliseconds = kLargestSeconds * 1000;
  const bool year_or_day = (number >= 1600 && number <= 2100) ||
                           (number >= 16000101 && number <= 21001231);
  if (year_or_day) return ParseIso(std::to_string(number));
  // Compared on both sides: the smallest number has no positive counterpart.
  if (number > kLargestMilliseconds || number < -kLargestMilliseconds)
    return std::nullopt;
  if (number > -kSmallestUnix && number < kSmallestUnix) return std::nullopt;
  std::int64_t seconds = number;
  if (number > kLargestSeconds || number < -kLargestSeconds)
    seconds = (number - (number < 0 ? 999 : 0)) / 1000;
  std::int64_t days = seconds / kSecondsPerDay;
  std::int64_t second_of_day = seconds % kSecondsPerDay;
  if (second_of_day < 0) {
    second_of_day += kSecondsPerDay;
    --days;
  }
  const Date date = DateFrom(static_cast<Day>(days));
  return Finish(date, TimeOfDay{static_cast<int>(second_of_day)}, 0);
}

}  // namespace archive
