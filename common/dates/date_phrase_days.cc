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
  std::size_t i = phrase.end;
  // "9. bis 10. November"
  if (tokens.Is(i, Kind::kPoint) && tokens.IsJoined(i) &&
      tokens.Is(i + 1, Kind::kTo) && tokens.At(i + 1).foreign)
    ++i;
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

bool IsIn(const DateToken& token) {
  return token.kind == Kind::kIn && token.value != 1;
}

// "In May 10 workers died": so many in that month.
bool CountsInMonth(const TokenWindow& tokens, std::size_t month,
                   std::size_t number) {
  return IsIn(tokens.Before(month)) && !tokens.Before(month).foreign &&
         IsPlural(tokens.At(number + 1));
}

}  // namespace

bool IsMemorialDay(const TokenWindow& tokens, const DatePhrase& phrase) {
  struct MonthDay {
    int month;
    int day;
  };
  constexpr std::array kDays = {MonthDay{9, 11}, MonthDay{1, 6},
                                MonthDay{10, 7}, MonthDay{11, 26}};
  const bool known =
      std::any_of(kDays.begin(), kDays.end(), [&](const MonthDay& day) {
        return day.month == phrase.month && day.day == phrase.day;
      });
  if (!known || phrase.base != DateBase::kYearless || phrase.last_day != 0)
    return false;
  const DateToken& before = tokens.Before(phrase.first);
  return tokens.Is(phrase.end, Kind::kMemorial) || IsIn(before) ||
         before.kind == Kind::kAfter;
}

// "November 26, 2020", "November 9-10"
DateReading ReadMonthThenDay(const TokenWindow& tokens, std::size_t i) {
  const DateToken& month = tokens.At(i);
  if (!month.capital || (month.foreign && month.short_form)) return {};
  const std::size_t at = BehindMonth(tokens, i);
  const DateToken& day = tokens.At(at);
  if (!IsDayNumber(day) || day.starts_sentence || IsAmount(tokens, at + 1) ||
      tokens.Is(at + 1, Kind::kUnit) || CountsInMonth(tokens, i, at))
    return {};
  DatePhrase phrase = MakePhrase(i, at + 1, Grain::kDay, kQuiteSure);
  phrase.base = DateBase::kYearless;
  phrase.month = month.value;
  phrase.day = day.value;
  TakeLastDay(tokens, phrase);
  TakeYearBehind(tokens, phrase);
  if (month.foreign && phrase.base == DateBase::kYearless) return {};
  phrase.memorial = IsMemorialDay(tokens, phrase);
  return phrase;
}

namespace {

constexpr int kMarch = 3;
constexpr int kMay = 5;
constexpr int kAugust = 8;

// "from April to May", "April and May"
bool IsBesideMonth(const TokenWindow& tokens, std::size_t i) {
  const auto is_sign = [](Kind kind) {
    return kind == Kind::kTo || kind == Kind::kAnd || kind == Kind::kDash;
  };
  return (i >= 2 && is_sign(tokens.KindAt(i - 1)) &&
          (tokens.Is(i - 2, Kind::kMonth) ||
           tokens.Is(i - 2, Kind::kNumber))) ||
         (is_sign(tokens.KindAt(i + 1)) && tokens.Is(i + 2, Kind::kMonth) &&
          tokens.At(i + 2).capital);
}

// May is a name and a verb: "turned to May", "between May and Corbyn", "Why
// This May Be".
bool IsOtherMay(const TokenWindow& tokens, std::size_t i) {
  const DateToken& before = tokens.Before(i);
  const DateToken& next = tokens.At(i + 1);
  if (tokens.Is(i + 2, Kind::kPossessive) && tokens.IsJoined(i + 2))
    return true;
  if (next.capital && IsPlainWord(next) && !next.starts_sentence &&
      !IsIn(before))
    return true;
  if (IsBesideMonth(tokens, i)) return false;
  // "By May the army"
  const bool leads = i > 0 && tokens.At(i - 1).starts_sentence;
  const bool dated = before.kind == Kind::kIn || before.kind == Kind::kAfter ||
                     before.kind == Kind::kEarlierThan;
  if (leads && dated && !(next.capital && IsPlainWord(next))) return false;
  switch (before.kind) {
    case Kind::kTo:
    case Kind::kFrom:
    case Kind::kBetween:
      return true;
    case Kind::kOf: {
      const Kind whole = i >= 2 ? tokens.KindAt(i - 2) : Kind::kOther;
      return whole != Kind::kEdge && whole != Kind::kUnit &&
             whole != Kind::kEarly && whole != Kind::kOrdinal;
    }
    case Kind::kIn:
      return !IsIn(before) && next.is_word;
    case Kind::kAfter:
    case Kind::kEarlierThan:
      return next.is_word;
    case Kind::kThis:
    case Kind::kThat:
      return next.is_word && (!next.grammar || next.capital);
    default:
      return false;
  }
}

// "August Osage County", "August Wilson's"
bool IsOtherAugust(const TokenWindow& tokens, std::size_t i, bool leads) {
  const DateToken& next = tokens.At(i + 1);
  if (!next.capital || !IsPlainWord(next) || next.starts_sentence) return false;
  const DateToken& after = tokens.At(i + 2);
  return (!leads && after.capital && !after.starts_sentence) ||
         tokens.Is(i + 3, Kind::kPossessive);
}

}  // namespace

bool IsOtherWord(const TokenWindow& tokens, std::size_t i) {
  const bool leads =
      i > 0 && tokens.At(i - 1).starts_sentence && IsIn(tokens.Before(i));
  switch (tokens.At(i).value) {
    case kMay:
      return IsOtherMay(tokens, i);
    case kAugust:
      return IsOtherAugust(tokens, i, leads);
    case kMarch:  // "Thousands to March in Paris"
      return tokens.Before(i).kind == Kind::kTo && i >= 2 &&
             tokens.At(i - 2).capital && !IsBesideMonth(tokens, i);
    default:
      return false;
  }
}

namespace {

bool StandsAlone(const TokenWindow& tokens, std::size_t i) {
  const DateToken& month = tokens.At(i);
  if (month.short_form || month.foreign || IsOtherWord(tokens, i)) return false;
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
  if ((IsDayNumber(tokens.At(phrase.end)) || tokens.Is(i + 1, Kind::kNumber)) &&
      !CountsInMonth(tokens, i, i + 1))
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
  std::size_t first = i;
  const int value = OrdinalEndingAt(tokens, i, first);
  if (value > kMostDaysOfMonth) return {};
  DatePhrase phrase = MakePhrase(first, i + 1, Grain::kDay, kSure);
  phrase.base = DateBase::kYearless;
  phrase.day = value;
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
      (small &&
       std::find(kNames.begin(), kNames.end(), month.value) != kNames.end()))
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
  phrase.memorial = IsMemorialDay(tokens, phrase);
  return phrase;
}

}  // namespace archive
