// Texts and the dates that are found in them.
#include "common/dates/date_mentions.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/shown_mentions.h"

namespace archive {
namespace {

using Case = MentionCase;

// 2021-03-02 was a Tuesday.
constexpr int kYear = 2021;
constexpr int kMonth = 3;
constexpr int kDay = 2;

TEST(DateMentions, WrittenDatesNeedNoPublication) {
  ExpectEach(
      {
          {"on November 26, 2020 in Seoul", "November 26, 2020=2020-11-26"},
          {"on 26 November 2020.", "26 November 2020=2020-11-26"},
          {"Tuesday, March 2, 2021", "Tuesday, March 2, 2021=2021-03-02"},
          {"the 3rd of May 1926", "3rd of May 1926=1926-05-03"},
          {"2020-11-26 and 26.11.2020",
           "2020-11-26=2020-11-26 | "
           "26.11.2020=2020-11-26"},
          {"a November 2008 memorandum",
           "November 2008=2008-11-01..2008-11-30"},
          {"in Sept. 1939,", "Sept. 1939=1939-09-01..1939-09-30"},
          {"the 1950s Korean War", "the 1950s=1950-01-01..1959-12-31"},
          {"late March 1939", "late March 1939=1939-03-01..1939-03-31"},
          {"Q3 2019", "Q3 2019=2019-07-01..2019-09-30"},
          {"the first half of 2008",
           "the first half of 2008=2008-01-01.."
           "2008-06-30"},
          {"the 19th century", "the 19th century=1800-01-01..1899-12-31"},
          {"the summer of 1989", "the summer of 1989=1989-06-01..1989-08-31"},
          {"winter 1942", "winter 1942=1942-12-01..1943-02-28"},
          {"in 1066", "1066=1066-01-01..1066-12-31"},
          {"AD 79", "AD 79=0079-01-01..0079-12-31"},
      },
      std::nullopt);
}

TEST(DateMentions, RangesAreFoundWholeAndAtTheirEnds) {
  ExpectEach(
      {
          {"from 1950 to 1953.",
           "1950 to 1953=1950-01-01..1953-12-31 | 1950=1950-01-01..1950-12-31 "
           "| 1953=1953-01-01..1953-12-31"},
          {"the night of 9–10 November 1989",
           "the night of 9–10 November 1989=1989-11-09..1989-11-10 | "
           "the night of 9=1989-11-09 | 10 November 1989=1989-11-10"},
          {"(1939-45)",
           "1939-45=1939-01-01..1945-12-31 | "
           "1939=1939-01-01..1939-12-31 | "
           "45=1945-01-01..1945-12-31"},
          {"March to June 1953",
           "March to June 1953=1953-03-01..1953-06-30 | "
           "March=1953-03-01..1953-03-31 | June 1953=1953-06-01..1953-06-30"},
      },
      std::nullopt);
}

TEST(DateMentions, PublicationTellsWhatIsMeant) {
  ExpectEach(
      {
          {"announced Tuesday that", "Tuesday=2021-03-02"},
          {"said on Friday", "Friday=2021-02-26"},
          {"will meet on Friday", "Friday=2021-03-05"},
          {"He said Monday that talks will begin Thursday.",
           "Monday=2021-03-01 | Thursday=2021-03-04"},
          {"last month", "last month=2021-02-01..2021-02-28"},
          {"two years ago", "two years ago=2019-01-01..2019-12-31"},
          {"next summer", "next summer=2021-06-01..2021-08-31"},
          {"took office in January,", "January=2021-01-01..2021-01-31"},
          {"fell in December", "December=2020-12-01..2020-12-31"},
          {"yesterday", "yesterday=2021-03-01"},
          {"Tuesday night", "Tuesday night=2021-03-02"},
          {"June last year", "June last year=2020-06-01..2020-06-30"},
          {"by the end of the year",
           "the end of the year=2021-01-01.."
           "2021-12-31"},
          {"on 26/11 in Mumbai", "26/11=2020-11-26"},
      },
      DayFrom(kYear, kMonth, kDay));
}

TEST(DateMentions, WithoutPublicationTheyAreNone) {
  ExpectEach({{"announced Tuesday that", ""},
              {"last month", ""},
              {"in January,", ""},
              {"two years ago", ""}},
             std::nullopt);
}

TEST(DateMentions, TheTextTellsWhatIsMeant) {
  ExpectEach(
      {
          {"War began on 1 September 1939. Two days later Britain followed.",
           "1 September 1939=1939-09-01 | Two days later=1939-09-03"},
          {"It fell in May 1945. A month earlier it had held.",
           "May 1945=1945-05-01..1945-05-31 | A month earlier=1945-04-01.."
           "1945-04-30"},
          {"In 1911 he came. That year she left.",
           "1911=1911-01-01..1911-12-31 | That year=1911-01-01..1911-12-31"},
          {"On 30 April 1975 it fell. On 1 May, they met.",
           "30 April 1975=1975-04-30 | 1 May=1975-05-01"},
          // A month does not say which day is the next.
          {"In May 1945 it fell. The next day they met.",
           "May 1945=1945-05-01..1945-05-31"},
      },
      std::nullopt);
}

TEST(DateMentions, WhatIsNoDateIsNone) {
  ExpectEach(
      {
          {"for three days", ""},
          {"he is 26 years old", ""},
          {"at 10:30", ""},
          {"1,500 men and 1500 men", ""},
          {"won 21-19 and 26/11", ""},
          {"page 1950, flight 1989", ""},
          {"call 555-1990", ""},
          {"on 03/04/2020", ""},
          {"$1950", ""},
          {"in 264 BC", ""},
          {"they may march in 20 days", ""},
          {"the Sunday Times, Black Friday, every Monday", ""},
          {"a Boeing 737-1900", ""},
          {"30 February 2020", ""},
          {"the fall of Saigon", ""},
          {"they are busy in the summer, as ever", ""},
          {"in his 80s", ""},
          {"the last three months", ""},
      },
      DayFrom(kYear, kMonth, kDay));
}

TEST(DateMentions, OldFormsCountBefore1940) {
  const std::vector<Case> cases = {{"the 3d inst.", "the 3d inst.=1861-05-03"},
                                   {"of the 20th ult.",
                                    "the 20th ult.="
                                    "1861-04-20"}};
  ExpectEach(cases, DayFrom(1861, 5, 9));
  ExpectEach({{cases[0].text, ""}, {cases[1].text, ""}},
             DayFrom(kYear, kMonth, kDay));
}

TEST(DateMentions, OtherLanguagesWriteDates) {
  const std::string day = "=2020-11-26";
  std::vector<Case> cases;
  for (const std::string text :
       {"26. November 2020", "26 novembre 2020", "26 de noviembre de 2020",
        "26 de novembro de 2020", "26 november 2020", "26 ноября 2020 года",
        "2020年11月26日", "2020년 11월 26일"})
    cases.push_back({"« " + text + " »", text + day});
  cases.push_back({"昭和55年3月3日", "昭和55年3月3日=1980-03-03"});
  cases.push_back({"1950年代", "1950年代=1950-01-01..1959-12-31"});
  cases.push_back({"im März 1848", "März 1848=1848-03-01..1848-03-31"});
  ExpectEach(cases, std::nullopt);
}

TEST(DateMentions, PartsAreReadAsOneText) {
  const std::vector<std::string_view> texts = {"Fall of Saigon, 30 April 1975",
                                               "The next day was quiet."};
  DateMentionFinder finder;
  const std::vector<DateMention> mentions = finder.Find(texts, std::nullopt);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[1].part, 1U);
  EXPECT_EQ(mentions[1].bytes, (Span{0, 12}));
  EXPECT_EQ(mentions[1].days.first, DayFrom(1975, 5, 1));
  EXPECT_EQ(mentions[1].source, MentionSource::kContext);
}

TEST(DateMentions, AnyBytesAreRead) {
  DateMentionFinder finder;
  for (const std::string_view text :
       {"\xff\xfe 1950", "\xe5\xb9", "99999999999999999999", "1st of", "-",
        "9-", "May", "the", "\xd0"}) {
    for (const DateMention& mention : finder.Find({&text, 1}, Day{0})) {
      EXPECT_LT(mention.bytes.begin, mention.bytes.end);
      EXPECT_LE(mention.bytes.end, text.size());
    }
  }
}

}  // namespace
}  // namespace archive
