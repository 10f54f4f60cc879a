#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

const std::string kMessage =
    "\x16\x16\x01"
    "a0123 -----\r\nr i BC-Wall 11-09 0087\r\n\x02"
    "^BC-Wall, 1st Ld,87<\r\n^Wall falls<\r\n^By JANE DOE=\r\n"
    "^Associated Press Writer=\r\n   BERLIN (AP) _ It fell.\r\nAll of it.\r\n"
    "   Cheers.\r\n\x03"
    "AP-NY-11-09-89 1830EST\r\n\x04";

TEST(ReaderAnpa, AMessage) {
  EXPECT_EQ(DetectFormat("a.txt", kMessage).format, FindFormat("anpa"));
  const ReadResult result = ReadAs("anpa", kMessage);
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.uid, "a0123");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.byline, Texts{"JANE DOE"});
  EXPECT_EQ(article.section, "international");
  EXPECT_EQ(article.keywords, Texts{"BC-Wall"});
  EXPECT_EQ(article.agency, "AP");
  EXPECT_EQ(article.urgency, 4);
  EXPECT_EQ(article.version, "1st Ld");
  EXPECT_EQ(article.status, Usability::kUsable);
  EXPECT_EQ(article.dateline, "BERLIN (AP)");
  EXPECT_EQ(TextsOf(article),
            (Texts{"BERLIN (AP) _ It fell. All of it.", "Cheers."}));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T18:30:00-05:00");
}

TEST(ReaderAnpa, AlertsTrailersAndBrokenMessages) {
  const struct {
    std::string_view trailer, when;
  } cases[] = {
      {"AP-NY-11-09-89 1830GMT", "1989-11-09T18:30:00Z"},
      {"AP-WX-11-09-89", "1989-11-09"},
      {"AP-NY-13-09-89 1830EST", "none"},
      {"", "none"},
  };
  for (const auto& [trailer, when] : cases) {
    const ReadResult result = ReadAs("anpa",
                                     "\x01"
                                     "s0001\r\n\x02"
                                     "^APNewsAlert<\r\n   BERLIN (AP) _ Wall "
                                     "falls.\x03" +
                                         std::string(trailer) +
                                         "\x04\x01"
                                         "?\x02"
                                         "x");
    ASSERT_EQ(result.articles.size(), 1U) << trailer;
    EXPECT_EQ(result.articles[0].title, "");
    EXPECT_EQ(result.articles[0].first_line, "BERLIN (AP) _ Wall falls.");
    const auto& published = result.articles[0].published;
    EXPECT_EQ(published ? ToIsoString(published->when) : "none", when);
    ASSERT_EQ(result.rejections.size(), 1U);
    EXPECT_EQ(result.rejections[0].reason, "its header is not of ANPA 1312");
  }
}

TEST(ReaderAnpa, PrioritiesVersionsAndCorrections) {
  const struct {
    std::string_view priority, slug;
    std::optional<int> urgency;
    std::string_view version, status;
  } cases[] = {
      {"f", "BC-Wall", 1, "", "usable"},
      {"b", "BC-Wall,1st Ld-Writethru,87", 2, "1st Ld-Writethru", "usable"},
      {"u", "BC-Wall,CORRECTION,87", 3, "", "corrected"},
      {"d", "BC-Wall,2nd Ld,Kill", 5, "2nd Ld", "canceled"},
      {"?", "BC-Wall,87", std::nullopt, "", "usable"},
  };
  for (const auto& row : cases) {
    const ReadResult result =
        ReadAs("anpa",
               "\x01"
               "a0123\r\n" +
                   std::string(row.priority) +
                   " i BC-Wall 11-09 0087\r\n\x02^" + std::string(row.slug) +
                   "<\r\n^Wall falls<\r\n   It fell.\r\n\x03"
                   "AP-NY-11-09-89\x04");
    ASSERT_EQ(result.articles.size(), 1U) << row.slug;
    const Article& article = result.articles[0];
    EXPECT_EQ(article.urgency, row.urgency) << row.slug;
    EXPECT_EQ(article.version, row.version) << row.slug;
    EXPECT_EQ(NameOf(article.status), row.status) << row.slug;
  }
}

}  // namespace
}  // namespace archive
