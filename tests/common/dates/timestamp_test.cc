#include "common/dates/timestamp.h"

#include <limits>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::string Read(std::string_view text) {
  const std::optional<Timestamp> stamp = ParseTimestamp(text);
  return stamp ? ToIsoString(*stamp) : "none";
}

struct Case {
  std::string_view text;
  std::string_view read;
};

TEST(Timestamp, Iso8601) {
  const Case cases[] = {
      {"2021-03-02", "2021-03-02"},
      {" 2021-03-02\n", "2021-03-02"},
      {"20210302", "2021-03-02"},
      {"2021/03/02", "2021-03-02"},
      {"2021-03", "2021-03"},
      {"2021", "2021"},
      {"1609", "1609"},
      {"2021-061", "2021-03-02"},
      {"2021-03-02T09:00", "2021-03-02T09:00:00"},
      {"2021-03-02T09:00:05Z", "2021-03-02T09:00:05Z"},
      {"2021-03-02t09:00:05z", "2021-03-02T09:00:05Z"},
      {"2021-03-02 09:00:05.123456+09:00", "2021-03-02T09:00:05+09:00"},
      {"2021-03-02T09:00:05,5-0530", "2021-03-02T09:00:05-05:30"},
      {"2021-03-02 09:00:05 +09", "2021-03-02T09:00:05+09:00"},
      {"2021-03-02 09:00:05 UTC", "2021-03-02T09:00:05Z"},
      {"20210302T090005Z", "2021-03-02T09:00:05Z"},
      {"20151014T043001+0100", "2015-10-14T04:30:01+01:00"},
      {"20210302T0900", "2021-03-02T09:00:00"},
      {"2021-03-02T09", "2021-03-02T09:00:00"},
      {"2021-03-02T24:00", "2021-03-03T00:00:00"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"2021-03-02Z", "2021-03-02"},
      {"2021-03-02T09:00:05+01:00[Europe/Paris]", "2021-03-02T09:00:05+01:00"},
  };
  for (const auto& [text, read] : cases) EXPECT_EQ(Read(text), read) << text;
}

TEST(Timestamp, NamedMonths) {
  const Case cases[] = {
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
      {" 3-MAR-1987  09:15:05.40", "1987-03-03T09:15:05"},
      {"Tue, 02 Mar 2021 09:00:05 +0900", "2021-03-02T09:00:05+09:00"},
      {"2 Mar 2021 09:00 EST", "2021-03-02T09:00:00-05:00"},
      {"Tue, 02 Mar 2021 09:00:05 GMT (UTC)", "2021-03-02T09:00:05Z"},
      {"Tue, 02 Mar 2021 09:00:05 -0000", "2021-03-02T09:00:05Z"},
      {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
      {"Sun, 06 Nov 94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
      {"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37"},
      {"Sun Nov  6 08:49:37 EST 1994", "1994-11-06T08:49:37-05:00"},
      {"March 2, 2021", "2021-03-02"},
      {"2 March 2021", "2021-03-02"},
      {"2nd of March 2021", "2021-03-02"},
      {"Tuesday, March 2, 2021 at 9:05 PM", "2021-03-02T21:05:00"},
      {"Mar. 2, 2021 12:05 a.m. EST", "2021-03-02T00:05:00-05:00"},
      {"Sept. 11, 2001", "2001-09-11"},
      {"MARCH 2021", "2021-03"},
      {"2021-Mar-02", "2021-03-02"},
      {"Tue Mar 02 2021 09:00:05 GMT+0100 (CET)", "2021-03-02T09:00:05+01:00"},
      {"2 March 2021 09:00 CET", "2021-03-02T09:00:00"},
  };
  for (const auto& [text, read] : cases) EXPECT_EQ(Read(text), read) << text;
}

TEST(Timestamp, NeverGuessed) {
  for (const std::string_view text : {"",
                                      "03/04/2020",
                                      "3.4.2020",
                                      "13/14",
                                      "06-Nov-94",
                                      "Nov 6 94",
                                      "yesterday",
                                      "2021-02-30",
                                      "2021-13-01",
                                      "2021-00-10",
                                      "2021-3-2",
                                      "202103",
                                      "09:00",
                                      "2021-03-02T25:00",
                                      "2021-03-02T09:60",
                                      "2021-03-02T09:00+19:00",
                                      "2021-03-02x",
                                      "2021-03T09:00",
                                      "1614675600",
                                      "March",
                                      "March 32, 2021",
                                      "May 2 June 2021",
                                      "2 March 2021 to 4 March 2021",
                                      "13:00 PM March 2, 2021",
                                      "March 2",
                                      "Tuesday",
                                      "2021-03-02 garbage",
                                      "12345-01-01",
                                      "March 2, 2021, he said",
                                      "2021-03-02T09:00:00 and more"})
    EXPECT_EQ(Read(text), "none") << text;
}

TEST(Timestamp, PlaceholdersAreNone) {
  for (const std::string_view text :
       {"0000-00-00", "0000-00-00 00:00:00", "0001-01-01",
        "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1970-01-01 00:00:00",
        "1970-01-01T01:00:00+01:00", "Thu, 01 Jan 1970 00:00:00 GMT"})
    EXPECT_EQ(Read(text), "none") << text;
  EXPECT_EQ(Read("1970-01-01"), "1970-01-01");
  EXPECT_EQ(Read("1970-01-01T08:00:00Z"), "1970-01-01T08:00:00Z");
}

TEST(Timestamp, Numbers) {
  const struct {
    std::int64_t number;
    std::string_view read;
  } cases[] = {
      {1614675605, "2021-03-02T09:00:05Z"},
      {1614675605123, "2021-03-02T09:00:05Z"},
      {-1614675600, "1918-11-01T15:00:00Z"},
      {2021, "2021"},
      {20210302, "2021-03-02"},
      {20211302, "none"},
      {0, "none"},
      {1, "none"},
      {-1, "none"},
      {202103, "none"},
      {std::numeric_limits<std::int64_t>::max(), "none"},
      {std::numeric_limits<std::int64_t>::min(), "none"},
  };
  for (const auto& [number, read] : cases) {
    const std::optional<Timestamp> stamp = TimestampFromNumber(number);
    EXPECT_EQ(stamp ? ToIsoString(*stamp) : "none", read) << number;
  }
}

TEST(Timestamp, ChangedAtRandomItIsReadOrNot) {
  constexpr std::string_view kLetters = "0123456789-:T+Z ,.()[]aMpr\0";
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text = round % 2 == 0 ? "2021-03-02T09:00:05+09:00"
                                      : "Tue, 02 Mar 2021 09:00:05 GMT";
    for (int change = 0; change < 3; ++change)
      text[random() % text.size()] = kLetters[random() % kLetters.size()];
    text.resize(text.size() - random() % 5);
    const std::optional<Timestamp> stamp = ParseTimestamp(text);
    if (!stamp) continue;
    ASSERT_TRUE(Exists(stamp->date)) << text;
    ASSERT_TRUE(stamp->date.day != 0 || !stamp->second_of_day) << text;
    // What is printed is read again.
    ASSERT_EQ(Read(ToIsoString(*stamp)), ToIsoString(*stamp)) << text;
  }
}

}  // namespace
}  // namespace archive
