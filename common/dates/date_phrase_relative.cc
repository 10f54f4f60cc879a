#include <array>

#include "common/dates/date_phrase.h"

namespace archive {
namespace {

using Kind = DateTokenKind;
using Reading = std::optional<DatePhrase>;

constexpr std::uint8_t kQuiteSure = 95;
constexpr std::uint8_t kLikely = 85;
constexpr std::uint8_t kProbable = 75;

DatePhrase Phrase(std::size_t first, std::size_t end, DateBase base,
                  Grain grain) {
  DatePhrase phrase;
  phrase.first = first;
  phrase.end = end;
  phrase.base = base;
  phrase.grain = grain;
  phrase.confidence = kLikely;
  return phrase;
}

// "Black Friday", "every Monday", "Sunday Times"
bool IsNameOrHabit(const TokenWindow& tokens, std::size_t i) {
  const DateToken& before = tokens.Before(i);
  return before.kind == Kind::kEvery || before.kind == Kind::kCount ||
         (before.kind == Kind::kName && before.capital) ||
         (tokens.Is(i + 1, Kind::kName) && tokens.At(i + 1).capital);
}

// "Tuesday", "Tuesday, March 2"
Reading Weekday(const TokenWindow& tokens, std::size_t i) {
  const DateToken& weekday = tokens.At(i);
  if (!weekday.capital) return {};
  std::size_t at = i + 1;
  if (weekday.short_form && tokens.Is(at, Kind::kPoint)) ++at;
  if (tokens.Is(at, Kind::kComma)) ++at;
  if (tokens.Is(at, Kind::kThe)) ++at;
  if (!tokens.At(at).starts_sentence) {
    const Reading date = ReadWrittenPhrase(tokens, at);
    if (date && date->grain == Grain::kDay && date->last_day == 0) {
      DatePhrase phrase = *date;
      phrase.first = i;
      return phrase;
    }
  }
  if (weekday.short_form || IsNameOrHabit(tokens, i)) return {};
  DatePhrase phrase = Phrase(i, i + 1, DateBase::kPublication, Grain::kDay);
  phrase.weekday = weekday.value;
  phrase.confidence = kQuiteSure;
  return phrase;
}

// "yesterday", "tonight"
Reading Deictic(const TokenWindow& tokens, std::size_t i) {
  DatePhrase phrase = Phrase(i, i + 1, DateBase::kPublication, Grain::kDay);
  phrase.shift = tokens.At(i).value;
  phrase.confidence = phrase.shift == 0 ? kProbable : kQuiteSure;
  return phrase;
}

struct Relation {
  Kind word;
  DateBase base;
  int shift;
  DateDirection direction;
};
constexpr std::array kRelations = {
    Relation{Kind::kLast, DateBase::kPublication, -1, DateDirection::kPrevious},
    Relation{Kind::kThis, DateBase::kPublication, 0, DateDirection::kSame},
    Relation{Kind::kNext, DateBase::kPublication, 1, DateDirection::kNext},
    Relation{Kind::kFollowing, DateBase::kText, 1, DateDirection::kNext},
    Relation{Kind::kPrevious, DateBase::kText, -1, DateDirection::kPrevious},
    Relation{Kind::kThat, DateBase::kText, 0, DateDirection::kSame},
};

const Relation* FindRelation(Kind word) {
  for (const Relation& relation : kRelations) {
    if (relation.word == word) return &relation;
  }
  return nullptr;
}

// What stands behind "last", "next": a unit, a part of a day, a name.
bool TakeNamed(const TokenWindow& tokens, const Relation& relation,
               DatePhrase& phrase) {
  const DateToken& named = tokens.At(phrase.end);
  if (named.starts_sentence) return false;
  switch (named.kind) {
    case Kind::kUnit:
      phrase.grain = static_cast<Grain>(named.value);
      // "This day" and "last day" say nothing; units by two are durations.
      if (named.plural || (phrase.grain == Grain::kDay &&
                           phrase.base == DateBase::kPublication))
        return false;
      phrase.shift = relation.shift;
      break;
    case Kind::kQuarter:
      phrase.grain = Grain::kQuarter;
      phrase.shift = relation.shift;
      break;
    case Kind::kDayPart:
      phrase.grain = Grain::kDay;
      if (relation.word == Kind::kNext && phrase.base != DateBase::kText)
        return false;
      phrase.shift = relation.shift;
      break;
    case Kind::kWeekday:
      if (!named.capital || named.short_form ||
          tokens.Is(phrase.end + 1, Kind::kName))
        return false;
      phrase.weekday = named.value;
      phrase.direction = relation.direction;
      break;
    case Kind::kMonth:
      if (!named.capital || named.short_form || named.foreign) return false;
      phrase.grain = Grain::kMonth;
      phrase.month = named.value;
      phrase.direction = relation.direction;
      break;
    case Kind::kSeason:
      phrase.grain = Grain::kSeason;
      phrase.part = named.value;
      phrase.direction = relation.direction;
      break;
    default:
      return false;
  }
  ++phrase.end;
  return true;
}

// "last month", "next summer", "the following day", "that year"
Reading Related(const TokenWindow& tokens, std::size_t i) {
  const Relation* relation = FindRelation(tokens.KindAt(i));
  if (relation == nullptr) return {};
  DatePhrase phrase = Phrase(i, i + 1, relation->base, Grain::kDay);
  phrase.confidence = relation->base == DateBase::kText ? kProbable : kLikely;
  const bool the = tokens.Before(i).kind == Kind::kThe;
  if (relation->word == Kind::kThat && tokens.Is(i + 1, Kind::kThat))
    ++phrase.end;  // "that same day"
  if (relation->word == Kind::kNext && the) phrase.base = DateBase::kText;
  // "the last week" lasts, or is that of a month.
  if (relation->word == Kind::kLast && the) return {};
  if (!TakeNamed(tokens, *relation, phrase)) return {};
  // "this day-long", "the next month's"
  if (tokens.Is(phrase.end, Kind::kDash) && tokens.IsJoined(phrase.end))
    return {};
  return phrase;
}

// "twenty-five": nothing where no number stands.
std::optional<int> TakeCount(const TokenWindow& tokens, std::size_t& at) {
  const DateToken& token = tokens.At(at);
  constexpr int kMostUnits = 300;
  if (token.kind == Kind::kNumber && token.value >= 1 &&
      token.value <= kMostUnits) {
    ++at;
    return token.value;
  }
  if (token.kind != Kind::kCount) return std::nullopt;
  ++at;
  int value = token.value;
  if (value >= 20 && tokens.Is(at, Kind::kDash) &&
      tokens.Is(at + 1, Kind::kCount) && tokens.At(at + 1).value < 10) {
    value += tokens.At(at + 1).value;
    at += 2;
  }
  return value;
}

// "two years ago", "a month earlier", "three days later"
Reading Counted(const TokenWindow& tokens, std::size_t i) {
  std::size_t at = i;
  const std::optional<int> count = TakeCount(tokens, at);
  if (!count || !tokens.Is(at, Kind::kUnit)) return {};
  // "three and a half years ago"
  const Kind before = tokens.Before(i).kind;
  if (before == Kind::kAnd || before == Kind::kDash || before == Kind::kHalf)
    return {};
  const auto grain = static_cast<Grain>(tokens.At(at).value);
  const Kind relation = tokens.KindAt(at + 1);
  DatePhrase phrase = Phrase(i, at + 2, DateBase::kText, grain);
  phrase.confidence = kProbable;
  if (grain == Grain::kWeekend) return {};
  phrase.shift = relation == Kind::kLater ? *count : -*count;
  if (relation == Kind::kAgo) {
    phrase.base = DateBase::kPublication;
    phrase.confidence = kLikely;
    return phrase;
  }
  // Later than something that is not told as a date.
  if (tokens.Is(at + 2, Kind::kThan)) return {};
  if (relation != Kind::kLater && relation != Kind::kEarlier) return {};
  return phrase;
}

// "the 3d inst.", "10th ult."
Reading OldDay(const TokenWindow& tokens, std::size_t i) {
  const DateToken& day = tokens.At(i);
  constexpr int kMostDays = 31;
  if (day.value < 1 || day.value > kMostDays || day.digits > 2 ||
      !tokens.Is(i + 1, Kind::kInst))
    return {};
  DatePhrase phrase = Phrase(i, i + 2, DateBase::kOldMonth, Grain::kDay);
  phrase.day = day.value;
  phrase.shift = tokens.At(i + 1).value;
  if (tokens.Is(i + 2, Kind::kPoint) && tokens.IsJoined(i + 2)) ++phrase.end;
  return phrase;
}

// "the spring": of a year that the text or the publication tells
Reading SeasonAlone(const TokenWindow& tokens, std::size_t i) {
  const DateToken& season = tokens.At(i);
  const Kind before = tokens.Before(i).kind;
  const Kind earlier = i == 0 ? Kind::kOther : tokens.Before(i - 1).kind;
  const bool the = before == Kind::kThe || before == Kind::kEarly;
  const bool placed = earlier == Kind::kIn || earlier == Kind::kTo ||
                      earlier == Kind::kOf || earlier == Kind::kEarly;
  const DateToken& next = tokens.At(i + 1);
  const bool closed = next.kind == Kind::kComma || next.kind == Kind::kPoint ||
                      next.kind == Kind::kAnd;
  if (!the || !(placed || closed)) return {};
  // "the fall of Saigon", "the summer palace"
  if (next.kind == Kind::kOf || season.capital ||
      (next.kind == Kind::kOther && next.is_word && !next.starts_sentence))
    return {};
  DatePhrase phrase = Phrase(i, i + 1, DateBase::kYearless, Grain::kSeason);
  phrase.part = season.value;
  phrase.confidence = kProbable;
  return phrase;
}

// "the end of the year": not a phrase without its edge
Reading EdgeOfUnit(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.Is(i + 1, Kind::kOf) || !tokens.Is(i + 2, Kind::kThe) ||
      !tokens.Is(i + 3, Kind::kUnit) || tokens.At(i + 3).plural ||
      tokens.Is(i + 4, Kind::kNumber) || tokens.Is(i + 4, Kind::kOf))
    return {};
  const auto grain = static_cast<Grain>(tokens.At(i + 3).value);
  if (grain != Grain::kMonth && grain != Grain::kYear) return {};
  DatePhrase phrase = Phrase(i, i + 4, DateBase::kCurrent, grain);
  phrase.confidence = kProbable;
  return phrase;
}

// "later in the year"
Reading LaterIn(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.Is(i + 1, Kind::kIn) || !tokens.Is(i + 2, Kind::kThe) ||
      !tokens.Is(i + 3, Kind::kUnit) || tokens.At(i + 3).plural ||
      tokens.Is(i + 4, Kind::kDash))
    return {};
  const auto grain = static_cast<Grain>(tokens.At(i + 3).value);
  if (grain == Grain::kDay || grain > Grain::kYear) return {};
  DatePhrase phrase = Phrase(i, i + 4, DateBase::kCurrent, grain);
  phrase.confidence = kProbable;
  return phrase;
}

struct Reader {
  Kind main_word;
  Reading (*read)(const TokenWindow& tokens, std::size_t i);
};

constexpr std::array kReaders = {
    Reader{Kind::kWeekday, Weekday},    Reader{Kind::kDeictic, Deictic},
    Reader{Kind::kLast, Related},       Reader{Kind::kThis, Related},
    Reader{Kind::kNext, Related},       Reader{Kind::kFollowing, Related},
    Reader{Kind::kPrevious, Related},   Reader{Kind::kThat, Related},
    Reader{Kind::kCount, Counted},      Reader{Kind::kNumber, Counted},
    Reader{Kind::kNumber, OldDay},      Reader{Kind::kOrdinal, OldDay},
    Reader{Kind::kSeason, SeasonAlone}, Reader{Kind::kEdge, EdgeOfUnit},
    Reader{Kind::kLater, LaterIn},      Reader{Kind::kEarlier, LaterIn},
};

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

std::optional<DatePhrase> ReadRelativePhrase(const TokenWindow& tokens,
                                             std::size_t i) {
  const Kind kind = tokens.KindAt(i);
  for (const Reader& reader : kReaders) {
    if (reader.main_word != kind) continue;
    if (Reading phrase = reader.read(tokens, i)) return phrase;
  }
  return {};
}

}  // namespace archive
