#include "common/dates/date_phrase.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

// What belongs to a phrase on its left, one step: how many tokens.
std::size_t StepsLeft(const TokenWindow& tokens, const DatePhrase& phrase) {
  const std::size_t first = phrase.first;
  if (first == 0 || tokens.At(first).starts_sentence) return 0;
  const auto is = [&](std::size_t back, Kind kind) {
    return back <= first && tokens.Is(first - back, kind);
  };
  if (is(1, Kind::kEarly)) return 1;
  if (is(1, Kind::kDash) && is(2, Kind::kEarly)) return 2;
  if ((is(1, Kind::kIn) || is(1, Kind::kOn)) && is(2, Kind::kEarly)) return 2;
  if (is(1, Kind::kOf) && (is(2, Kind::kEdge) || is(2, Kind::kDayPart)))
    return 2;
  if (is(1, Kind::kThe) && is(2, Kind::kOf) &&
      (is(3, Kind::kEdge) || is(3, Kind::kDayPart)))
    return 3;
  if (is(1, Kind::kThe) && is(2, Kind::kEarly) &&
      phrase.base == DateBase::kText)
    return 2;
  const bool of_now = phrase.shift == 0 && phrase.weekday == kNotNamed;
  if ((is(1, Kind::kLater) || is(1, Kind::kEarlier)) && of_now &&
      phrase.base != DateBase::kWritten && phrase.base != DateBase::kYearless)
    return 1;
  if (is(1, Kind::kAbout) && phrase.shift != 0) return 1;
  if (is(1, Kind::kUnit) && phrase.grain == Grain::kYear &&
      phrase.base == DateBase::kWritten)
    return 1;
  return 0;
}

// Whether "the" in front belongs to the phrase.
bool TakesThe(const DatePhrase& phrase, bool widened) {
  if (widened || phrase.base == DateBase::kText ||
      phrase.base == DateBase::kCurrent || phrase.base == DateBase::kOldMonth)
    return true;
  switch (phrase.grain) {
    case Grain::kQuarter:
    case Grain::kSeason:
    case Grain::kHalf:
    case Grain::kDecade:
    case Grain::kCentury:
      return true;
    case Grain::kDay:
    case Grain::kWeekend:
    case Grain::kWeek:
    case Grain::kMonth:
    case Grain::kYear:
      return false;
  }
  return false;
}

}  // namespace

void WidenPhrase(const TokenWindow& tokens, DatePhrase& phrase) {
  bool widened = false;
  while (const std::size_t steps = StepsLeft(tokens, phrase)) {
    phrase.first -= steps;
    widened = true;
  }
  if (phrase.first > 0 && !tokens.At(phrase.first).starts_sentence &&
      tokens.Is(phrase.first - 1, Kind::kThe) && TakesThe(phrase, widened))
    --phrase.first;
  const DateToken& next = tokens.At(phrase.end);
  if (phrase.grain == Grain::kDay && next.kind == Kind::kDayPart &&
      !next.starts_sentence)
    ++phrase.end;
}

}  // namespace archive
