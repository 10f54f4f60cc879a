// A number that stands alone: a year, a time of day or an amount?
#include <algorithm>
#include <array>

#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr int kLastYear = 2100;
// Below this a number is a year only behind "in" and its like.
constexpr int kFirstPlainYear = 1500;
// Before this it needs more than its place to be one in a newspaper of today.
constexpr int kFirstModernYear = 1900;
constexpr int kCentury = 100;

bool IsRound(const DateToken& number) {
  return number.value % kCentury == 0;
}
bool IsModern(const DateToken& number) {
  return number.value >= kFirstModernYear;
}

// "by", "until": times of day and amounts stand there, too.
bool IsBy(const DateToken& token) {
  return (token.kind == Kind::kIn || token.kind == Kind::kTo) &&
         token.value == 1;
}

bool IsIn(const DateToken& token) {
  return token.kind == Kind::kIn && token.value != 1;
}

bool IsUnitOfYear(const DateToken& token) {
  return token.kind == Kind::kUnit &&
         token.value == static_cast<int>(Grain::kYear);
}

bool IsYearContext(Kind before) {
  constexpr std::array kBefore = {
      Kind::kIn,        Kind::kOf,     Kind::kTo,         Kind::kFrom,
      Kind::kBetween,   Kind::kEarly,  Kind::kAfter,      Kind::kEarlierThan,
      Kind::kYearWord,  Kind::kSeason, Kind::kPossessive, Kind::kOpen,
      Kind::kDecadeWord};
  return std::find(kBefore.begin(), kBefore.end(), before) != kBefore.end();
}

bool IsOneOfManyYears(const TokenWindow& tokens, std::size_t i) {
  const Kind before = tokens.Before(i).kind;
  if (before != Kind::kComma && before != Kind::kAnd && before != Kind::kDash &&
      before != Kind::kTo && before != Kind::kSlash)
    return false;
  if (i < 2 || !IsYearNumber(tokens.At(i - 2))) return false;
  const int step = tokens.At(i).value - tokens.At(i - 2).value;
  return before == Kind::kSlash ? step == 1 : step > 0;
}

// "777-1990", "1990-A", "1.1990": a number that is part of something.
bool IsPartOfName(const TokenWindow& tokens, std::size_t i) {
  const auto is_sign = [](Kind kind) {
    return kind == Kind::kDash || kind == Kind::kSlash || kind == Kind::kPoint;
  };
  if (i > 0 && tokens.IsJoined(i) && is_sign(tokens.KindAt(i - 1)) &&
      tokens.IsJoined(i - 1) && !tokens.Is(i - 2, Kind::kEarly) &&
      !IsYearNumber(tokens.At(i - 2)) && !tokens.Is(i - 2, Kind::kMonth))
    return true;
  return is_sign(tokens.KindAt(i + 1)) && tokens.IsJoined(i + 1) &&
         tokens.IsJoined(i + 2) && tokens.Is(i + 2, Kind::kNumber) &&
         tokens.At(i + 2).digits != 4 && tokens.At(i + 2).digits != 2;
}

// "1861: …", "Blockade, 1861", "2007 saw"
bool IsHeading(const TokenWindow& tokens, std::size_t i) {
  if (tokens.At(i).starts_sentence) return true;
  const DateToken& next = tokens.At(i + 1);
  return tokens.Before(i).kind == Kind::kComma &&
         (i + 1 >= tokens.size() || next.starts_sentence ||
          next.kind == Kind::kComma);
}

// "In 1956 demonstrations …"
bool LeadsSentence(const TokenWindow& tokens, std::size_t i) {
  return i > 0 && tokens.Is(i - 1, Kind::kIn) &&
         tokens.At(i - 1).starts_sentence;
}

// "of 1984 Church St.", "to 1600 Pennsylvania Avenue"
bool IsHouseNumber(const TokenWindow& tokens, std::size_t i) {
  constexpr std::size_t kMostWords = 3;
  const Kind before = tokens.Before(i).kind;
  if (before == Kind::kThe || before == Kind::kPossessive ||
      IsIn(tokens.Before(i)))
    return false;
  for (std::size_t at = i + 1; at <= i + kMostWords; ++at) {
    if (!tokens.At(at).is_word || !tokens.At(at).capital) return false;
    if (at > i + 1 && tokens.Is(at, Kind::kStreet)) return true;
  }
  return false;
}

// "pages 1950-1975"
bool IsBehindNumbered(const TokenWindow& tokens, std::size_t i) {
  const Kind sign = tokens.Before(i).kind;
  return (sign == Kind::kDash || sign == Kind::kTo || sign == Kind::kAnd) &&
         i >= 3 && tokens.Is(i - 2, Kind::kNumber) &&
         tokens.Is(i - 3, Kind::kNumbered);
}

// "1500-1600 GMT", "1500 to 2000 roubles": the last one says what they are.
bool BeginsAmounts(const TokenWindow& tokens, std::size_t i) {
  const Kind sign = tokens.KindAt(i + 1);
  if ((sign != Kind::kTo && sign != Kind::kDash && sign != Kind::kSlash &&
       sign != Kind::kAnd) ||
      !tokens.Is(i + 2, Kind::kNumber))
    return false;
  if (sign == Kind::kAnd && !IsRound(tokens.At(i))) return false;
  return IsCounted(tokens, i + 3) ||
         (IsRound(tokens.At(i + 2)) && IsPlainWord(tokens.At(i + 3)));
}

// "of 1500 new infections", "to 1950 angry farmers"
bool CountsBehindAdjective(const TokenWindow& tokens, std::size_t i) {
  return IsPlainWord(tokens.At(i + 1)) && !tokens.At(i + 1).capital &&
         IsPlural(tokens.At(i + 2));
}

// Behind a word of another language, whose nouns are not known here: in German
// a capital, elsewhere a small letter says that it is one.
bool CountsInItsLanguage(const TokenWindow& tokens, std::size_t i) {
  const DateToken& before = tokens.Before(i);
  const DateToken& next = tokens.At(i + 1);
  if (before.kind == Kind::kYearWord || before.kind == Kind::kDecadeWord ||
      EndsClearly(tokens, i + 1))
    return false;
  if (IsRound(tokens.At(i)) || !IsModern(tokens.At(i))) return true;
  return next.capital == (before.value == kGermanWord);
}

bool IsNoYear(const TokenWindow& tokens, std::size_t i) {
  const DateToken& before = tokens.Before(i);
  if (before.kind == Kind::kNumbered || before.kind == Kind::kAbout ||
      IsPartOfName(tokens, i) || IsBehindNumbered(tokens, i) ||
      BeginsAmounts(tokens, i) || IsHouseNumber(tokens, i))
    return true;
  // "1500人"
  if (tokens.IsJoined(i + 1) && tokens.At(i + 1).is_word) return true;
  if (IsCounted(tokens, i + 1))
    return !IsPlural(tokens.At(i + 1)) || IsRound(tokens.At(i)) ||
           !LeadsSentence(tokens, i);
  const bool takes_amount = before.kind == Kind::kOf ||
                            before.kind == Kind::kFor ||
                            before.kind == Kind::kCount ||
                            (before.kind == Kind::kTo && before.value == 0);
  if (takes_amount && CountsBehindAdjective(tokens, i)) return true;
  return before.foreign && CountsInItsLanguage(tokens, i);
}

// "(1939-45)", "1876-1910": the number of a later year stands behind.
bool BeginsYears(const TokenWindow& tokens, std::size_t i) {
  const bool range =
      tokens.Is(i + 1, Kind::kDash) || tokens.Is(i + 1, Kind::kTo);
  return range && IsYearNumber(tokens.At(i + 2)) &&
         tokens.At(i + 2).value > tokens.At(i).value;
}

// "1400/1800" are times of day; "1976/77" and "1976/1977" are not.
bool IsSlashedTime(const TokenWindow& tokens, std::size_t i) {
  return tokens.Is(i + 1, Kind::kSlash) && IsYearNumber(tokens.At(i + 2)) &&
         tokens.At(i + 2).value != tokens.At(i).value + 1;
}

// A round number: hundreds of things and full hours are as common.
bool MayBeRoundYear(const TokenWindow& tokens, std::size_t i) {
  const DateToken& before = tokens.Before(i);
  const DateToken& next = tokens.At(i + 1);
  const bool clear = EndsClearly(tokens, i + 1);
  const bool early =
      before.kind == Kind::kEarly ||
      (before.kind == Kind::kDash && i >= 2 && tokens.Is(i - 2, Kind::kEarly));
  if (early || IsIn(before) || IsUnitOfYear(before) ||
      before.kind == Kind::kYearWord || before.kind == Kind::kDecadeWord ||
      before.kind == Kind::kBetween || before.kind == Kind::kSeason)
    return clear;
  if (before.kind == Kind::kFrom && BeginsYears(tokens, i)) return true;
  if (IsOneOfManyYears(tokens, i)) return clear;
  if (!IsModern(tokens.At(i)) || before.foreign) return false;
  switch (before.kind) {
    case Kind::kIn:
    case Kind::kTo:
      return IsBy(before) && clear;
    case Kind::kOf:
    case Kind::kFrom:
    case Kind::kAfter:
    case Kind::kEarlierThan:
      return clear;
    case Kind::kOpen:
      return next.kind == Kind::kClose || BeginsYears(tokens, i);
    case Kind::kThe:
    case Kind::kPossessive:  // "the 2000 election"
      return next.is_word && !next.grammar && !CountsBehindAdjective(tokens, i);
    default:
      return IsHeading(tokens, i) && !next.is_word;
  }
}

bool MayBeYear(const TokenWindow& tokens, std::size_t i) {
  const DateToken& number = tokens.At(i);
  const DateToken& before = tokens.Before(i);
  const std::size_t next = i + 1;
  if (IsNoYear(tokens, i) || IsSlashedTime(tokens, i)) return false;
  if (number.value < kFirstPlainYear)
    return IsIn(before) && EndsClearly(tokens, next);
  if (IsRound(number)) return MayBeRoundYear(tokens, i);
  // "Orwell's 1984 twice"
  const DateToken& following = tokens.At(next);
  if (before.kind == Kind::kPossessive)
    return next < tokens.size() && !following.starts_sentence &&
           following.kind != Kind::kPoint && following.kind != Kind::kComma &&
           !(following.grammar && following.kind == Kind::kOther);
  if (IsYearContext(before.kind) || IsOneOfManyYears(tokens, i)) return true;
  // "a 1908 interview", "planned for 1976"
  if (before.kind == Kind::kCount && before.value == 1 &&
      tokens.At(next).is_word)
    return true;
  if (before.kind == Kind::kFor) return EndsClearly(tokens, next);
  if (tokens.Is(next, Kind::kClose) || IsHeading(tokens, i)) return true;
  if (before.kind == Kind::kDash && tokens.Is(i - 2, Kind::kEarly)) return true;
  if (before.kind == Kind::kUnit || before.kind == Kind::kThe) return true;
  return BeginsYears(tokens, i);
}

// Whether more than its place makes the number a year; where it is not, an old
// one is doubted in an article of today.
bool IsSureOfOldYear(const TokenWindow& tokens, std::size_t i) {
  const DateToken& before = tokens.Before(i);
  const bool clear = EndsClearly(tokens, i + 1) || tokens.At(i + 1).capital;
  switch (before.kind) {
    case Kind::kIn:
      return IsIn(before) && clear;
    case Kind::kUnit:
      return IsUnitOfYear(before);
    case Kind::kThe:  // "the 1848 revolution"
      return tokens.At(i + 1).is_word && !tokens.At(i + 1).grammar;
    case Kind::kEarly:
    case Kind::kYearWord:
    case Kind::kSeason:
    case Kind::kBetween:
      return true;
    case Kind::kOf:  // "the Treaty of 1783", "the crisis of 1837"
      return clear && i >= 3 &&
             (tokens.At(i - 2).capital || tokens.Is(i - 3, Kind::kThe));
    case Kind::kTo:  // "dating back to 1898"
      return i >= 2 && tokens.Is(i - 2, Kind::kBack);
    case Kind::kFrom:
    case Kind::kOpen:
      return BeginsYears(tokens, i) || tokens.Is(i + 1, Kind::kDash);
    default:
      return IsOneOfManyYears(tokens, i) ||
             (tokens.At(i).starts_sentence && EndsClearly(tokens, i + 1));
  }
}

}  // namespace

// "1939-45", "1976/77"
void TakeShortLastYear(const TokenWindow& tokens, DatePhrase& phrase) {
  const std::size_t i = phrase.end;
  const DateToken& last = tokens.At(i + 1);
  if ((!tokens.Is(i, Kind::kDash) && !tokens.Is(i, Kind::kSlash)) ||
      !tokens.IsJoined(i) || !tokens.IsJoined(i + 1) ||
      last.kind != Kind::kNumber || last.digits != 2)
    return;
  const int of_century = phrase.year % kCentury;
  if (last.value <= of_century) return;
  phrase.last_year = phrase.year - of_century + last.value;
  phrase.sign = i;
  phrase.end = i + 2;
  phrase.confidence = kLikely;
}

DateReading ReadPlainYear(const TokenWindow& tokens, std::size_t i) {
  const DateToken& number = tokens.At(i);
  const DateToken& next = tokens.At(i + 1);
  if (next.kind == Kind::kYearWord && next.value == 1 && IsYearNumber(number)) {
    DatePhrase phrase = MakePhrase(i, i + 2, Grain::kYear, kSure);
    phrase.year = number.value;
    return phrase;
  }
  if (next.kind == Kind::kAnno && next.capital && number.value >= 1 &&
      number.value <= kLastYear) {
    DatePhrase phrase = MakePhrase(i, i + 2, Grain::kYear, kQuiteSure);
    phrase.year = number.value;
    return phrase;
  }
  if (!IsYearNumber(number) || !MayBeYear(tokens, i)) return {};
  DatePhrase phrase = MakePhrase(i, i + 1, Grain::kYear, kQuiteSure);
  phrase.year = number.value;
  phrase.by_place_alone = !IsModern(number) && !IsSureOfOldYear(tokens, i);
  TakeShortLastYear(tokens, phrase);
  return phrase;
}

}  // namespace archive
