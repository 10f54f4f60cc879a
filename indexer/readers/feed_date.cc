#include "indexer/readers/feed_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/date_text.h"

namespace archive {
namespace {

struct Word {
  std::string_view written;
  std::string_view english;  // may be empty
};

// Months beside those that DatesInText knows, and the halves of the day.
constexpr auto kWords = std::to_array<Word>({
    {"január", "January"},
    {"február", "February"},
    {"március", "March"},
    {"április", "April"},
    {"május", "May"},
    {"június", "June"},
    {"július", "July"},
    {"augusztus", "August"},
    {"szeptember", "September"},
    {"október", "October"},
    {"Ιανουαρίου", "January"},
    {"Φεβρουαρίου", "February"},
    {"Μαρτίου", "March"},
    {"Απριλίου", "April"},
    {"Μαΐου", "May"},
    {"Ιουνίου", "June"},
    {"Ιουλίου", "July"},
    {"Αυγούστου", "August"},
    {"Σεπτεμβρίου", "September"},
    {"Οκτωβρίου", "October"},
    {"Νοεμβρίου", "November"},
    {"Δεκεμβρίου", "December"},
    {"Ιαν", "January"},
    {"Φεβ", "February"},
    {"Φεβρ", "February"},
    {"Μαρ", "March"},
    {"Μάρ", "March"},
    {"Μάρτ", "March"},
    {"Απρ", "April"},
    {"Μάι", "May"},
    {"Μαϊ", "May"},
    {"Μαι", "May"},
    {"Ιούν", "June"},
    {"Ιουν", "June"},
    {"Ιον", "June"},
    {"Ιούλ", "July"},
    {"Ιουλ", "July"},
    {"Ιολ", "July"},
    {"Αύγ", "August"},
    {"Αυγ", "August"},
    {"Σεπ", "September"},
    {"Σεπτ", "September"},
    {"Οκτ", "October"},
    {"Νοέ", "November"},
    {"Νοε", "November"},
    {"Δεκ", "December"},
    {"stycznia", "January"},
    {"lutego", "February"},
    {"marca", "March"},
    {"kwietnia", "April"},
    {"maja", "May"},
    {"czerwca", "June"},
    {"lipca", "July"},
    {"sierpnia", "August"},
    {"września", "September"},
    {"października", "October"},
    {"listopada", "November"},
    {"grudnia", "December"},
});

bool IsWordByte(char c) {
  return IsLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Words of kWords in English.
std::string InEnglish(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && IsWordByte(text[end])) ++end;
    if (end == at) {
      out += text[at++];
      continue;
    }
    const std::string_view word = text.substr(at, end - at);
    const auto* const row =
        std::find_if(kWords.begin(), kWords.end(),
                     [word](const Word& w) { return w.written == word; });
    out += row == kWords.end() ? word : row->english;
    at = end;
  }
  return out;
}

struct Clock {
  int second = 0;
  std::optional<int> offset;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Whether Korean's "afternoon" stands in front of the hour.
bool IsAfternoon(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  return before.ends_with("오후");
}

// The first "9:15", with its zone behind.
std::optional<Clock> FindClock(std::string_view text) {
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
       colon = text.find(':', colon + 1)) {
    std::size_t begin = colon;
    while (begin > 0 && colon - begin < 2 && IsDigit(text[begin - 1])) --begin;
    if (begin == colon) continue;
    DateScanner scan(text.substr(begin));
    const std::optional<TimeOfDay> time = TakeTime(scan);
    if (!time) continue;
    Clock clock{.second = time->second, .begin = begin};
    constexpr int kNoon = kSecondsPerDay / 2;
    if (IsAfternoon(text.substr(0, begin)) && clock.second < kNoon)
      clock.second += kNoon;
    DateScanner zone = scan;
    if (TakeZone(zone, clock.offset)) scan = zone;
    clock.end = text.size() - scan.Remaining();
    if (clock.second < kSecondsPerDay) return clock;
  }
  return std::nullopt;
}

// "03-12-31": years of two digits in the order of ISO 8601.
std::optional<Date> ShortIsoDay(std::string_view text) {
  DateScanner scan(text);
  const std::optional<int> year = scan.TakeNumber(2, 2);
  if (!year || !scan.Take('-')) return std::nullopt;
  const std::optional<int> month = scan.TakeNumber(2, 2);
  if (!month || !scan.Take('-')) return std::nullopt;
  const std::optional<int> day = scan.TakeNumber(2, 2);
  if (!day || *day == 0 || *month == 0) return std::nullopt;
  const Date date{*year + (*year < 50 ? 2000 : 1900), *month, *day};
  return Exists(date) ? std::optional(date) : std::nullopt;
}

// "2004-July-13", "13-July-2004" → with blanks, as DatesInText wants them.
std::string WithBlanks(std::string_view text) {
  std::string out;
  bool has_word = false;
  for (const char c : text) has_word = has_word || IsWordByte(c);
  for (const char c : text) out += has_word && (c == '-' || c == ',') ? ' ' : c;
  return CollapseSpaces(out);
}

// "2004 July 13" → "13 July 2004".
std::string YearLast(std::string_view text) {
  DateScanner scan(text);
  if (scan.PeekDigits().size() != 4) return std::string(text);
  std::string out(text.substr(4));
  return CollapseSpaces(out + ' ' + std::string(text.substr(0, 4)));
}

std::optional<Date> FindDay(std::string_view text) {
  if (const std::optional<Date> day = ShortIsoDay(text)) return day;
  const std::string plain = WithBlanks(text);
  for (const std::string& form : {std::string(text), plain, YearLast(plain)}) {
    const std::vector<DateInText> found =
        DatesInText(form, DateOrder::kUnknown);
    if (!found.empty()) return found.front().when.date;
    if (const std::optional<Timestamp> when = ParseTimestamp(form))
      return when->date;
    if (const std::optional<Timestamp> when = ParseTimestamp(YearLast(form)))
      return when->date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Timestamp> FeedTimestamp(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  if (text.size() > kLongest) return std::nullopt;
  // "Mon, 30 Nov -0001", WordPress's for what has not been published.
  if (text.find(" -0001 ") != std::string_view::npos) return std::nullopt;
  const std::string clean = InEnglish(CleanValue(text));
  if (std::optional<Timestamp> when = ParseTimestamp(clean)) return when;
  // Behind a weekday, the mark of mail, a year may have two digits.
  if (!clean.empty() && IsDigit(clean[0])) {
    if (std::optional<Timestamp> when = ParseTimestamp("Mon, " + clean))
      return when;
  }
  const std::optional<Clock> clock = FindClock(clean);
  std::string rest = clean;
  if (clock) {
    rest = clean.substr(0, clock->begin) + ' ' + clean.substr(clock->end);
    // "2004-07-13T": what is left in front of the time.
    const std::size_t mark = clock->begin;
    if (mark > 0 && (rest[mark - 1] == 'T' || rest[mark - 1] == 't'))
      rest[mark - 1] = ' ';
  }
  const std::optional<Date> day = FindDay(CollapseSpaces(rest));
  if (!day) return std::nullopt;
  Timestamp when{.date = *day};
  if (clock && day->day != 0) {
    when.second_of_day = clock->second;
    when.offset_minutes = clock->offset;
  }
  return when;
}

}  // namespace archive
