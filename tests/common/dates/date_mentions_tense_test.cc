// Which Tuesday is meant: what sentences say of past and future.
#include <optional>

#include <gtest/gtest.h>

#include "tests/support/shown_mentions.h"

namespace archive {
namespace {

TEST(DateTense, AuxiliariesCountNotTheirParticiples) {
  ExpectEach({{"The report will be released Friday.", "Friday=2021-03-05"},
              {"A rally would be held Saturday.", "Saturday=2021-03-06"},
              {"It is expected to be announced Friday.", "Friday=2021-03-05"},
              {"Schools will remain closed Friday.", "Friday=2021-03-05"},
              {"She won't return until Monday.", "Monday=2021-03-08"},
              {"He had to be rescued Monday.", "Monday=2021-03-01"},
              {"It could not be reached Monday.", "Monday=2021-03-01"},
              {"The fire may have started Monday.", "Monday=2021-03-01"},
              {"It was announced on Monday and takes effect Friday.",
               "Monday=2021-03-01 | Friday=2021-03-05"}},
             Published());
}

TEST(DateTense, ModalsAndPlansLookForward) {
  ExpectEach({{"Talks could resume on Friday, they said.", "Friday=2021-03-05"},
              {"He is set to meet her on Friday.", "Friday=2021-03-05"},
              {"The premier is to visit on Thursday.", "Thursday=2021-03-04"},
              {"They are meeting on Friday.", "Friday=2021-03-05"},
              {"The deadline is Friday.", "Friday=2021-03-05"},
              {"Elections are in November.", "November=2021-11-01..2021-11-30"},
              {"The strike begins Monday.", "Monday=2021-03-08"},
              {"Rain is likely Saturday.", "Saturday=2021-03-06"},
              {"It runs through Sunday.", "Sunday=2021-03-07"},
              {"They must rule by this coming Friday.",
               "this coming Friday=2021-03-05"},
              {"It holds from tomorrow night into Friday morning.",
               "tomorrow night=2021-03-04 | Friday morning=2021-03-05"}},
             Published());
}

TEST(DateTense, FutureDaysAreNeverPutIntoThePast) {
  ExpectEach({{"The Fed could cut rates in September.",
               "September=2021-09-01..2021-09-30"},
              {"There may be more deaths by August 4.", "August 4=2021-08-04"},
              // So far ahead it would have said its year.
              {"It will be presented on 15 January.", ""}},
             Published());
}

TEST(DateTense, WhereBothAreSaidThereIsNone) {
  ExpectNone(
      {"He was to appear in court on Friday.",
       "He said he was going to resign on Friday.",
       "The Senate was set to meet on Friday.",
       "Shops were closed until Monday.", "He said it was delayed until June."},
      Published());
}

TEST(DateTense, WithoutAVerbItIsLessSure) {
  const std::string_view text = "Knicks: Miami on Monday.";
  DateMentionFinder finder;
  const auto mentions = finder.Find({&text, 1}, Published());
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].confidence, 75);
}

TEST(DateTense, PointsOfAbbreviationsEndNoSentence) {
  ExpectEach(
      {{"It will be held at 6 p.m. Friday at Troy.", "Friday=2021-03-05"},
       {"They will meet at 10 a.m. on Monday.", "Monday=2021-03-08"}},
      Published());
}

}  // namespace
}  // namespace archive
