// A date as a text words it, before anybody knows which day it means, and how
// phrases are read off tokens: the second step of date_mentions.h.
//
// Pure functions of the tokens around one.  A phrase says what it is counted
// from (DateBase); date_resolver.h counts.  Each kind has its file:
//   date_phrase_days.cc       November 26, 2020; in May
//   date_phrase_figures.cc    2020-11-26; 26/11; 昭和55年
//   date_phrase_plain_year.cc 1950; 1939-45
//   date_phrase_years.cc      the 1980s; 19th century; Q3 2019
//   date_phrase_foreign.cc    années 1980; siglo XIX
//   date_phrase_relative.cc   Tuesday; last month; two years ago; the next day
// To add a form: a function there, declared in date_phrase_readers.h, and a row
// in the table of date_phrase_written.cc, or of date_phrase_relative.cc.
#ifndef ARCHIVE_COMMON_DATES_DATE_PHRASE_H_
#define ARCHIVE_COMMON_DATES_DATE_PHRASE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "common/dates/date_tokens.h"
#include "common/dates/period.h"

namespace archive {

// What a phrase is counted from.
enum class DateBase : std::uint8_t {
  kWritten,      // nothing: it says its year
  kYearless,     // "26 November", "in May": some year near
  kPublication,  // "last month"
  kCurrent,      // "the end of the year": of the time that is told of
  kText,         // "the next day": the date spoken of before
  kOldMonth,     // "the 3d inst.": the month of publication, before 1940
  kNothing,      // no date, and what it is made of is none either: "264 BC"
};

// Which of the days or months of a name.
enum class DateDirection : std::uint8_t {
  kByTense,   // "Tuesday": the last or the next one, as its sentence says
  kPrevious,  // "last Tuesday"
  kSame,      // "this Tuesday"
  kNext,
};

inline constexpr int kNotNamed = -1;

struct DatePhrase {
  std::size_t first = 0;  // tokens [first, end)
  std::size_t end = 0;
  Grain grain = Grain::kDay;
  DateBase base = DateBase::kWritten;
  int year = 0;             // kWritten; the first one of a decade or century
  int last_year = 0;        // "1939-45"; 0: no range
  int month = 0;            // 1 to 12, of kDay and kMonth; 0: not named
  int day = 0;              // 1 to 31
  int last_day = 0;         // "9-10 November"; 0: one day
  std::size_t sign = 0;     // the token between the ends of such a range
  int part = kNotNamed;     // of the year: quarter, season, half; from 0
  int weekday = kNotNamed;  // 0 = Monday
  // Periods of the grain from the base; years, of a day or month of a named
  // year ("June last year").
  int shift = 0;
  DateDirection direction = DateDirection::kByTense;
  // A year that only its place makes one: "to 1738", "of 1625".
  bool by_place_alone = false;
  // "The Sept. 11 attacks": news means a day years ago.
  bool memorial = false;
  std::uint8_t confidence = 0;  // per cent
};

class TokenWindow {
 public:
  explicit TokenWindow(std::span<const DateToken> tokens) : tokens_(tokens) {}

  std::size_t size() const { return tokens_.size(); }
  // A token that is nothing, outside.
  const DateToken& At(std::size_t i) const {
    static constexpr DateToken kNone = {};
    return i < tokens_.size() ? tokens_[i] : kNone;
  }
  // The one before; nothing before the first one and across sentences.
  const DateToken& Before(std::size_t i) const {
    return i == 0 || At(i).starts_sentence ? At(tokens_.size()) : At(i - 1);
  }
  DateTokenKind KindAt(std::size_t i) const { return At(i).kind; }
  bool Is(std::size_t i, DateTokenKind kind) const { return KindAt(i) == kind; }
  // Whether token i stands right behind the one before it.
  bool IsJoined(std::size_t i) const { return i < size() && !At(i).spaced; }

 private:
  std::span<const DateToken> tokens_;
};

// The phrase whose main word is token i, or nothing.
std::optional<DatePhrase> ReadWrittenPhrase(const TokenWindow& tokens,
                                            std::size_t i);
std::optional<DatePhrase> ReadRelativePhrase(const TokenWindow& tokens,
                                             std::size_t i);

// Takes a year that stands behind a day, month, quarter or season, from token
// `phrase.end` on: "1989", ", 1989", "of 1989", "last year".
void TakeYearBehind(const TokenWindow& tokens, DatePhrase& phrase);

// Of date_phrase_widened.cc: takes what belongs to a phrase on its left ("the
// end of", "early") and right
// ("morning").
void WidenPhrase(const TokenWindow& tokens, DatePhrase& phrase);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_PHRASE_H_
