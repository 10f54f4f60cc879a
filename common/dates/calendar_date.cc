#include "common/dates/calendar_date.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/dates/calendar_names.h"
#include "common/text/edit_distance.h"

namespace archive {
namespace {

// A run of digits or of letters.
struct Part {
  std::string_view text;
  bool is_number = false;
  int number = 0;   // capped
  char before = 0;  // the character before it, 0 at the beginning
};

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsSeparator(char c) {
  return c == ' ' || c == ',' || c == '-' || c == '.' || c == '/';
}

// Numbers, words and the single separators between them; nothing when there
// is anything else.
std::optional<std::vector<Part>> PartsOf(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < text.size();) {
    if (IsSeparator(text[i]) || text[i] == '\'') {
      ++i;
      continue;
    }
    const bool is_number = IsDigit(text[i]);
    std::size_t end = i;
    while (end < text.size() && IsDigit(text[end]) == is_number &&
           !IsSeparator(text[end]) && text[end] != '\'') {
      const auto byte = static_cast<unsigned char>(text[end]);
      if (!is_number && (byte < 'a' || byte > 'z')) return std::nullopt;
      ++end;
    }
    Part part = {.text = text.substr(i, end - i), .is_number = is_number};
    part.before = i > 0 ? text[i - 1] : '\0';
    for (const char c : is_number ? part.text : std::string_view())
      part.number = std::min(part.number * 10 + (c - '0'), 100'000'000);
    parts.push_back(part);
    i = end;
  }
  return parts;
}

// "11-09", by somebody who means that day in any year.
bool IsDayOfYear(std::string_view text) {
  Date date = {.year = 2000};  // which has a 29 February
  if (text.size() != 5 || text[2] != '-') return false;
  const auto read = [](std::string_view digits, int& number) {
    const char* const end = digits.data() + digits.size();
    return std::from_chars(digits.data(), end, number).ptr == end;
  };
  return read(text.substr(0, 2), date.month) &&
         read(text.substr(3), date.day) && date.month > 0 && date.day > 0 &&
         Exists(date);
}

DateMistake NotADate(std::string_view text) {
  std::vector<std::string_view> names = {
      "today",      "yesterday",    "this-week",    "last-week", "this-month",
      "last-month", "this-quarter", "last-quarter", "this-year", "last-year"};
  for (const CalendarName& weekday : kWeekdayNames)
    names.push_back(weekday.name);
  DateMistake mistake = {fmt::format("\"{}\" is not a date", text), {}};
  for (const std::string_view name : NearestNames(text, names, 1)) {
    mistake.message += fmt::format("; did you mean {}?", name);
    mistake.suggestions.push_back({std::string(name), ""});
  }
  if (IsDayOfYear(text))
    mistake.suggestions.push_back(
        {fmt::format("*-{}", text), "that day in any year"});
  return mistake;
}

std::string_view MonthName(int month) {
  return kMonthNames[static_cast<std::size_t>(month - 1)].name;
}

std::string Capitalised(std::string_view name) {
  std::string out(name);
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string InWords(const Date& date) {
  return fmt::format("{} {}", date.day, Capitalised(MonthName(date.month)));
}

SingleDateReading Checked(const Date& date) {
  if (Exists(date)) return RangeOf(date);
  if (date.year < kMinYear || date.year > kMaxYear)
    return DateMistake{"years run from 0001 to 9999", {}};
  if (date.month < 1 || date.month > 12)
    return DateMistake{fmt::format("there is no month {}", date.month),
                       {{ToIsoString(Date{date.year, 0, 0}), ""}}};
  const Date month = {date.year, date.month, 0};
  return DateMistake{fmt::format("there is no {} {}", InWords(date), date.year),
                     {{ToIsoString(month), ""}}};
}

// A day out of three numbers; day 0 does not mean the whole month here.
SingleDateReading CheckedDay(int year, int month, int day) {
  if (month == 0) month = 13;
  if (day == 0) return DateMistake{"there is no day 0", {}};
  return Checked({year, month, day});
}

DateMistake FourDigits(std::string_view year) {
  DateMistake mistake = {
      fmt::format("\"{}\" is not a date; years have four digits", year), {}};
  if (year.size() == 2) {
    mistake.suggestions = {{fmt::format("19{}", year), ""},
                           {fmt::format("20{}", year), ""}};
  } else if (year.size() == 3) {
    mistake.suggestions = {{fmt::format("0{}", year), ""}};
  }
  return mistake;
}

// 03/04/2020, in which only one order may be possible.
SingleDateReading ReadDayAndMonth(std::string_view text, int a, int b,
                                  int year) {
  const Date day_first = {year, b, a};
  const Date month_first = {year, a, b};
  const bool first_is_day = a > 0 && b > 0 && Exists(day_first);
  const bool first_is_month = a > 0 && b > 0 && Exists(month_first);
  if (first_is_day && (!first_is_month || day_first == month_first))
    return RangeOf(day_first);
  if (first_is_month && !first_is_day) return RangeOf(month_first);
  if (!first_is_day) return CheckedDay(year, b > 12 ? a : b, b > 12 ? b : a);
  return DateMistake{fmt::format("{} can be read in two ways", text),
                     {{ToIsoString(day_first), InWords(day_first)},
                      {ToIsoString(month_first), InWords(month_first)}}};
}

SingleDateReading ReadOneNumber(const Part& part) {
  if (part.text.size() == 4) return Checked({part.number, 0, 0});
  if (part.text.size() == 8)
    return CheckedDay(part.number / 10'000, part.number / 100 % 100,
                      part.number % 100);
  return FourDigits(part.text);
}

SingleDateReading ReadNumbers(std::string_view text,
                              const std::vector<Part>& parts) {
  if (parts.size() == 1) return ReadOneNumber(parts[0]);
  const bool year_first = parts[0].text.size() == 4;
  const bool year_last = parts.back().text.size() == 4;
  if (parts.size() == 2 && year_first && year_last)
    return DateMistake{
        "a stretch of years is written with two dots",
        {{fmt::format("{}..{}", parts[0].text, parts[1].text), ""}}};
  if (parts.size() == 2 && year_first) {
    if (parts[1].number == 0) return DateMistake{"there is no month 0", {}};
    return Checked({parts[0].number, parts[1].number, 0});
  }
  if (parts.size() == 2 && year_last) {
    if (parts[0].number == 0) return DateMistake{"there is no month 0", {}};
    return Checked({parts[1].number, parts[0].number, 0});
  }
  if (parts.size() != 3) return NotADate(text);
  if (year_first)
    return CheckedDay(parts[0].number, parts[1].number, parts[2].number);
  if (year_last)
    return ReadDayAndMonth(text, parts[0].number, parts[1].number,
                           parts[2].number);
  return DateMistake{fmt::format("{} needs a year of four digits", text), {}};
}

bool IsOrdinal(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

// 1960s, 1960's.
bool IsDecade(const std::vector<Part>& parts) {
  return parts.size() == 2 && parts[0].is_number && parts[1].text == "s" &&
         (parts[1].before == '\'' || IsDigit(parts[1].before)) &&
         parts[0].number % 10 == 0;
}

SingleDateReading ReadDecade(const Part& decade) {
  if (decade.text.size() != 4) {
    DateMistake mistake = FourDigits(decade.text);
    // Nobody writes of the 2060s yet.
    if (mistake.suggestions.size() > 1) mistake.suggestions.resize(1);
    for (DateSuggestion& suggestion : mistake.suggestions)
      suggestion.text += 's';
    return mistake;
  }
  const int first = std::max(decade.number, kMinYear);
  return DayRange{DayFrom(first, 1, 1), DayFrom(decade.number + 9, 12, 31)};
}

// 2021-Q1, Q1 2021; 0 when it is none.
int QuarterOf(const std::vector<Part>& parts, int& year) {
  if (parts.size() != 3) return 0;
  const std::size_t q = parts[0].text == "q" ? 0 : 1;
  const Part& year_part = parts[q == 0 ? 2 : 0];
  if (parts[q].text != "q" || !parts[q + 1].is_number ||
      year_part.text.size() != 4 || !year_part.is_number)
    return 0;
  year = year_part.number;
  return parts[q + 1].number >= 1 && parts[q + 1].number <= 4
             ? parts[q + 1].number
             : -1;
}

SingleDateReading ReadQuarter(int year, int quarter) {
  if (quarter < 0) return DateMistake{"a year has quarters Q1 to Q4", {}};
  if (year < kMinYear) return Checked({year, 0, 0});
  const int last = quarter * 3;
  return DayRange{DayFrom(year, last - 2, 1),
                  DayFrom(year, last, DaysInMonth(year, last))};
}

// What a written date says, in whatever order.
struct Written {
  int month = 0;
  std::optional<int> day = {};
  std::optional<int> year = {};
  int weekday = -1;
};

std::optional<Written> CollectWritten(const std::vector<Part>& parts) {
  Written written;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    if (part.is_number) {
      std::optional<int>& place =
          part.text.size() == 4 ? written.year : written.day;
      if (place || (part.text.size() > 2 && part.text.size() != 4))
        return std::nullopt;
      place = part.number;
    } else if (part.text == "of" ||
               (IsOrdinal(part.text) && i > 0 && parts[i - 1].is_number)) {
      continue;
    } else if (MonthFromName(part.text) != 0 && written.month == 0) {
      written.month = MonthFromName(part.text);
    } else if (WeekdayFromName(part.text) >= 0 && i == 0) {
      written.weekday = WeekdayFromName(part.text);
    } else {
      return std::nullopt;
    }
  }
  return written;
}

SingleDateReading ReadWritten(std::string_view text, const Written& written) {
  if (!written.year) {
    DateMistake mistake = {fmt::format("\"{}\" needs a year", text), {}};
    if (written.day && *written.day >= 1 &&
        *written.day <= DaysInMonth(2000, written.month))
      mistake.suggestions.push_back(
          {fmt::format("*-{:02}-{:02}", written.month, *written.day),
           "in any year"});
    return mistake;
  }
  if (!written.day) return Checked({*written.year, written.month, 0});
  SingleDateReading reading =
      CheckedDay(*written.year, written.month, *written.day);
  const auto* range = std::get_if<DayRange>(&reading);
  if (range == nullptr || written.weekday < 0 ||
      WeekdayOf(range->first) == written.weekday)
    return reading;
  const int weekday = WeekdayOf(range->first);
  return DateMistake{
      fmt::format(
          "that day was a {}",
          Capitalised(kWeekdayNames[static_cast<std::size_t>(weekday)].name)),
      {{ToIsoString(DateFrom(range->first)), ""}}};
}

// 2021-03-02T09:00.
bool HasTimeOfDay(std::string_view text) {
  return text.size() > 11 && (text[10] == 't' || text[10] == ' ') &&
         IsDigit(text[0]) && text[4] == '-' && text[7] == '-' &&
         IsDigit(text[11]);
}

// The best month for a misspelt one, with the rest of the text around it.
DateMistake MisspeltOrNoDate(std::string_view text,
                             const std::vector<Part>& parts) {
  std::vector<std::string_view> months;
  months.reserve(kMonthNames.size());
  for (const CalendarName& month : kMonthNames) months.push_back(month.name);
  for (const Part& part : parts) {
    if (part.is_number) continue;
    const auto nearest = NearestNames(part.text, months, 1);
    if (nearest.empty() || MonthFromName(part.text) != 0) continue;
    const auto at = static_cast<std::size_t>(part.text.data() - text.data());
    std::string meant(text);
    meant.replace(at, part.text.size(), nearest.front());
    DateMistake mistake = NotADate(text);
    if (!mistake.suggestions.empty()) return mistake;  // a day, a span of days
    mistake.message +=
        fmt::format("; did you mean {}?", Capitalised(nearest.front()));
    if (parts.size() == 1)
      mistake.message += " A month needs a year";
    else
      mistake.suggestions = {{std::move(meant), ""}};
    return mistake;
  }
  return NotADate(text);
}

}  // namespace

SingleDateReading ReadCalendarDate(std::string_view text) {
  if (HasTimeOfDay(text))
    return DateMistake{"a date is asked for by day, without the time",
                       {{std::string(text.substr(0, 10)), ""}}};
  const std::optional<std::vector<Part>> parts = PartsOf(text);
  if (!parts || parts->empty()) return NotADate(text);
  if (std::all_of(parts->begin(), parts->end(),
                  [](const Part& part) { return part.is_number; }))
    return ReadNumbers(text, *parts);
  if (IsDecade(*parts)) return ReadDecade(parts->front());
  int year = 0;
  if (const int quarter = QuarterOf(*parts, year); quarter != 0)
    return ReadQuarter(year, quarter);
  const std::optional<Written> written = CollectWritten(*parts);
  if (!written || written->month == 0) return MisspeltOrNoDate(text, *parts);
  return ReadWritten(text, *written);
}

}  // namespace archive
