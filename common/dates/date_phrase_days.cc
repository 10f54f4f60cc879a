#include <algorithm>
#include <array>

#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

// "Sept." and its point.
std::size_t BehindMonth(const TokenWindow& tokens, std::size_t month) {
  const std::size_t next = month + 1;
  const bool point = tokens.At(month).short_form &&
                     tokens.Is(next, Kind::kPoint) && tokens.IsJoined(next);
  return point ? next + 1 : next;
}

// "-10", "to 12" behind a day.
void TakeLastDay(const TokenWindow& tokens, DatePhrase& phrase) {
  const std::size_t i = phrase.end;
  if (!tokens.Is(i, Kind::kDash) && !tokens.Is(i, Kind::kTo) &&
      !tokens.Is(i, Kind::kSlash) && !tokens.Is(i, Kind::kAnd))
    return;
  const DateToken& last = tokens.At(i + 1);
  if (!IsDayNumber(last) || last.value <= phrase.day) return;
  if (tokens.Is(i + 2, Kind::kUnit) || IsAmount(tokens, i + 2) ||
      (phrase.month != 0 && tokens.Is(i + 2, Kind::kMonth)))
    return;
  phrase.last_day = last.value;
  phrase.sign = i;
  phrase.end = i + 2;
}

// Words that are a month's name, too, count with a capital only.
bool IsMonthName(const DateToken& token) {
  return token.kind == Kind::kMonth && (token.capital || token.foreign);
}

}  // namespace

// "November 26, 2020", "November 9-10"
DateReading ReadMonthThenDay(const TokenWindow& tokens, std::size_t i) {
  const DateToken& month = tokens.At(i);
  if (!month.capital || (month.foreign && month.short_form)) return {};
  const std::size_t at = BehindMonth(tokens, i);
  const DateToken& day = tokens.At(at);
  if (!IsDayNumber(day) || day.starts_sentence || IsAmount(tokens, at + 1) ||
      tokens.Is(at + 1, Kind::kUnit))
    return {};
  DatePhrase phrase = MakePhrase(i, at + 1, Grain::kDay, kQuiteSure);
  phrase.base = DateBase::kYearless;
  phrase.month = month.value;
  phrase.day = day.value;
  TakeLastDay(tokens, phrase);
  TakeYearBehind(tokens, phrase);
  if (month.foreign && phrase.base == DateBase::kYearless) return {};
  return phrase;
}

namespace {

bool StandsAlone(const TokenWindow& tokens, std::size_t i) {
  const DateToken& month = tokens.At(i);
  if (month.short_form || month.foreign) return false;
  constexpr std::array kBefore = {
      Kind::kIn,      Kind::kOf,    Kind::kTo,    Kind::kFrom,
      Kind::kBetween, Kind::kEarly, Kind::kAfter, Kind::kEarlierThan,
      Kind::kLast,    Kind::kNext,  Kind::kThis,  Kind::kFollowing,
      Kind::kThat};
  const Kind before = tokens.Before(i).kind;
  if (std::find(kBefore.begin(), kBefore.end(), before) != kBefore.end())
    return true;
  if (before == Kind::kDash && i >= 2 &&
      (tokens.Is(i - 2, Kind::kEarly) || tokens.Is(i - 2, Kind::kMonth)))
    return true;
  if (before == Kind::kAnd && i >= 2 && tokens.Is(i - 2, Kind::kMonth))
    return true;
  // "February to April"
  if ((tokens.Is(i + 1, Kind::kTo) || tokens.Is(i + 1, Kind::kDash)) &&
      tokens.Is(i + 2, Kind::kMonth) && tokens.At(i + 2).capital)
    return true;
  // March, April, May, June and August are names, and words, of other things.
  constexpr std::array kNothingElse = {1, 2, 7, 9, 10, 11, 12};
  return before == Kind::kThe &&
         std::find(kNothingElse.begin(), kNothingElse.end(), month.value) !=
             kNothingElse.end();
}

}  // namespace

// "November 2020", "in November"
DateReading ReadMonthAlone(const TokenWindow& tokens, std::size_t i) {
  const DateToken& month = tokens.At(i);
  if (!IsMonthName(month)) return {};
  DatePhrase phrase =
      MakePhrase(i, BehindMonth(tokens, i), Grain::kMonth, kQuiteSure);
  phrase.base = DateBase::kYearless;
  phrase.month = month.value;
  TakeYearBehind(tokens, phrase);
  if (phrase.base != DateBase::kYearless)
    return month.foreign && month.short_form ? DateReading()
                                             : DateReading(phrase);
  if (!month.capital || !StandsAlone(tokens, i)) return {};
  if (IsDayNumber(tokens.At(phrase.end)) || tokens.Is(i + 1, Kind::kNumber))
    return {};
  phrase.end = i + 1;
  phrase.confidence = kLikely;
  return phrase;
}

// "26 November 2020", "3rd of May", "9–10 November 1989", "26. November"
DateReading ReadDayThenMonth(const TokenWindow& tokens, std::size_t i) {
  const DateToken& day = tokens.At(i);
  if (!IsDayNumber(day) && !(day.kind == Kind::kOrdinal && day.digits == 0))
    return {};
  if (tokens.Before(i).kind == Kind::kNumbered) return {};
  DatePhrase phrase = MakePhrase(i, i + 1, Grain::kDay, kSure);
  phrase.base = DateBase::kYearless;
  phrase.day = day.value;
  TakeLastDay(tokens, phrase);
  std::size_t at = phrase.end;
  if (tokens.Is(at, Kind::kPoint) && tokens.IsJoined(at)) ++at;
  const bool of = tokens.Is(at, Kind::kOf);
  if (of) ++at;
  const DateToken& month = tokens.At(at);
  // Dutch writes them as English does, but small.
  constexpr std::array kNames = {3, 5};  // that are words: march, may
  const bool small = !month.capital && !month.foreign;
  if (month.kind != Kind::kMonth ||
      (small && (month.short_form || std::find(kNames.begin(), kNames.end(),
                                               month.value) != kNames.end())))
    return {};
  if (day.digits == 0 && (!of || !month.capital)) return {};
  phrase.month = month.value;
  phrase.end = BehindMonth(tokens, at);
  if (phrase.end == at + 2 && !tokens.Is(phrase.end, Kind::kNumber))
    phrase.end = at + 1;
  TakeYearBehind(tokens, phrase);
  const bool doubtful = small || (month.foreign && month.short_form) ||
                        (month.foreign && !of && month.length() <= 4);
  if (doubtful && phrase.base == DateBase::kYearless) return {};
  return phrase;
}

}  // namespace archive
