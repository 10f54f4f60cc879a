#include <algorithm>
#include <array>

#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;
// Below this a number is a year only behind "in" and its like.
constexpr int kFirstPlainYear = 1500;

// "1500 casualties": what is counted, in small letters.
bool IsPlural(const TokenWindow& tokens, std::size_t i) {
  const DateToken& token = tokens.At(i);
  return token.kind == Kind::kOther && !token.capital && token.plural;
}

}  // namespace

// "264 BC" is no date of ours, but it is no year 264 either.
DateReading ReadBeforeChrist(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.Is(i + 1, Kind::kBefore) || !tokens.At(i + 1).capital) return {};
  DatePhrase phrase = MakePhrase(i, i + 2, Grain::kYear, kSure);
  phrase.base = DateBase::kNothing;
  return phrase;
}

namespace {

bool IsYearContext(Kind before) {
  constexpr std::array kBefore = {
      Kind::kIn,       Kind::kOf,     Kind::kTo,         Kind::kFrom,
      Kind::kBetween,  Kind::kEarly,  Kind::kAfter,      Kind::kEarlierThan,
      Kind::kYearWord, Kind::kSeason, Kind::kPossessive, Kind::kOpen};
  return std::find(kBefore.begin(), kBefore.end(), before) != kBefore.end();
}

bool IsOneOfManyYears(const TokenWindow& tokens, std::size_t i) {
  const Kind before = tokens.Before(i).kind;
  if (before != Kind::kComma && before != Kind::kAnd && before != Kind::kDash &&
      before != Kind::kTo && before != Kind::kSlash)
    return false;
  return i >= 2 && IsYearNumber(tokens.At(i - 2)) &&
         tokens.At(i - 2).value < tokens.At(i).value;
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

bool MayBeYear(const TokenWindow& tokens, std::size_t i) {
  const Kind before = tokens.Before(i).kind;
  const std::size_t next = i + 1;
  if (before == Kind::kNumbered || before == Kind::kAbout ||
      IsAmount(tokens, next) ||
      (IsPlural(tokens, next) && !LeadsSentence(tokens, i)) ||
      IsPartOfName(tokens, i))
    return false;
  if (tokens.Is(next, Kind::kTo) && tokens.Is(next + 1, Kind::kNumber) &&
      (IsAmount(tokens, next + 2) || IsPlural(tokens, next + 2)))
    return false;
  if (tokens.At(i).value < kFirstPlainYear) return before == Kind::kIn;
  if (IsYearContext(before) || IsOneOfManyYears(tokens, i)) return true;
  // "a 1908 interview", "planned for 1976"
  if (before == Kind::kCount && tokens.Before(i).value == 1 &&
      tokens.At(next).is_word)
    return true;
  if (before == Kind::kFor && tokens.KindAt(next) != Kind::kOther) return true;
  if (tokens.Is(next, Kind::kClose) || IsHeading(tokens, i)) return true;
  if (before == Kind::kDash && tokens.Is(i - 2, Kind::kEarly)) return true;
  if (before == Kind::kUnit || before == Kind::kThe) return true;
  // "1876-1910"
  const bool range = tokens.Is(next, Kind::kDash) || tokens.Is(next, Kind::kTo);
  return range && IsYearNumber(tokens.At(next + 1)) &&
         tokens.At(next + 1).value > tokens.At(i).value;
}

// "1939-45", "1976/77"
void TakeShortLastYear(const TokenWindow& tokens, DatePhrase& phrase) {
  const std::size_t i = phrase.end;
  const DateToken& last = tokens.At(i + 1);
  if ((!tokens.Is(i, Kind::kDash) && !tokens.Is(i, Kind::kSlash)) ||
      !tokens.IsJoined(i) || !tokens.IsJoined(i + 1) ||
      last.kind != Kind::kNumber || last.digits != 2)
    return;
  const int of_century = phrase.year % 100;
  if (last.value <= of_century) return;
  phrase.last_year = phrase.year - of_century + last.value;
  phrase.sign = i;
  phrase.end = i + 2;
  phrase.confidence = kLikely;
}

}  // namespace

DateReading ReadPlainYear(const TokenWindow& tokens, std::size_t i) {
  const DateToken& number = tokens.At(i);
  if (tokens.Is(i + 1, Kind::kYearWord) && IsYearNumber(number)) {
    DatePhrase phrase = MakePhrase(i, i + 2, Grain::kYear, kSure);
    phrase.year = number.value;
    return phrase;
  }
  if (tokens.Is(i + 1, Kind::kAnno) && tokens.At(i + 1).capital &&
      number.value >= 1 && number.value <= kLastYear) {
    DatePhrase phrase = MakePhrase(i, i + 2, Grain::kYear, kQuiteSure);
    phrase.year = number.value;
    return phrase;
  }
  if (!IsYearNumber(number) || !MayBeYear(tokens, i)) return {};
  DatePhrase phrase = MakePhrase(i, i + 1, Grain::kYear, kQuiteSure);
  phrase.year = number.value;
  TakeShortLastYear(tokens, phrase);
  return phrase;
}

DateReading ReadAnnoDomini(const TokenWindow& tokens, std::size_t i) {
  const DateToken& number = tokens.At(i + 1);
  if (!tokens.At(i).capital || tokens.At(i).length() != 2 ||
      number.kind != Kind::kNumber || number.value < 1 ||
      number.value > kLastYear)
    return {};
  DatePhrase phrase = MakePhrase(i, i + 2, Grain::kYear, kQuiteSure);
  phrase.year = number.value;
  return phrase;
}

// "1980s", "the '80s"; not "in his 80s"
DateReading ReadDecade(const TokenWindow& tokens, std::size_t i) {
  const DateToken& years = tokens.At(i);
  DatePhrase phrase = MakePhrase(i, i + 1, Grain::kDecade, kQuiteSure);
  phrase.year = years.value;
  if (years.digits == 4)
    return years.value >= kFirstYear && years.value <= kLastYear
               ? DateReading(phrase)
               : DateReading();
  constexpr int kFirstShortDecade = 20;
  const bool named = tokens.Before(i).kind == Kind::kThe ||
                     tokens.Before(i).kind == Kind::kEarly;
  if (years.value < kFirstShortDecade || !named) return {};
  phrase.year = 1900 + years.value;
  phrase.confidence = kProbable;
  return phrase;
}

// "19th century", "eighteenth-century"
DateReading ReadCentury(const TokenWindow& tokens, std::size_t i) {
  const DateToken& ordinal = tokens.At(i);
  std::size_t at = i + 1;
  if (tokens.Is(at, Kind::kDash)) ++at;
  if (!tokens.Is(at, Kind::kUnit) ||
      tokens.At(at).value != static_cast<int>(Grain::kCentury) ||
      ordinal.value < 1 || ordinal.value > 21)
    return {};
  DatePhrase phrase = MakePhrase(i, at + 1, Grain::kCentury, kQuiteSure);
  phrase.year = (ordinal.value - 1) * 100;
  if (tokens.Is(at + 1, Kind::kBefore)) {
    phrase.base = DateBase::kNothing;
    phrase.end = at + 2;
  }
  return phrase;
}

// "third quarter of 2019", "the first half of this year"
DateReading ReadOrdinalPart(const TokenWindow& tokens, std::size_t i) {
  const Kind what = tokens.KindAt(i + 1);
  const int n = tokens.At(i).value - 1;
  if ((what != Kind::kQuarter || n > 3) && (what != Kind::kHalf || n > 1))
    return {};
  DatePhrase phrase =
      MakePhrase(i, i + 2, what == Kind::kHalf ? Grain::kHalf : Grain::kQuarter,
                 kQuiteSure);
  phrase.part = n;
  phrase.base = DateBase::kYearless;
  TakeYearBehind(tokens, phrase);
  return phrase.base == DateBase::kYearless ? DateReading()
                                            : DateReading(phrase);
}

DateReading ReadQuarterNumber(const TokenWindow& tokens, std::size_t i) {
  DatePhrase phrase = MakePhrase(i, i + 1, Grain::kQuarter, kSure);
  phrase.part = tokens.At(i).value - 1;
  phrase.base = DateBase::kYearless;
  TakeYearBehind(tokens, phrase);
  return phrase.base == DateBase::kYearless ? DateReading()
                                            : DateReading(phrase);
}

// "summer of 1989", "winter 1942-43"; "in the summer"
DateReading ReadSeason(const TokenWindow& tokens, std::size_t i) {
  DatePhrase phrase = MakePhrase(i, i + 1, Grain::kSeason, kQuiteSure);
  phrase.part = tokens.At(i).value;
  phrase.base = DateBase::kYearless;
  TakeYearBehind(tokens, phrase);
  if (phrase.base != DateBase::kYearless) {
    TakeShortLastYear(tokens, phrase);  // one winter
    phrase.last_year = 0;
    return phrase;
  }
  return {};
}

}  // namespace archive
