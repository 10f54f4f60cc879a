// What the files of date_phrase.h that read written dates share: their readers,
// and what they ask of tokens.
#ifndef ARCHIVE_COMMON_DATES_DATE_PHRASE_READERS_H_
#define ARCHIVE_COMMON_DATES_DATE_PHRASE_READERS_H_

#include "common/dates/date_phrase.h"

namespace archive {

using DateReading = std::optional<DatePhrase>;

inline constexpr int kMostDaysOfMonth = 31;
inline constexpr int kMonthsOfYear = 12;

// How sure a form is, in per cent: as often as it is right, about.
inline constexpr std::uint8_t kSure = 99;
inline constexpr std::uint8_t kQuiteSure = 95;
inline constexpr std::uint8_t kLikely = 85;
inline constexpr std::uint8_t kProbable = 75;

DatePhrase MakePhrase(std::size_t first, std::size_t end, Grain grain,
                      std::uint8_t confidence);
bool IsYearNumber(const DateToken& token);
// The value of an ordinal and of the "twenty-" in front, whose token `first`
// then is.
int OrdinalEndingAt(const TokenWindow& tokens, std::size_t i,
                    std::size_t& first);
bool IsDayNumber(const DateToken& token);
// "1500 men", "20 percent"; `next` is the token behind the number.
bool IsAmount(const TokenWindow& tokens, std::size_t next);
// A word, and none of those that `DateToken::grammar` or a kind names.
bool IsPlainWord(const DateToken& token);
// "casualties": what is counted, in small letters.
bool IsPlural(const DateToken& token);
// "GMT", "Uhr".
bool IsClock(const DateToken& token);
// Of a number of four digits, whose next token `next` is: "1500 men", "1500
// casualties", "1500 GMT", "1500元".
bool IsCounted(const TokenWindow& tokens, std::size_t next);
// Whether nothing behind a number could be counted by it: its sentence ends, a
// sign follows or a word of grammar (he, was, and, the).
bool EndsClearly(const TokenWindow& tokens, std::size_t next);

// Days and months by their names: date_phrase_days.cc.
DateReading ReadMonthThenDay(const TokenWindow& tokens, std::size_t i);
DateReading ReadMonthAlone(const TokenWindow& tokens, std::size_t i);
DateReading ReadDayThenMonth(const TokenWindow& tokens, std::size_t i);
// March, May and August are names and verbs, too, above all where every word
// has a capital: "to March in Paris", "between May and Corbyn", "August
// Wilson".
bool IsOtherWord(const TokenWindow& tokens, std::size_t i);
// "The Sept. 11 attacks", "since Oct. 7": a day that names what happened on it,
// years ago perhaps.
bool IsMemorialDay(const TokenWindow& tokens, const DatePhrase& phrase);

// Dates in figures: date_phrase_figures.cc.
DateReading ReadNumericDay(const TokenWindow& tokens, std::size_t i);
DateReading ReadDaySlashMonth(const TokenWindow& tokens, std::size_t i);
DateReading ReadEastAsianDate(const TokenWindow& tokens, std::size_t i);
DateReading ReadEastAsianCentury(const TokenWindow& tokens, std::size_t i);

// Numbers alone: date_phrase_plain_year.cc.
DateReading ReadPlainYear(const TokenWindow& tokens, std::size_t i);
// Takes the "-45" of "1939-45".
void TakeShortLastYear(const TokenWindow& tokens, DatePhrase& phrase);

// Years, their parts and what is made of them: date_phrase_years.cc.
DateReading ReadBeforeChrist(const TokenWindow& tokens, std::size_t i);
DateReading ReadAnnoDomini(const TokenWindow& tokens, std::size_t i);
DateReading ReadDecade(const TokenWindow& tokens, std::size_t i);
DateReading ReadCentury(const TokenWindow& tokens, std::size_t i);
DateReading ReadOrdinalPart(const TokenWindow& tokens, std::size_t i);
DateReading ReadQuarterNumber(const TokenWindow& tokens, std::size_t i);
DateReading ReadNumberedPart(const TokenWindow& tokens, std::size_t i);
DateReading ReadSeason(const TokenWindow& tokens, std::size_t i);

// Decades and centuries of other languages: date_phrase_foreign.cc.
DateReading ReadDashedDecade(const TokenWindow& tokens, std::size_t i);
DateReading ReadGermanDecade(const TokenWindow& tokens, std::size_t i);
DateReading ReadNamedDecade(const TokenWindow& tokens, std::size_t i);
DateReading ReadRomanCentury(const TokenWindow& tokens, std::size_t i);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_PHRASE_READERS_H_
