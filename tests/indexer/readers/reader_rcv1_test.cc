#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

TEST(ReaderRcv1, EveryFieldItCarries) {
  const std::string xml =
      R"(<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en">
<title>MEXICO: Peso rises.</title><headline>Peso rises.</headline>
<byline>Jane Doe</byline><dateline>MEXICO CITY</dateline>
<text><p>The peso rose.</p><p>It had fallen.</p></text>
<copyright>(c) Reuters Limited 1996</copyright>
<metadata><codes class="bip:countries:1.0"><code code="MEX"/></codes>
<codes class="bip:topics:1.0"><code code="M13"/><code code="MCAT" name="MARKETS"/>
</codes><dc element="dc.publisher" value="Reuters Holdings Plc"/>
<dc element="dc.date.published" value="1996-08-21"/>
<dc element="dc.source" value="Reuters"/></metadata></newsitem>)";
  EXPECT_EQ(DetectFormat("2286newsML.xml", xml).format, FindFormat("rcv1"));
  const ReadResult result = ReadAs("rcv1", xml);
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.uid, "2286");
  EXPECT_EQ(article.title, "Peso rises.");
  EXPECT_EQ(article.byline, Texts{"Jane Doe"});
  EXPECT_EQ(article.dateline, "MEXICO CITY");
  EXPECT_EQ(article.source, "Reuters Holdings Plc");
  EXPECT_EQ(article.agency, "Reuters");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.places, Texts{"MEX"});
  EXPECT_EQ(article.topics, (Texts{"M13", "MARKETS"}));
  EXPECT_EQ(TextsOf(article), (Texts{"The peso rose.", "It had fallen."}));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1996-08-20");
  ASSERT_EQ(article.other_dates.size(), 1U);
  EXPECT_EQ(ToIsoString(article.other_dates[0].when), "1996-08-21");
}

TEST(ReaderRcv1, WithoutTextItIsNone) {
  const ReadResult result = ReadAs("rcv1", "<newsitem itemid='1'/>");
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].reason, "neither a headline nor a text");
}

}  // namespace
}  // namespace archive
