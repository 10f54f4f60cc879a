#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

const std::string kMessage =
    "\x01"
    "dpa0123 4 pl 87 Berlin/Mauer\r\n\x02"
    "Die Mauer ist offen\r\n"
    "Von Jana M\xFCller =\r\n\r\n  Berlin, 9. Nov (dpa) - Sie "
    "fiel.\r\nGanz.\r\n"
    "  Jubel.\r\n\x03"
    "092330 NOV 89\r\n\x04";

TEST(ReaderIptc7901, AMessage) {
  EXPECT_EQ(DetectFormat("a.txt", kMessage).format, FindFormat("iptc7901"));
  const ReadResult result = ReadAs("iptc7901", kMessage);
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.uid, "dpa0123");
  EXPECT_EQ(article.agency, "dpa");
  EXPECT_EQ(article.urgency, 4);
  EXPECT_EQ(article.section, "pl");
  EXPECT_EQ(article.keywords, Texts{"Berlin/Mauer"});
  EXPECT_EQ(article.title, "Die Mauer ist offen");
  EXPECT_EQ(article.byline, Texts{"Jana Müller"});
  EXPECT_EQ(article.dateline, "Berlin, 9. Nov (dpa)");
  EXPECT_EQ(TextsOf(article),
            (Texts{"Berlin, 9. Nov (dpa) - Sie fiel. Ganz.", "Jubel."}));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T23:30:00Z");
}

TEST(ReaderIptc7901, Trailers) {
  const struct {
    std::string_view trailer, when;
  } cases[] = {
      {"092330 NOV 89", "1989-11-09T23:30:00Z"},
      {"\r\n092330 gmt nov 2009", "2009-11-09T23:30:00Z"},
      {"021200 OKT 21", "2021-10-02T12:00:00Z"},
      {"021200 Mrz 21", "2021-03-02T12:00:00Z"},
      {"021200 FEV 99", "1999-02-02T12:00:00Z"},
      {"092330", "none"},
      {"312330 NOV 89", "none"},
      {"099930 NOV 89", "none"},
      {"", "none"},
  };
  for (const auto& [trailer, when] : cases) {
    const ReadResult result = ReadAs("iptc7901",
                                     "\x01"
                                     "x1 4 pl 1 s\r\n\x02"
                                     "text\x03" +
                                         std::string(trailer));
    ASSERT_EQ(result.articles.size(), 1U) << trailer;
    const auto& published = result.articles[0].published;
    EXPECT_EQ(published ? ToIsoString(published->when) : "none", when);
    EXPECT_EQ(result.articles[0].title, "");
    EXPECT_EQ(result.articles[0].first_line, "text");
  }
}

TEST(ReaderIptc7901, ABadMessageCostsOnlyItself) {
  const ReadResult result =
      ReadAs("iptc7901", kMessage +
                             "\x01"
                             "???\r\n\x02"
                             "x\x03" +
                             "\x01"
                             "dpa0124 4 pl 0\r\n\x02\x03\x04" +
                             kMessage);
  EXPECT_EQ(result.articles.size(), 2U);
  ASSERT_EQ(result.rejections.size(), 2U);
  EXPECT_EQ(result.rejections[0].where, "message 2");
  EXPECT_EQ(result.rejections[0].reason, "its header is not of IPTC 7901");
  EXPECT_EQ(result.rejections[1].reason, "there is no text in it");
}

}  // namespace
}  // namespace archive
