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
bool IsDayNumber(const DateToken& token);
// "1500 men", "20 percent"; `next` is the token behind the number.
bool IsAmount(const TokenWindow& tokens, std::size_t next);

// Days and months by their names: date_phrase_days.cc.
DateReading ReadMonthThenDay(const TokenWindow& tokens, std::size_t i);
DateReading ReadMonthAlone(const TokenWindow& tokens, std::size_t i);
DateReading ReadDayThenMonth(const TokenWindow& tokens, std::size_t i);

// Dates in figures: date_phrase_figures.cc.
DateReading ReadNumericDay(const TokenWindow& tokens, std::size_t i);
DateReading ReadDaySlashMonth(const TokenWindow& tokens, std::size_t i);
DateReading ReadEastAsianDate(const TokenWindow& tokens, std::size_t i);
DateReading ReadEastAsianCentury(const TokenWindow& tokens, std::size_t i);

// Years, their parts and what is made of them: date_phrase_years.cc.
DateReading ReadBeforeChrist(const TokenWindow& tokens, std::size_t i);
DateReading ReadPlainYear(const TokenWindow& tokens, std::size_t i);
DateReading ReadAnnoDomini(const TokenWindow& tokens, std::size_t i);
DateReading ReadDecade(const TokenWindow& tokens, std::size_t i);
DateReading ReadCentury(const TokenWindow& tokens, std::size_t i);
DateReading ReadOrdinalPart(const TokenWindow& tokens, std::size_t i);
DateReading ReadQuarterNumber(const TokenWindow& tokens, std::size_t i);
DateReading ReadSeason(const TokenWindow& tokens, std::size_t i);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_PHRASE_READERS_H_
