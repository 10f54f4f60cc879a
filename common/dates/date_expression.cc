#include "common/dates/date_expression.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/dates/relative_date.h"

namespace archive {
namespace {

std::string_view Trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Small letters, and a single space wherever there is white space.
std::string Folded(std::string_view text) {
  std::string out;
  for (char c : Trimmed(text)) {
    if (c >= 9 && c <= 13) c = ' ';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c != ' ' || out.back() != ' ') out += c;
  }
  return out;
}

bool IsMadeOf(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '9' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

DateReading ReadDayOfYear(std::string_view text) {
  if (!IsMadeOf(text, "*-99-99"))
    return DateMistake{"a day in any year is written *-04-13", {}};
  const int month = (text[2] - '0') * 10 + (text[3] - '0');
  const int day = (text[5] - '0') * 10 + (text[6] - '0');
  // In a leap year, so that 29 February may be asked for.
  if (month == 0 || day == 0 || !Exists({2000, month, day}))
    return DateMistake{fmt::format("no year has {}", text.substr(2)), {}};
  return DayOfYear{month, day};
}

// The first day that an end may mean, or the last, or nothing for an open end.
struct End {
  std::optional<DayRange> days = {};
  std::optional<DateMistake> mistake = {};
};

End ReadEnd(std::string_view text, Day today) {
  if (text.empty()) return {};
  SingleDateReading reading = ReadSingleDate(text, today);
  if (auto* mistake = std::get_if<DateMistake>(&reading))
    return {.mistake = std::move(*mistake)};
  return {.days = std::get<DayRange>(reading)};
}

// A suggestion for an end becomes one for the range.
DateMistake InRange(DateMistake mistake, const std::string& before,
                    const std::string& after) {
  for (DateSuggestion& suggestion : mistake.suggestions) {
    suggestion.text.insert(0, before);
    suggestion.text += after;
  }
  return mistake;
}

DateReading ReadRange(std::string_view low, std::string_view high, Day today) {
  low = Trimmed(low);
  high = Trimmed(high);
  if (low.empty() && high.empty())
    return DateMistake{"a range needs a date on one side at least", {}};
  End first = ReadEnd(low, today);
  if (first.mistake)
    return InRange(std::move(*first.mistake), "", ".." + std::string(high));
  End last = ReadEnd(high, today);
  if (last.mistake)
    return InRange(std::move(*last.mistake), std::string(low) + "..", "");
  if (first.days && last.days && first.days->first > last.days->last)
    return DateMistake{fmt::format("{} comes after {}", low, high),
                       {{fmt::format("{}..{}", high, low), ""}}};
  DateRange range;
  if (first.days) range.first = first.days->first;
  if (last.days) range.last = last.days->last;
  return range;
}

DateReading ReadFolded(std::string_view text, Day today) {
  if (text.empty()) return DateMistake{"there is no date here", {}};
  if (text.starts_with('*')) return ReadDayOfYear(text);
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos)
    return ReadRange(text.substr(0, dots), text.substr(dots + 2), today);
  if (std::count(text.begin(), text.end(), '/') == 1) {
    const std::size_t slash = text.find('/');
    return ReadRange(text.substr(0, slash), text.substr(slash + 1), today);
  }
  SingleDateReading reading = ReadSingleDate(text, today);
  if (auto* mistake = std::get_if<DateMistake>(&reading))
    return std::move(*mistake);
  const DayRange days = std::get<DayRange>(reading);
  // Alone, 30d is the stretch up to today: nobody asks for the single day.
  return DateRange{days.first, IsTimeAgo(text) ? today : days.last};
}

}  // namespace

DateReading ReadDateExpression(std::string_view text, Day today) {
  const std::string folded = Folded(text);
  if (!folded.starts_with('~')) return ReadFolded(folded, today);
  DateReading reading = ReadFolded(Trimmed(folded).substr(1), today);
  if (auto* range = std::get_if<DateRange>(&reading))
    range->match = DateRange::Match::kTouching;
  if (std::holds_alternative<DayOfYear>(reading))
    return DateMistake{"~ goes before a date of one year",
                       {{folded.substr(1), ""}}};
  if (auto* mistake = std::get_if<DateMistake>(&reading))
    return InRange(std::move(*mistake), "~", "");
  return reading;
}

SingleDateReading ReadSingleDate(std::string_view text, Day today) {
  const std::string folded = Folded(text);
  const std::string_view whole = folded;
  if (whole.starts_with('-') && IsTimeAgo(whole.substr(1)))
    return DateMistake{"a time ago is written without a minus",
                       {{folded.substr(1), ""}}};
  if (whole.starts_with('-'))
    return DateMistake{"years run from 0001 to 9999", {}};
  if (auto relative = ReadRelativeDate(folded, today)) return *relative;
  return ReadCalendarDate(folded);
}

}  // namespace archive
