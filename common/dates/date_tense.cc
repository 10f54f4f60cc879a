#include "common/dates/date_tense.h"

#include <algorithm>
#include <cstddef>

namespace archive {
namespace {

using Kind = DateTokenKind;

// A verb further away says nothing; texts without full stops take no longer.
constexpr std::size_t kTenseTokens = 60;

bool IsInfinitiveTo(const DateToken& token) {
  return token.kind == Kind::kTo && token.value == 0 && !token.foreign;
}

VerbRole RoleAt(const TokenWindow& tokens, std::size_t i) {
  return tokens.At(i).verb;
}

// The word before token i, "not" and "also" left out.
std::size_t AuxiliaryOf(const TokenWindow& tokens, std::size_t i) {
  std::size_t at = i;
  while (at > 0 && !tokens.At(at).starts_sentence) {
    --at;
    if (RoleAt(tokens, at) != VerbRole::kNot) return at;
  }
  return tokens.size();
}

// "be" behind "to": what stands before that says whether it is to come.
Tense TenseOfToBe(const TokenWindow& tokens, std::size_t to) {
  const VerbRole before = tokens.Before(to).verb;
  if (before == VerbRole::kHave) return Tense::kPast;
  return before == VerbRole::kWas ? Tense::kUnclear : Tense::kFuture;
}

Tense TenseOfPastWord(const TokenWindow& tokens, std::size_t i) {
  const DateToken& auxiliary = tokens.At(AuxiliaryOf(tokens, i));
  switch (auxiliary.verb) {
    case VerbRole::kWill:
    case VerbRole::kModal:
    case VerbRole::kPastModal:
    case VerbRole::kBe:
    case VerbRole::kHave:
      return Tense::kNone;  // the auxiliary says it
    default:
      return IsInfinitiveTo(auxiliary) ? Tense::kNone : Tense::kPast;
  }
}

// What stands behind "is" or "was" when a time is fixed: "is on Friday", "was
// to appear".
Tense TenseOfBeing(const TokenWindow& tokens, std::size_t i,
                   const DatePhrase& phrase) {
  const bool is = RoleAt(tokens, i) == VerbRole::kIs;
  if (IsInfinitiveTo(tokens.At(i + 1)))
    return is ? Tense::kFuture : Tense::kUnclear;
  if (!is) return tokens.At(i).tense;
  const Kind next = tokens.KindAt(i + 1);
  const bool placed = next == Kind::kOn || next == Kind::kIn;
  return phrase.first == i + 1 || (placed && phrase.first == i + 2)
             ? Tense::kFuture
             : Tense::kNone;
}

// What the word says with its auxiliaries about the time of `phrase`.
Tense TenseAt(const TokenWindow& tokens, std::size_t i,
              const DatePhrase& phrase) {
  const DateToken& token = tokens.At(i);
  const VerbRole before = RoleAt(tokens, AuxiliaryOf(tokens, i));
  switch (token.verb) {
    case VerbRole::kModal:  // "may have killed"
      return RoleAt(tokens, i + 1) == VerbRole::kHave ? Tense::kPast
                                                      : token.tense;
    case VerbRole::kPastModal:  // "could not be reached", "would have"
      return RoleAt(tokens, i + 1) == VerbRole::kNot ||
                     RoleAt(tokens, i + 1) == VerbRole::kHave
                 ? Tense::kPast
                 : token.tense;
    case VerbRole::kBe:
      return i > 0 && IsInfinitiveTo(tokens.Before(i))
                 ? TenseOfToBe(tokens, i - 1)
                 : Tense::kNone;
    case VerbRole::kIs:
    case VerbRole::kWas:
      return TenseOfBeing(tokens, i, phrase);
    case VerbRole::kSet:
      if (!IsInfinitiveTo(tokens.At(i + 1)) && !tokens.Is(i + 1, Kind::kFor))
        return Tense::kNone;
      return before == VerbRole::kWas ? Tense::kUnclear : Tense::kFuture;
    case VerbRole::kDue:  // "due to rain"
      return IsInfinitiveTo(tokens.At(i + 1)) ? Tense::kUnclear : token.tense;
    case VerbRole::kArranged:
      if (before == VerbRole::kIs) return Tense::kFuture;
      return before == VerbRole::kWas ? Tense::kUnclear : Tense::kNone;
    default:
      if (token.tense == Tense::kPast) return TenseOfPastWord(tokens, i);
      // "was expected"
      return token.tense == Tense::kFuture && before == VerbRole::kWas
                 ? Tense::kUnclear
                 : token.tense;
  }
}

// Behind the date: "the planned vote" and "a likely cause" are no verbs of its
// sentence, "is expected" is one.
bool IsAside(const TokenWindow& tokens, std::size_t i, Tense tense) {
  if (tense != Tense::kFuture) return false;
  const std::size_t before = AuxiliaryOf(tokens, i);
  if (RoleAt(tokens, i) == VerbRole::kNone)
    return RoleAt(tokens, before) != VerbRole::kIs;
  // "the election to be held"
  return RoleAt(tokens, i) == VerbRole::kBe && before > 0 &&
         RoleAt(tokens, before - 1) != VerbRole::kIs &&
         tokens.At(before - 1).tense != Tense::kFuture;
}

Tense TenseOfVerb(const TokenWindow& tokens, const DatePhrase& phrase) {
  const std::size_t begin = phrase.first - std::min(phrase.first, kTenseTokens);
  const std::size_t end = std::min(tokens.size(), phrase.end + kTenseTokens);
  for (std::size_t i = phrase.first; i > begin; --i) {
    if (tokens.At(i).starts_sentence) break;
    const Tense tense = TenseAt(tokens, i - 1, phrase);
    if (tense != Tense::kNone) return tense;
  }
  for (std::size_t i = phrase.end; i < end; ++i) {
    if (tokens.At(i).starts_sentence) break;
    const Tense tense = TenseAt(tokens, i, phrase);
    if (tense != Tense::kNone && !IsAside(tokens, i, tense)) return tense;
  }
  return Tense::kNone;
}

// "until Monday", "by August 4"; not the end of "February through April".
bool LooksForward(const TokenWindow& tokens, const DatePhrase& phrase) {
  const DateToken& before = tokens.Before(phrase.first);
  if (phrase.first >= 2) {
    const Kind begin = tokens.KindAt(phrase.first - 2);
    if (begin == Kind::kMonth || begin == Kind::kNumber ||
        begin == Kind::kWeekday || begin == Kind::kDayPart)
      return false;
  }
  return (before.kind == Kind::kTo || before.kind == Kind::kIn) &&
         before.value == 1;
}

}  // namespace

Tense TenseAround(const TokenWindow& tokens, const DatePhrase& phrase) {
  const Tense tense = TenseOfVerb(tokens, phrase);
  if (!LooksForward(tokens, phrase)) return tense;
  return tense == Tense::kPast   ? Tense::kUnclear
         : tense == Tense::kNone ? Tense::kFuture
                                 : tense;
}

}  // namespace archive
