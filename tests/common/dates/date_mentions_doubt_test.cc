// Numbers, names and words that look like dates and are none.
#include <optional>

#include <gtest/gtest.h>

#include "tests/support/shown_mentions.h"

namespace archive {
namespace {

TEST(DateDoubt, TimesOfDayAreNoYears) {
  ExpectNone({"closed until 2000 GMT", "at the end of trading (1625 UTC)",
              "from 1400/1800", "(1400/1800)", "by 1700 local time",
              "compared with 244 YEAR AGO", "SEP 26 1799"},
             Published());
  ExpectEach({{"by 1700 CDT April 24", "April 24=2021-04-24"}}, Published());
}

TEST(DateDoubt, AmountsAreNoYears) {
  ExpectNone(
      {"a total of 1500 new infections", "grew to 2000 angry farmers",
       "a 1600 square foot house", "sold for 1500, he said",
       "In 2000 homes the power was out", "He ran the 1500 in 3:52.",
       "the Dow fell to 1738", "pages 1950-1975", "of 1984 Church St. in Troy",
       "read Orwell's 1984 twice", "the Defense bill (H.R. 1585)"},
      Published());
}

TEST(DateDoubt, YearsStayYears) {
  const auto year = [](const std::string& number) {
    return number + "=" + number + "-01-01.." + number + "-12-31";
  };
  ExpectEach({{"In 2000, he left.", year("2000")},
              {"the 2000 election", year("2000")},
              {"since 1800, when it burned", year("1800")},
              {"the Treaty of 1783", year("1783")},
              {"the 1848 revolution", year("1848")},
              {"dating back to 1898,", year("1898")},
              {"In 1956 demonstrations began.", year("1956")},
              {"in the 2018 midterm elections", year("2018")},
              {"his 2017 title won in London", year("2017")}},
             Published());
}

TEST(DateDoubt, OldYearsOnlyBelongToWholeDates) {
  ExpectEach(
      {{"On December 25, 800, he was crowned.", "December 25, 800=0800-12-25"},
       {"on 4 September 476.", "4 September 476=0476-09-04"},
       {"on 1 January 0001.", "1 January 0001=0001-01-01"},
       {"until 31 December 2149.", ""},
       {"On 25 December 800 Charlemagne was crowned.", ""},
       {"On December 25, 800 people came.", "December 25=2020-12-25"}},
      Published());
}

TEST(DateDoubt, CenturiesAndDecades) {
  ExpectEach({{"in the twenty-first century",
               "the twenty-first century=2000-01-01..2099-12-31"},
              {"the late 1800s", "the late 1800s=1800-01-01..1899-12-31"},
              {"the 2000s", "the 2000s=2000-01-01..2009-12-31"},
              {"the late 1990’s", "the late 1990’s=1990-01-01..1999-12-31"},
              {"the thirty-first of May", "thirty-first of May=2021-05-31"}},
             Published());
}

TEST(DateDoubt, DaysCountedFromDays) {
  ExpectEach(
      {{"He left the day before yesterday.",
        "the day before yesterday=2021-03-01"},
       {"The day after tomorrow they meet.",
        "The day after tomorrow=2021-03-05"},
       {"HE WILL RESIGN AT NOON TOMORROW", "TOMORROW=2021-03-04"},
       {"She died a week ago Monday.", ""},
       {"on the second Sunday in a month", ""},
       {"\"Last year August 8 was happy\"", "Last year August 8=2020-08-08"}},
      Published());
}

TEST(DateDoubt, NamesAreNoDays) {
  ExpectNone(
      {"Sheffield Wednesday beat Leeds", "He wrote in USA Today that",
       "She hosts the Today programme.", "He appeared on Saturday Night Live.",
       "Monday Night Football drew millions.", "Wednesday Addams came.",
       "He read \"Tomorrow Never Dies\" again."},
      Published());
  // The club, from there on.
  ExpectNone({"Sheffield Wednesday drew. He hit the bar for Wednesday."},
             Published());
}

TEST(DateDoubt, NamesAndVerbsAreNoMonths) {
  ExpectNone({"Thousands to March in Paris", "Why This May Be the Last Chance",
              "That May Change Soon", "from May to Corbyn",
              "between May and Corbyn failed", "turned to May for answers",
              "resigning in protest to May's deal",
              "starred in August Osage County", "in August Wilson's play"},
             Published());
  ExpectEach({{"In May 10 workers died.", "May=2020-05-01..2020-05-31"},
              {"from April to May",
               "April to May=2021-04-01..2021-05-31 | "
               "April=2021-04-01..2021-04-30 | "
               "May=2021-05-01..2021-05-31"},
              {"while in late April Soviet forces came",
               "late April=2021-04-01..2021-04-30"}},
             Published());
}

TEST(DateDoubt, MemorialDaysAreNotThoseOfThisYear) {
  ExpectNone(
      {"the family of the Sept. 11 victims", "the Jan. 6 committee met",
       "Since the Oct. 7 attack, Israel has struck", "the 26/11 attacks"},
      Published());
}

TEST(DateDoubt, NewsThatTellsOfThePastStaysNews) {
  // Years in an obituary do not take its months.
  const std::string obituary =
      "She died on Sunday. Born in 1933, she came in 1951, sang in 1956, in "
      "1962 and in 1968, married in 1959 and left in 1987. In June she moved "
      "to Devon.";
  EXPECT_TRUE(
      Shown(obituary, Published()).ends_with("June=2020-06-01..2020-06-30"))
      << Shown(obituary, Published());
  // Of that year or of this one?
  EXPECT_EQ(Shown("They landed on June 6, 1944. On Monday he came back. It had "
                  "been planned for June 5. The next day was quiet.",
                  Published()),
            "June 6, 1944=1944-06-06 | Monday=2021-03-01");
}

TEST(DateDoubt, NothingLiesOutsideTheCalendar) {
  constexpr int kLastYear = 9999;
  constexpr int kDecember = 12;
  constexpr int kThirtyFirst = 31;
  const std::string text =
      "next Friday, last Monday, tomorrow, next week, last year, said Tuesday, "
      "will meet Sunday, in January, next winter";
  for (const Day day :
       {DayFrom(1, 1, 1), DayFrom(kLastYear, kDecember, kThirtyFirst)}) {
    DateMentionFinder finder;
    const std::string_view view = text;
    for (const DateMention& mention : finder.Find({&view, 1}, day)) {
      EXPECT_GE(mention.days.first, DayFrom(1, 1, 1));
      EXPECT_LE(mention.days.last, DayFrom(kLastYear, kDecember, kThirtyFirst));
    }
  }
}

}  // namespace
}  // namespace archive
