#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr int kThisCentury = 1900;
constexpr int kFirstShortDecade = 20;
constexpr int kCentury = 100;
constexpr int kDecade = 10;

// A decade that is written with two digits is one of the last century.
DateReading Decade(std::size_t first, std::size_t end, int value) {
  const bool short_form = value < kCentury;
  if (value % kDecade != 0 || value < kFirstShortDecade) return {};
  DatePhrase phrase = MakePhrase(first, end, Grain::kDecade,
                                 short_form ? kProbable : kQuiteSure);
  phrase.year = short_form ? kThisCentury + value : value;
  return phrase;
}

bool IsDecadeNumber(const DateToken& token) {
  return IsYearNumber(token) ||
         (token.kind == Kind::kNumber && token.digits == 2);
}

}  // namespace

// "1980-х годах"
DateReading ReadDashedDecade(const TokenWindow& tokens, std::size_t i) {
  if (!IsDecadeNumber(tokens.At(i)) || !tokens.Is(i + 1, Kind::kDash) ||
      !tokens.IsJoined(i + 1) || !tokens.Is(i + 2, Kind::kDecadeEnding) ||
      !tokens.IsJoined(i + 2))
    return {};
  return Decade(i, i + 3, tokens.At(i).value);
}

// "80er Jahre", "80er-Jahren"
DateReading ReadGermanDecade(const TokenWindow& tokens, std::size_t i) {
  std::size_t at = i + 1;
  if (tokens.Is(at, Kind::kDash)) ++at;
  if (tokens.At(i).digits != 2 || !tokens.Is(at, Kind::kDecadeWord) ||
      !tokens.At(at).capital)
    return {};
  return Decade(i, at + 1, tokens.At(i).value);
}

// "années 1980", "años 80", "anni '80", "jaren tachtig"
DateReading ReadNamedDecade(const TokenWindow& tokens, std::size_t i) {
  constexpr int kOfYears = 0;  // "in den Jahren 1950 und 1953" are years
  std::size_t at = i + 1;
  if (tokens.Is(at, Kind::kTens)) return Decade(i, at + 1, tokens.At(at).value);
  if (tokens.At(i).value == kOfYears) return {};
  const Kind before = tokens.Before(i).kind;
  if (before == Kind::kNumber || before == Kind::kCount) return {};
  if (tokens.At(at).length() <= 3 && !tokens.At(at).is_word &&
      tokens.Is(at, Kind::kOther) && tokens.IsJoined(at + 1))
    ++at;  // the apostrophe
  const Kind sign = tokens.KindAt(at + 1);
  const bool goes_on = tokens.Is(at + 2, Kind::kNumber) &&
                       (sign == Kind::kAnd || sign == Kind::kComma ||
                        sign == Kind::kTo || sign == Kind::kDash);
  if (!IsDecadeNumber(tokens.At(at)) || !EndsClearly(tokens, at + 1) || goes_on)
    return {};
  return Decade(i, at + 1, tokens.At(at).value);
}

// "XIXe siècle", "siglo XIX"
DateReading ReadRomanCentury(const TokenWindow& tokens, std::size_t i) {
  const bool roman_first = tokens.Is(i, Kind::kRoman);
  if (!tokens.Is(i + 1, roman_first ? Kind::kCenturyWord : Kind::kRoman))
    return {};
  const int number = tokens.At(roman_first ? i : i + 1).value;
  // "XIX secolo a.C."
  if (number > 21 || tokens.Is(i + 2, Kind::kCount)) return {};
  DatePhrase phrase = MakePhrase(i, i + 2, Grain::kCentury, kQuiteSure);
  phrase.year = (number - 1) * kCentury;
  return phrase;
}

}  // namespace archive
