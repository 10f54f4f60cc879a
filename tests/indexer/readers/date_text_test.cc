#include "indexer/readers/date_text.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/html_dates.h"
#include "indexer/readers/script_dates.h"

namespace archive {
namespace {

std::string Found(std::string_view text, DateOrder order) {
  std::string found;
  for (const DateInText& date : DatesInText(text, order)) {
    if (!found.empty()) found += ' ';
    found += ToIsoString(date.when);
  }
  return found;
}

TEST(DateText, DatesThatSignAnArticle) {
  const struct {
    std::string_view text, found;
    DateOrder order = DateOrder::kUnknown;
  } cases[] = {
      {"Published on 5 January 2020 by Jane", "2020-01-05"},
      {"Posted: January 5th, 2020", "2020-01-05"},
      {"Jan. 5, 2020", "2020-01-05"},
      {"05-Jan-2020", "2020-01-05"},
      {"14.03.99", "1999-03-14"},
      {"14.03.20", "2020-03-14"},
      {"5. Januar 2020, 12:30 Uhr", "2020-01-05"},
      {"Sonntag, 5. Jan. 2020", "2020-01-05"},
      {"le 5 janvier 2020 à 9h", "2020-01-05"},
      {"1er mars 2020", "2020-03-01"},
      {"5 de enero de 2020", "2020-01-05"},
      {"5 января 2020", "2020-01-05"},
      {"2020年1月5日", "2020-01-05"},
      {"2020년 1월 5일", "2020-01-05"},
      {"2020-01-05T09:30:00+01:00", "2020-01-05T09:30:00+01:00"},
      {"2020/1/5", "2020-01-05"},
      {"05.01.2020", "2020-01-05"},
      {"05.01.20", "2020-01-05"},
      {"25/01/2020", "2020-01-25"},
      {"01/25/2020", "2020-01-25"},
      {"03/03/2020", "2020-03-03"},
      {"04/03/2020", ""},
      {"04/03/2020", "2020-03-04", DateOrder::kDayFirst},
      {"04/03/2020", "2020-04-03", DateOrder::kMonthFirst},
      {"1 March 2020, updated 2 March 2020", "2020-03-01 2020-03-02"},
      {"Week of 14. - 20. Januar 2022", ""},
      {"14–20 January 2022", ""},
      {"9:30 - 5 January 2020", "2020-01-05"},
      {"Berlin - 5 January 2020", "2020-01-05"},
      {"30 February 2020", ""},
      {"5 January", ""},
      {"May the 4th be with you, 2020", ""},
      {"call 2020-01-99", ""},
      {"version 1.2.3", ""},
      {"© 2020", ""},
  };
  for (const auto& [text, found, order] : cases)
    EXPECT_EQ(Found(text, order), found) << text;
}

TEST(DateText, OrdersOfLanguages) {
  EXPECT_EQ(DateOrderOf("fr"), DateOrder::kDayFirst);
  EXPECT_EQ(DateOrderOf("de_AT"), DateOrder::kUnknown);
  EXPECT_EQ(DateOrderOf("en_US"), DateOrder::kMonthFirst);
  EXPECT_EQ(DateOrderOf("en-GB"), DateOrder::kDayFirst);
  EXPECT_EQ(DateOrderOf("en-US"), DateOrder::kMonthFirst);
  EXPECT_EQ(DateOrderOf("en"), DateOrder::kUnknown);
  EXPECT_EQ(DateOrderOf(""), DateOrder::kUnknown);
  EXPECT_EQ(DateOrderOf("ja"), DateOrder::kUnknown);
}

TEST(DateText, DaysOfAddresses) {
  const struct {
    std::string_view url, day;
  } cases[] = {
      {"https://a.example/2021/03/02/hotline", "2021-03-02"},
      {"https://a.example/news/2021-03-02-hotline.html", "2021-03-02"},
      {"https://a.example/20210302/hotline?d=2020-01-01", "2021-03-02"},
      {"https://a.example/meldungen/29-10-2021", "2021-10-29"},
      {"https://a.example/2021/03/hotline", ""},
      {"https://a.example/1755/11/01/lisbon", ""},
      {"https://2021-03-02.example/", ""},
      {"hotline", ""},
  };
  for (const auto& [url, day] : cases) {
    const auto found = DayOfUrl(url);
    EXPECT_EQ(found ? ToIsoString(*found) : "", day) << url;
  }
}

TEST(DateText, DatesOfScripts) {
  const struct {
    std::string_view script, date;
  } cases[] = {
      {R"({"publishedAt":"2021-03-02T09:00:00Z"})", "2021-03-02T09:00:00Z"},
      {R"({"publish_date" : "2021-03-02"})", "2021-03-02"},
      {R"({"updatedAt":"2021-03-02"})", ""},
      {R"({"publishedAt":"soon"})", ""},
      {R"({"publishedAt":)", ""},
      {":", ""},
  };
  for (const auto& [script, date] : cases) {
    const auto found = PublishedInScript(script);
    EXPECT_EQ(found ? ToIsoString(*found) : "", date) << script;
  }
}

}  // namespace
}  // namespace archive
