#include <array>

#include "common/dates/date_phrase.h"
#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;
using Reading = DateReading;

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
  const DateToken& next = tokens.At(i + 1);
  // "Monday Night Football"
  if (next.kind == Kind::kDayPart && next.capital && tokens.At(i + 2).capital &&
      !tokens.At(i + 2).starts_sentence)
    return true;
  // "the second Sunday", "Tuesday week", "a week from Tuesday"
  if (before.kind == Kind::kOrdinal ||
      (next.kind == Kind::kUnit && !next.starts_sentence) ||
      (before.kind == Kind::kFrom && i >= 2 && tokens.Is(i - 2, Kind::kUnit)))
    return true;
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

// "USA Today", "the Today programme", "“Tomorrow Never Dies”"
bool IsTitle(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.At(i).capital) return false;
  const DateToken& before = tokens.Before(i);
  const DateToken& next = tokens.At(i + 1);
  const bool is_today = tokens.At(i).value == 0;
  if (next.kind == Kind::kShow ||
      (is_today && before.capital && before.is_word))
    return true;
  const bool quoted = i > 0 && !tokens.At(i - 1).is_word &&
                      tokens.Is(i - 1, Kind::kOther) && tokens.IsJoined(i);
  return quoted && next.capital && IsPlainWord(next);
}

// "yesterday", "tonight", "the day before yesterday"
Reading Deictic(const TokenWindow& tokens, std::size_t i) {
  if (IsTitle(tokens, i)) return {};
  DatePhrase phrase = Phrase(i, i + 1, DateBase::kPublication, Grain::kDay);
  phrase.shift = tokens.At(i).value;
  phrase.confidence = phrase.shift == 0 ? kProbable : kQuiteSure;
  const Kind relation = tokens.Before(i).kind;
  const bool a_day = i >= 2 && tokens.Is(i - 2, Kind::kUnit) &&
                     tokens.At(i - 2).value == static_cast<int>(Grain::kDay) &&
                     !tokens.At(i - 2).plural;
  if (a_day && ((phrase.shift < 0 && relation == Kind::kEarlierThan) ||
                (phrase.shift > 0 && relation == Kind::kAfter))) {
    phrase.shift *= 2;
    phrase.first = i >= 3 && tokens.Is(i - 3, Kind::kThe) ? i - 3 : i - 2;
  }
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
      if (!named.capital || named.short_form || named.foreign ||
          IsOtherWord(tokens, phrase.end))
        return false;
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

// "last year August 8"
DatePhrase WithDayBehind(const TokenWindow& tokens, DatePhrase phrase) {
  if (phrase.grain != Grain::kYear || !tokens.Is(phrase.end, Kind::kMonth) ||
      tokens.At(phrase.end).starts_sentence)
    return phrase;
  const Reading day = ReadWrittenPhrase(tokens, phrase.end);
  if (!day || day->base != DateBase::kYearless || day->grain != Grain::kDay)
    return phrase;
  phrase.grain = Grain::kDay;
  phrase.month = day->month;
  phrase.day = day->day;
  phrase.end = day->end;
  return phrase;
}

// "last month", "next summer", "the following day", "that year"
Reading Related(const TokenWindow& tokens, std::size_t i) {
  const Relation* relation = FindRelation(tokens.KindAt(i));
  if (relation == nullptr) return {};
  const auto is_coming = [&](std::size_t at) {
    return tokens.Is(at, Kind::kNext) && tokens.At(at).value == 1;
  };
  const bool this_coming = relation->word == Kind::kThis && is_coming(i + 1);
  if (this_coming) relation = FindRelation(Kind::kNext);
  const bool coming = this_coming || is_coming(i);
  DatePhrase phrase =
      Phrase(i, this_coming ? i + 2 : i + 1, relation->base, Grain::kDay);
  // "The coming weeks" are no week.
  if (coming && !tokens.Is(phrase.end, Kind::kWeekday) &&
      !tokens.Is(phrase.end, Kind::kMonth) &&
      !tokens.Is(phrase.end, Kind::kSeason))
    return {};
  phrase.confidence = relation->base == DateBase::kText ? kProbable : kLikely;
  const bool the = tokens.Before(i).kind == Kind::kThe;
  if (relation->word == Kind::kThat && tokens.Is(i + 1, Kind::kThat))
    ++phrase.end;  // "that same day"
  if (relation->word == Kind::kNext && the && !coming)
    phrase.base = DateBase::kText;
  // "the last week" lasts, or is that of a month.
  if (relation->word == Kind::kLast && the) return {};
  if (!TakeNamed(tokens, *relation, phrase)) return {};
  // "this day-long", "the next month's"
  if (tokens.Is(phrase.end, Kind::kDash) && tokens.IsJoined(phrase.end))
    return {};
  return WithDayBehind(tokens, phrase);
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
  // "244 YEAR AGO" stands above a column.
  if (*count > 1 && !tokens.At(at).plural) return {};
  phrase.shift = relation == Kind::kLater ? *count : -*count;
  if (relation == Kind::kAgo) {
    phrase.base = DateBase::kPublication;
    phrase.confidence = kLikely;
    // "A week ago Monday" is read in two ways.
    if (tokens.Is(at + 2, Kind::kWeekday)) {
      phrase.base = DateBase::kNothing;
      ++phrase.end;
    }
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
  const bool named = (next.kind == Kind::kOther || IsPlainWord(next)) &&
                     next.is_word && !next.starts_sentence;
  if (next.kind == Kind::kOf || season.capital || season.foreign || named)
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

}  // namespace

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
