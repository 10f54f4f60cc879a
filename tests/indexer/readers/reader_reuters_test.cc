#include <random>
#include <string>

#include <gtest/gtest.h>

#include "common/dates/day.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

// Ours, in the manner of the collection.
constexpr std::string_view kSample = R"(<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>tea</D><D>sugar</D></TOPICS>
<PLACES><D>kenya</D></PLACES>
<PEOPLE><D>doe</D></PEOPLE>
<ORGS><D>ico-coffee</D></ORGS>
<EXCHANGES><D>nasdaq</D></EXCHANGES>
<COMPANIES></COMPANIES>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute
u f BC-TEA   02-26 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>TEA &lt;TEA.N> AT
  MOMBASA</TITLE>
<AUTHOR>    By Jane Doe and JOHN ROE, Reuters</AUTHOR>
<DATELINE>    MOMBASA, Feb 26 - </DATELINE><BODY>Tea rose
again &amp; again.
    Sellers were
pleased.

Buyers were not.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="2">
<DATE>27-MAR-1987 00:03:35.68&#5;&#5;&#5;F</DATE>
<TEXT TYPE="BRIEF">&#2;
******<TITLE>TEA PRICE UP
</TITLE>Blah blah blah.
&#3;

</TEXT>
</REUTERS>
<REUTERS NEWID="3">
<DATE>31-MAR-1987 605:12:19.12</DATE>
<TEXT TYPE="UNPROC">&#2;
TEA STOCKS - FEB 26
 bags
    1,025 vs 1,037

 REUTER
&#3;

</TEXT>
</REUTERS>
)";

TEST(ReaderReuters, EveryElement) {
  const ReadResult result = ReadAs("reuters", kSample);
  EXPECT_EQ(result.error, "");
  EXPECT_TRUE(result.rejections.empty());
  ASSERT_EQ(result.articles.size(), 3U);
  const Article& tea = result.articles[0];
  EXPECT_EQ(tea.uid, "1");
  EXPECT_EQ(tea.title, "TEA <TEA.N> AT MOMBASA");
  EXPECT_EQ(tea.byline, (std::vector<std::string>{"Jane Doe", "JOHN ROE"}));
  EXPECT_EQ(tea.dateline, "MOMBASA, Feb 26");
  EXPECT_EQ(tea.source, "");
  EXPECT_EQ(tea.topics, (std::vector<std::string>{"tea", "sugar"}));
  EXPECT_EQ(tea.places, std::vector<std::string>{"kenya"});
  EXPECT_EQ(tea.people, std::vector<std::string>{"doe"});
  EXPECT_EQ(tea.organisations, std::vector<std::string>{"ico-coffee"});
  EXPECT_EQ(tea.exchanges, std::vector<std::string>{"nasdaq"});
  ASSERT_TRUE(tea.published);
  EXPECT_EQ(ToIsoString(tea.published->when), "1987-02-26T15:01:01");
  EXPECT_EQ(tea.published->source, DateSource::kMetadata);
  EXPECT_EQ(TextsOf(tea), (std::vector<std::string>{"Tea rose again & again.",
                                                    "Sellers were pleased.",
                                                    "Buyers were not."}));
  EXPECT_EQ(kSample.substr(tea.bytes.begin, 9), "<REUTERS ");
  EXPECT_EQ(kSample.substr(tea.bytes.end - 10, 10), "</REUTERS>");
  for (const Article& article : result.articles) ExpectClean(article);
}

TEST(ReaderReuters, BriefIsATitleAndUnprocessedABody) {
  const ReadResult result = ReadAs("reuters", kSample);
  ASSERT_EQ(result.articles.size(), 3U);
  const Article& brief = result.articles[1];
  EXPECT_EQ(brief.title, "TEA PRICE UP");
  EXPECT_TRUE(brief.blocks.empty());
  EXPECT_EQ(brief.first_line, "");
  EXPECT_EQ(ToIsoString(brief.published->when), "1987-03-27T00:03:35");
  const Article& unmarked = result.articles[2];
  EXPECT_EQ(unmarked.title, "");
  EXPECT_EQ(unmarked.first_line, "TEA STOCKS - FEB 26");
  EXPECT_EQ(
      TextsOf(unmarked),
      (std::vector<std::string>{"TEA STOCKS - FEB 26 bags", "1,025 vs 1,037"}));
  // A time that does not exist leaves the day.
  EXPECT_EQ(ToIsoString(unmarked.published->when), "1987-03-31");
}

TEST(ReaderReuters, ABrokenElementCostsItselfOnly) {
  const struct {
    std::string_view from, to, where, reason;
  } cases[] = {
      {"Feb 26 - </DATELINE>", "Feb 26 - ", "article 1",
       "<DATELINE> is not closed"},
      {"</BODY></TEXT>\n</REUTERS>", "", "article 1",
       "<REUTERS> is not closed"},
      {"<TEXT>&#2;", "", "article 1", "there is no <TEXT>"},
      {"&#3;</BODY></TEXT>", "</BODY>", "article 1", "<TEXT> is not closed"},
      {" NEWID=\"1\">", "><DATE>", "byte 36", "<DATE> is not closed"},
  };
  for (const auto& [from, to, where, reason] : cases) {
    std::string broken(kSample);
    broken.replace(broken.find(from), from.size(), to);
    const ReadResult result = ReadAs("reuters", broken);
    EXPECT_EQ(result.articles.size(), 2U) << from;
    ASSERT_EQ(result.rejections.size(), 1U) << from;
    EXPECT_EQ(result.rejections[0].where, where);
    EXPECT_EQ(result.rejections[0].reason, reason);
  }
}

TEST(ReaderReuters, AGuessedDateIsLessSure) {
  std::string guessed(kSample);
  constexpr std::string_view kDate = "26-FEB-1987 15:01:01.79";
  guessed.replace(guessed.find(kDate), kDate.size(),
                  "9-APR-1987 00:00:00.00   # date added as guesswork ");
  const ReadResult result = ReadAs("reuters", guessed);
  ASSERT_EQ(result.articles.size(), 3U);
  EXPECT_EQ(ToIsoString(result.articles[0].published->when), "1987-04-09");
  EXPECT_LT(result.articles[0].published->confidence, 0.9);
}

TEST(ReaderReuters, CutAnywhereItEnds) {
  for (std::size_t size = 0; size <= kSample.size(); ++size) {
    const ReadResult result =
        ReadAs("reuters", std::string(kSample.substr(0, size)));
    ASSERT_LE(result.articles.size() + result.rejections.size(), 3U);
    for (const Article& article : result.articles) ExpectClean(article);
  }
}

TEST(ReaderReuters, ChangedAtRandomItEnds) {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(kSample);
    for (int change = 0; change < 8; ++change)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    for (const Article& article : ReadAs("reuters", bytes).articles)
      ExpectClean(article);
  }
}

TEST(ReaderReuters, NotQuadratic) {
  std::string bytes;
  for (int i = 0; i < 200'000; ++i) bytes += "<REUTERS ><TEXT><BODY<";
  EXPECT_EQ(ReadAs("reuters", bytes).rejections.size(), 200'000U);
}

}  // namespace
}  // namespace archive
