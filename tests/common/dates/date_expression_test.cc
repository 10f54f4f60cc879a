#include "common/dates/date_expression.h"

#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace archive {
namespace {

std::string Iso(const std::optional<Day>& day) {
  return day ? ToIsoString(DateFrom(*day)) : "";
}

std::string Show(const DateReading& reading) {
  if (const auto* range = std::get_if<DateRange>(&reading)) {
    const std::string mark =
        range->match == DateRange::Match::kTouching ? "~" : "";
    if (range->first == range->last) return mark + Iso(range->first);
    return mark + Iso(range->first) + ".." + Iso(range->last);
  }
  if (const auto* day = std::get_if<DayOfYear>(&reading))
    return fmt::format("*-{:02}-{:02}", day->month, day->day);
  const auto& mistake = std::get<DateMistake>(reading);
  std::string out = mistake.message;
  for (const DateSuggestion& suggestion : mistake.suggestions) {
    out += " | " + suggestion.text;
    if (!suggestion.note.empty()) out += " (" + suggestion.note + ")";
  }
  return out;
}

struct Case {
  std::string text;
  std::string reading;
};

// Today is Wednesday, 31 March 2021.
void CheckAll(const std::vector<Case>& cases) {
  for (const Case& c : cases)
    EXPECT_EQ(Show(ReadDateExpression(c.text, DayFrom(2021, 3, 31))), c.reading)
        << c.text;
}

TEST(DateExpression, CalendarDates) {
  CheckAll({
      {"2021-03-02", "2021-03-02"},
      {" 2021-3-2 ", "2021-03-02"},
      {"2021/03/02", "2021-03-02"},
      {"20210302", "2021-03-02"},
      {"2021-03", "2021-03-01..2021-03-31"},
      {"03-2021", "2021-03-01..2021-03-31"},
      {"2021", "2021-01-01..2021-12-31"},
      {"0001", "0001-01-01..0001-12-31"},
      {"1960s", "1960-01-01..1969-12-31"},
      {"1960's", "1960-01-01..1969-12-31"},
      {"2021-Q1", "2021-01-01..2021-03-31"},
      {"2021q4", "2021-10-01..2021-12-31"},
      {"Q2 2021", "2021-04-01..2021-06-30"},
      {"2 March 2021", "2021-03-02"},
      {"2nd of March, 2021", "2021-03-02"},
      {"March 2, 2021", "2021-03-02"},
      {"Tuesday, 2 March 2021", "2021-03-02"},
      {"Mar. 2 2021", "2021-03-02"},
      {"2-mar-2021", "2021-03-02"},
      {"2021 March 2", "2021-03-02"},
      {"March 2021", "2021-03-01..2021-03-31"},
      {"nov-2020", "2020-11-01..2020-11-30"},
      {"Sept 2020", "2020-09-01..2020-09-30"},
      {"25/12/2020", "2020-12-25"},
      {"12.25.2020", "2020-12-25"},
      {"04/04/2020", "2020-04-04"},
  });
}

TEST(DateExpression, Ranges) {
  CheckAll({
      {"2020-11..2021-03", "2020-11-01..2021-03-31"},
      {"2020..", "2020-01-01.."},
      {"..1953", "..1953-12-31"},
      {"2020/2021", "2020-01-01..2021-12-31"},
      {"2020-11/2021-03", "2020-11-01..2021-03-31"},
      {"2 March 2021 .. 5 March 2021", "2021-03-02..2021-03-05"},
      {"~2021-03-02", "~2021-03-02"},
      {"~2021-03..2021-04", "~2021-03-01..2021-04-30"},
      {"*-04-13", "*-04-13"},
      {"*-02-29", "*-02-29"},
  });
}

TEST(DateExpression, RelativeToToday) {
  CheckAll({
      {"today", "2021-03-31"},
      {"Yesterday", "2021-03-30"},
      {"monday", "2021-03-29"},
      {"wednesday", "2021-03-31"},
      {"thursday", "2021-03-25"},
      {"this-week", "2021-03-29..2021-04-04"},
      {"last-week", "2021-03-22..2021-03-28"},
      {"last week", "2021-03-22..2021-03-28"},
      {"this-month", "2021-03-01..2021-03-31"},
      {"last-month", "2021-02-01..2021-02-28"},
      {"this-quarter", "2021-01-01..2021-03-31"},
      {"last-quarter", "2020-10-01..2020-12-31"},
      {"this-year", "2021-01-01..2021-12-31"},
      {"last-year", "2020-01-01..2020-12-31"},
      {"30d..", "2021-03-01.."},
      {"..30d", "..2021-03-01"},
      {"1mo..", "2021-02-28.."},
      {"1y..6mo", "2020-03-31..2020-09-30"},
      {"last-month..", "2021-02-01.."},
      // Alone, up to today.
      {"2w", "2021-03-17..2021-03-31"},
      {"3mo", "2020-12-31..2021-03-31"},
      {"1y", "2020-03-31..2021-03-31"},
  });
}

TEST(DateExpression, MistakesAreNeverGuessedAt) {
  CheckAll({
      {"03/04/2020",
       "03/04/2020 can be read in two ways | 2020-04-03 (3 April) | "
       "2020-03-04 (4 March)"},
      {"03/04/2020..2021",
       "03/04/2020 can be read in two ways | 2020-04-03..2021 (3 April) | "
       "2020-03-04..2021 (4 March)"},
      {"2021-02-30", "there is no 30 February 2021 | 2021-02"},
      {"2021-13", "there is no month 13 | 2021"},
      {"2021-00", "there is no month 0"},
      {"2021-03-00", "there is no day 0"},
      {"31/04/2021", "there is no 31 April 2021 | 2021-04"},
      {"2021..2020", "2021 comes after 2020 | 2020..2021"},
      {"2019-2021", "a stretch of years is written with two dots | 2019..2021"},
      {"3m", "3m can be minutes or months | 3mo (months)"},
      {"3m..", "3m can be minutes or months | 3mo.. (months)"},
      {"5h", "the smallest unit is a day | today"},
      {"-30d", "a time ago is written without a minus | 30d"},
      {"-1950", "years run from 0001 to 9999"},
      {"yesteday",
       "\"yesteday\" is not a date; did you mean yesterday? | yesterday"},
      {"Febuary",
       "\"febuary\" is not a date; did you mean February? A month needs a "
       "year"},
      {"2 Marhc 2021",
       "\"2 marhc 2021\" is not a date; did you mean March? | 2 march 2021"},
      {"2 March", "\"2 march\" needs a year | *-03-02 (in any year)"},
      {"March", "\"march\" needs a year"},
      {"Monday, 2 March 2021", "that day was a Tuesday | 2021-03-02"},
      {"60s", "\"60\" is not a date; years have four digits | 1960s"},
      {"21", "\"21\" is not a date; years have four digits | 1921 | 2021"},
      {"03/04/21", "03/04/21 needs a year of four digits"},
      {"2021-Q5", "a year has quarters Q1 to Q4"},
      {"0000", "years run from 0001 to 9999"},
      {"9999y", "years run from 0001 to 9999"},
      {"2021-03-02T09:00",
       "a date is asked for by day, without the time | 2021-03-02"},
      {"*-02-30", "no year has 02-30"},
      {"*-4-13", "a day in any year is written *-04-13"},
      {"~*-04-13", "~ goes before a date of one year | *-04-13"},
      {"..", "a range needs a date on one side at least"},
      {"", "there is no date here"},
      {"~", "there is no date here"},
      {"soon", "\"soon\" is not a date"},
      {"m\xC3\xA4rz 2021", "\"m\xC3\xA4rz 2021\" is not a date"},
  });
}

TEST(DateExpression, AnyBytesGetAnAnswer) {
  std::mt19937 random(3);
  const std::string alphabet = "0123 9-/.~*,'dwmoyqsTtaprj\xFF\n";
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    const std::size_t size = random() % 14;
    while (text.size() < size) text += alphabet[random() % alphabet.size()];
    const DateReading reading = ReadDateExpression(text, DayFrom(2021, 3, 31));
    const auto* range = std::get_if<DateRange>(&reading);
    if (range != nullptr && range->first && range->last) {
      EXPECT_LE(*range->first, *range->last) << text;
    }
    if (range != nullptr && range->first) {
      EXPECT_GE(*range->first, DayFrom(kMinYear, 1, 1)) << text;
    }
    if (range != nullptr && range->last) {
      EXPECT_LE(*range->last, DayFrom(kMaxYear, 12, 31)) << text;
    }
  }
}

}  // namespace
}  // namespace archive
