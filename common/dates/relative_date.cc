#include "common/dates/relative_date.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "common/dates/calendar_names.h"

namespace archive {
namespace {

DayRange MonthsFrom(const Date& today, int month_offset, int months) {
  const int index = today.year * 12 + today.month - 1 + month_offset;
  const int last = index + months - 1;
  return {
      DayFrom(index / 12, index % 12 + 1, 1),
      DayFrom(last / 12, last % 12 + 1, DaysInMonth(last / 12, last % 12 + 1))};
}

DayRange Week(Day today, int offset) {
  const Day monday = today - WeekdayOf(today) + 7 * offset;
  return {monday, monday + 6};
}

DayRange Month(Day today, int offset) {
  return MonthsFrom(DateFrom(today), offset, 1);
}

DayRange Quarter(Day today, int offset) {
  const Date date = DateFrom(today);
  return MonthsFrom(date, offset * 3 - (date.month - 1) % 3, 3);
}

DayRange Year(Day today, int offset) {
  const Date date = DateFrom(today);
  return MonthsFrom(date, offset * 12 - (date.month - 1), 12);
}

DayRange OneDay(Day today, int offset) {
  return {today + offset, today + offset};
}

struct RelativeWord {
  std::string_view word;
  DayRange (*range)(Day today, int offset);
  int offset;
};

constexpr std::array<RelativeWord, 11> kRelativeWords = {{
    {"today", OneDay, 0},
    {"yesterday", OneDay, -1},
    {"tomorrow", OneDay, 1},
    {"this-week", Week, 0},
    {"last-week", Week, -1},
    {"this-month", Month, 0},
    {"last-month", Month, -1},
    {"this-quarter", Quarter, 0},
    {"last-quarter", Quarter, -1},
    {"this-year", Year, 0},
    {"last-year", Year, -1},
}};

struct Unit {
  std::string_view name;
  int days;  // one of the two is 0
  int months;
};

constexpr std::array<Unit, 12> kUnits = {{
    {"d", 1, 0},
    {"day", 1, 0},
    {"days", 1, 0},
    {"w", 7, 0},
    {"week", 7, 0},
    {"weeks", 7, 0},
    {"mo", 0, 1},
    {"month", 0, 1},
    {"months", 0, 1},
    {"y", 0, 12},
    {"year", 0, 12},
    {"years", 0, 12},
}};

constexpr std::array<std::string_view, 8> kTooSmall = {
    "h", "hr", "hour", "hours", "min", "mins", "minute", "minutes"};

struct TimeAgo {
  int number = 0;
  std::string_view digits;
  std::string_view unit;
};

// A number of at most five digits and a word; nothing else is a time ago.
std::optional<TimeAgo> SplitTimeAgo(std::string_view text) {
  TimeAgo ago;
  std::size_t end = 0;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
    ago.number = std::min(ago.number * 10 + (text[end] - '0'), 10'000'000);
    ++end;
  }
  ago.digits = text.substr(0, end);
  if (end < text.size() && (text[end] == '-' || text[end] == ' ')) ++end;
  ago.unit = text.substr(end);
  const bool is_word = !ago.unit.empty() &&
                       std::all_of(ago.unit.begin(), ago.unit.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
  if (ago.digits.empty() || ago.digits.size() > 5 || !is_word)
    return std::nullopt;
  return ago;
}

const Unit* FindUnit(std::string_view name) {
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

SingleDateReading DaysAgo(const TimeAgo& ago, const Unit& unit, Day today) {
  const DateMistake too_far = {"years run from 0001 to 9999", {}};
  if (unit.days != 0) {
    const Day day = today - ago.number * unit.days;
    if (day < DayFrom(kMinYear, 1, 1)) return too_far;
    return DayRange{day, day};
  }
  const Date date = DateFrom(today);
  const int index = date.year * 12 + date.month - 1 - ago.number * unit.months;
  if (index < kMinYear * 12) return too_far;
  const int year = index / 12;
  const int month = index % 12 + 1;
  // 31 March less a month is the end of February.
  const Day day =
      DayFrom(year, month, std::min(date.day, DaysInMonth(year, month)));
  return DayRange{day, day};
}

std::optional<SingleDateReading> ReadTimeAgo(const TimeAgo& ago, Day today) {
  if (const Unit* unit = FindUnit(ago.unit)) return DaysAgo(ago, *unit, today);
  if (ago.unit == "m")
    return DateMistake{fmt::format("{}m can be minutes or months", ago.digits),
                       {{fmt::format("{}mo", ago.digits), "months"}}};
  if (std::find(kTooSmall.begin(), kTooSmall.end(), ago.unit) !=
      kTooSmall.end())
    return DateMistake{"the smallest unit is a day", {{"today", ""}}};
  return std::nullopt;
}

}  // namespace

std::optional<SingleDateReading> ReadRelativeDate(std::string_view text,
                                                  Day today) {
  std::string word(text);
  std::replace(word.begin(), word.end(), ' ', '-');
  for (const RelativeWord& row : kRelativeWords) {
    if (row.word != word) continue;
    const DayRange range = row.range(today, row.offset);
    if (range.first < DayFrom(kMinYear, 1, 1) ||
        range.last > DayFrom(kMaxYear, 12, 31))
      return DateMistake{"years run from 0001 to 9999", {}};
    return range;
  }
  if (const int weekday = WeekdayFromName(text); weekday >= 0) {
    const Day day = today - (WeekdayOf(today) - weekday + 7) % 7;
    if (day < DayFrom(kMinYear, 1, 1))
      return DateMistake{"years run from 0001 to 9999", {}};
    return DayRange{day, day};
  }
  const std::optional<TimeAgo> ago = SplitTimeAgo(text);
  return ago ? ReadTimeAgo(*ago, today) : std::nullopt;
}

std::vector<std::string_view> RelativeDateWords() {
  std::vector<std::string_view> words;
  for (const RelativeWord& row : kRelativeWords) words.push_back(row.word);
  return words;
}

std::vector<std::string_view> TimeAgoUnits() {
  std::vector<std::string_view> names;
  for (const Unit& unit : kUnits) names.push_back(unit.name);
  return names;
}

bool IsTimeAgo(std::string_view text) {
  const std::optional<TimeAgo> ago = SplitTimeAgo(text);
  return ago && FindUnit(ago->unit) != nullptr;
}

}  // namespace archive
