#include <array>

#include "common/dates/date_phrase.h"
#include "common/dates/date_phrase_readers.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;

struct Reader {
  Kind main_word;
  DateReading (*read)(const TokenWindow& tokens, std::size_t i);
};

// Those of a main word are asked in this order; the first that reads counts.
constexpr std::array kReaders = {
    Reader{Kind::kMonth, ReadMonthThenDay},
    Reader{Kind::kMonth, ReadMonthAlone},
    Reader{Kind::kNumber, ReadNumericDay},
    Reader{Kind::kNumber, ReadEastAsianDate},
    Reader{Kind::kNumber, ReadEastAsianCentury},
    Reader{Kind::kNumber, ReadDayThenMonth},
    Reader{Kind::kNumber, ReadDaySlashMonth},
    Reader{Kind::kNumber, ReadBeforeChrist},
    Reader{Kind::kNumber, ReadNumberedPart},
    Reader{Kind::kNumber, ReadDashedDecade},
    Reader{Kind::kNumber, ReadPlainYear},
    Reader{Kind::kOrdinal, ReadDayThenMonth},
    Reader{Kind::kOrdinal, ReadCentury},
    Reader{Kind::kOrdinal, ReadOrdinalPart},
    Reader{Kind::kOrdinal, ReadGermanDecade},
    Reader{Kind::kRoman, ReadRomanCentury},
    Reader{Kind::kCenturyWord, ReadRomanCentury},
    Reader{Kind::kDecadeWord, ReadNamedDecade},
    Reader{Kind::kEastEra, ReadEastAsianDate},
    Reader{Kind::kAnno, ReadAnnoDomini},
    Reader{Kind::kYears, ReadDecade},
    Reader{Kind::kQuarterNumber, ReadQuarterNumber},
    Reader{Kind::kSeason, ReadSeason},
};

}  // namespace

DatePhrase MakePhrase(std::size_t first, std::size_t end, Grain grain,
                      std::uint8_t confidence) {
  DatePhrase phrase;
  phrase.first = first;
  phrase.end = end;
  phrase.grain = grain;
  phrase.confidence = confidence;
  return phrase;
}

bool IsDayNumber(const DateToken& token) {
  return (token.kind == Kind::kNumber || token.kind == Kind::kOrdinal) &&
         token.digits <= 2 && token.value >= 1 &&
         token.value <= kMostDaysOfMonth;
}

bool IsAmount(const TokenWindow& tokens, std::size_t next) {
  return tokens.Is(next, Kind::kMeasured);
}

int OrdinalEndingAt(const TokenWindow& tokens, std::size_t i,
                    std::size_t& first) {
  const DateToken& ordinal = tokens.At(i);
  constexpr int kTen = 10;
  first = i;
  const bool compound = ordinal.digits == 0 && ordinal.value < kTen && i >= 2 &&
                        tokens.Is(i - 1, Kind::kDash) &&
                        tokens.Is(i - 2, Kind::kCount) &&
                        tokens.At(i - 2).value >= 2 * kTen;
  if (!compound) return ordinal.value;
  first = i - 2;
  return tokens.At(i - 2).value + ordinal.value;
}

bool IsPlainWord(const DateToken& token) {
  if (!token.is_word || token.grammar) return false;
  switch (token.kind) {
    case Kind::kOther:
    case Kind::kClock:
    case Kind::kStreet:
    case Kind::kMemorial:
    case Kind::kShow:
    case Kind::kBack:
      return true;
    default:
      return false;
  }
}

bool IsPlural(const DateToken& token) {
  return IsPlainWord(token) && !token.capital && token.plural;
}

bool IsClock(const DateToken& token) {
  // "Est" and "ist" are words of grammar, too.
  return token.kind == Kind::kClock && (token.capital || !token.grammar);
}

bool IsCounted(const TokenWindow& tokens, std::size_t next) {
  const DateToken& token = tokens.At(next);
  return IsClock(token) || token.kind == Kind::kMeasured ||
         token.kind == Kind::kEastFirst || IsPlural(token);
}

bool EndsClearly(const TokenWindow& tokens, std::size_t next) {
  const DateToken& token = tokens.At(next);
  if (next >= tokens.size() || token.starts_sentence || token.grammar)
    return true;
  // "von 1950 bis 1953"
  if ((token.kind == Kind::kTo || token.kind == Kind::kAnd) &&
      tokens.Is(next + 1, Kind::kNumber))
    return true;
  return !token.is_word && !IsCounted(tokens, next) &&
         token.kind != Kind::kSlash && token.kind != Kind::kNumber;
}

bool IsYearNumber(const DateToken& token) {
  return token.kind == Kind::kNumber && token.digits == 4 &&
         token.value >= kFirstYear && token.value <= kLastYear;
}

namespace {

// "5 May 2000 people": hundreds of something on that day.
bool IsCountBehindDay(const TokenWindow& tokens, std::size_t i,
                      const DatePhrase& phrase) {
  if (IsAmount(tokens, i + 1) || IsClock(tokens.At(i + 1))) return true;
  constexpr int kHundred = 100;
  if (tokens.At(i).value % kHundred != 0 || tokens.Is(i - 1, Kind::kComma))
    return false;
  const bool foreign =
      tokens.At(phrase.first).foreign || tokens.At(phrase.end - 1).foreign;
  return (phrase.day != 0 && IsCounted(tokens, i + 1)) ||
         (foreign && IsPlainWord(tokens.At(i + 1)));
}

// "4 September 476", "1 January 0001"; out of all years, "31 December 2149",
// the day is none of a year near, either.
void TakeEarlyYear(const TokenWindow& tokens, std::size_t i,
                   DatePhrase& phrase) {
  const DateToken& number = tokens.At(i);
  constexpr int kDigits = 4;
  if (phrase.day == 0 || phrase.month == 0 || number.kind != Kind::kNumber ||
      (number.digits != kDigits && number.digits != kDigits - 1))
    return;
  const DateToken& next = tokens.At(i + 1);
  const bool ends = i + 1 >= tokens.size() || next.starts_sentence ||
                    next.kind == Kind::kComma || next.kind == Kind::kPoint ||
                    next.kind == Kind::kClose;
  const bool named = next.capital && !next.plural && IsPlainWord(next);
  if (!ends && !named && number.digits != kDigits) return;
  if (!ends && IsCounted(tokens, i + 1)) return;
  phrase.end = i + 1;
  phrase.base = DateBase::kNothing;
  if (!ends || number.value < 1 || number.value >= kFirstYear) return;
  phrase.base = DateBase::kWritten;
  phrase.year = number.value;
  phrase.confidence = kLikely;
}

}  // namespace

void TakeYearBehind(const TokenWindow& tokens, DatePhrase& phrase) {
  std::size_t i = phrase.end;
  bool comma = false;
  if (tokens.Is(i, Kind::kComma)) {
    comma = true;
    ++i;
  } else if (tokens.Is(i, Kind::kOf)) {
    ++i;
  }
  if (tokens.At(i).starts_sentence) return;
  if (tokens.Is(i, Kind::kNumber) && tokens.Is(i + 1, Kind::kBefore)) {
    phrase.base = DateBase::kNothing;
    phrase.end = i + 2;
    return;
  }
  if (IsYearNumber(tokens.At(i)) && !IsCountBehindDay(tokens, i, phrase)) {
    // "SEP 26 1799" is a day and a time.
    phrase.by_place_alone =
        !comma && phrase.day != 0 && tokens.Is(phrase.first, Kind::kMonth);
    phrase.year = tokens.At(i).value;
    phrase.base = DateBase::kWritten;
    phrase.end = tokens.Is(i + 1, Kind::kYearWord) ? i + 2 : i + 1;
    return;
  }
  if (!IsYearNumber(tokens.At(i))) TakeEarlyYear(tokens, i, phrase);
  if (comma || phrase.base != DateBase::kYearless) return;
  if (tokens.Is(i, Kind::kThe)) ++i;
  const Kind relation = tokens.KindAt(i);
  if ((relation != Kind::kLast && relation != Kind::kThis &&
       relation != Kind::kNext && relation != Kind::kThat &&
       relation != Kind::kFollowing && relation != Kind::kPrevious) ||
      !tokens.Is(i + 1, Kind::kUnit) ||
      tokens.At(i + 1).value != static_cast<int>(Grain::kYear) ||
      tokens.Is(i + 2, Kind::kDash))
    return;
  const bool of_text = relation == Kind::kThat ||
                       relation == Kind::kFollowing ||
                       relation == Kind::kPrevious;
  phrase.base = of_text ? DateBase::kText : DateBase::kPublication;
  phrase.shift = relation == Kind::kLast || relation == Kind::kPrevious    ? -1
                 : relation == Kind::kNext || relation == Kind::kFollowing ? 1
                                                                           : 0;
  phrase.end = i + 2;
}

std::optional<DatePhrase> ReadWrittenPhrase(const TokenWindow& tokens,
                                            std::size_t i) {
  const Kind kind = tokens.KindAt(i);
  for (const Reader& reader : kReaders) {
    if (reader.main_word != kind) continue;
    if (DateReading phrase = reader.read(tokens, i)) return phrase;
  }
  return {};
}

}  // namespace archive
