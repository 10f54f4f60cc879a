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
    Reader{Kind::kNumber, ReadPlainYear},
    Reader{Kind::kOrdinal, ReadDayThenMonth},
    Reader{Kind::kOrdinal, ReadCentury},
    Reader{Kind::kOrdinal, ReadOrdinalPart},
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

bool IsYearNumber(const DateToken& token) {
  return token.kind == Kind::kNumber && token.digits == 4 &&
         token.value >= kFirstYear && token.value <= kLastYear;
}

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
  if (IsYearNumber(tokens.At(i)) && !IsAmount(tokens, i + 1)) {
    phrase.year = tokens.At(i).value;
    phrase.base = DateBase::kWritten;
    phrase.end = tokens.Is(i + 1, Kind::kYearWord) ? i + 2 : i + 1;
    return;
  }
  if (comma) return;
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
