#include <algorithm>
#include <array>

#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;

}  // namespace

// "264 BC" is no date of ours, but it is no year 264 either.
DateReading ReadBeforeChrist(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.Is(i + 1, Kind::kBefore) || !tokens.At(i + 1).capital) return {};
  DatePhrase phrase = MakePhrase(i, i + 2, Grain::kYear, kSure);
  phrase.base = DateBase::kNothing;
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
  if (tokens.Is(i + 1, Kind::kDecadeWord)) ++phrase.end;
  if (years.digits == 4) {
    if (years.value < kFirstYear || years.value > kLastYear) return {};
    // "The 1800s" are a century; of the 2000s nobody has seen more than ten.
    constexpr int kHundred = 100;
    constexpr int kFirstOfNewDecades = 2000;
    if (years.value % kHundred == 0 && years.value < kFirstOfNewDecades)
      phrase.grain = Grain::kCentury;
    return phrase;
  }
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
  std::size_t first = i;
  const int ordinal = OrdinalEndingAt(tokens, i, first);
  std::size_t at = i + 1;
  if (tokens.Is(at, Kind::kDash)) ++at;
  const bool named = tokens.Is(at, Kind::kCenturyWord) ||
                     (tokens.Is(at, Kind::kUnit) &&
                      tokens.At(at).value == static_cast<int>(Grain::kCentury));
  if (!named || ordinal < 1 || ordinal > 21) return {};
  DatePhrase phrase = MakePhrase(first, at + 1, Grain::kCentury, kQuiteSure);
  phrase.year = (ordinal - 1) * 100;
  if (tokens.Is(at + 1, Kind::kBefore)) {
    phrase.base = DateBase::kNothing;
    phrase.end = at + 2;
  }
  return phrase;
}

// "1. Quartal 2019", "19. Jahrhundert"
DateReading ReadNumberedPart(const TokenWindow& tokens, std::size_t i) {
  const DateToken& number = tokens.At(i);
  const std::size_t at = i + 2;
  if (!tokens.Is(i + 1, Kind::kPoint) || !tokens.IsJoined(i + 1) ||
      number.value < 1 || number.digits > 2)
    return {};
  if (tokens.Is(at, Kind::kCenturyWord) && number.value <= 21) {
    DatePhrase phrase = MakePhrase(i, at + 1, Grain::kCentury, kQuiteSure);
    phrase.year = (number.value - 1) * 100;
    return phrase;
  }
  if (!tokens.Is(at, Kind::kQuarter) || !tokens.At(at).foreign ||
      number.value > 4)
    return {};
  DatePhrase phrase = MakePhrase(i, at + 1, Grain::kQuarter, kQuiteSure);
  phrase.part = number.value - 1;
  phrase.base = DateBase::kYearless;
  TakeYearBehind(tokens, phrase);
  return phrase.base == DateBase::kYearless ? DateReading()
                                            : DateReading(phrase);
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
