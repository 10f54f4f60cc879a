#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kHead =
    "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' "
    "version='2' xml:lang='en-GB'><catalogRef "
    "href='http://example.org/c.xml'/>";

std::string Item(std::string_view item_class, std::string_view meta,
                 std::string_view content) {
  return std::string(kHead) +
         "<itemMeta><itemClass qcode='ninat:" + std::string(item_class) +
         "'/>" + std::string(meta) + std::string(content) + "</newsItem>";
}

TEST(ReaderNewsMLG2, EveryFieldItCarries) {
  const std::string xml =
      Item("text",
           R"(<provider literal="Courier"/><versionCreated>1989-11-10T08:00:00Z
         </versionCreated><firstCreated>1989-11-09T23:30:00+01:00</firstCreated>
         <embargoed>1989-11-10T00:00:00Z</embargoed>
         <pubStatus qcode="stat:withheld"/></itemMeta><contentMeta>
         <urgency>1</urgency><located qcode="city:b"><name>Berlin</name>
         </located><creator><name>Desk</name></creator><by>By Jane Doe and John
         Roe</by><creditline>The Agency</creditline><language tag="en"/>
         <subject qcode="medtop:11000000"><name xml:lang="de">Politik</name>
         <name xml:lang="en-GB">politics</name></subject>
         <subject qcode="medtop:16000000"/>
         <subject qcode="medtop: 17000000"/>
         <subject type="cpnat:person"><name>Egon Krenz</name></subject>
         <subject type="cpnat:organisation"><name>SED</name></subject>
         <subject type="cpnat:geoArea"><name>Germany</name></subject>
         <slugline>wall-berlin</slugline><headline>Wall falls</headline>
         </contentMeta>)",
           R"(<contentSet><inlineXML contenttype="application/xhtml+xml">
         <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
         <body><p>It fell.</p><p>Cheers.</p></body></html></inlineXML>
         </contentSet>)");
  EXPECT_EQ(DetectFormat("a.xml", xml).format, FindFormat("newsml_g2"));
  const ReadResult result = ReadAs("newsml_g2", xml);
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.uid, "urn:x:1");
  EXPECT_EQ(article.version, "2");
  EXPECT_EQ(article.urgency, 1);
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.source, "Courier");
  EXPECT_EQ(article.agency, "The Agency");
  EXPECT_EQ(article.dateline, "Berlin");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.topics, (Texts{"politics", "16000000", "17000000"}));
  EXPECT_EQ(article.people, Texts{"Egon Krenz"});
  EXPECT_EQ(article.organisations, Texts{"SED"});
  EXPECT_EQ(article.places, Texts{"Germany"});
  EXPECT_EQ(article.keywords, Texts{"wall-berlin"});
  EXPECT_EQ(article.status, Usability::kWithheld);
  EXPECT_EQ(TextsOf(article), (Texts{"It fell.", "Cheers."}));
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T23:30:00+01:00");
  EXPECT_EQ(ToIsoString(*article.modified), "1989-11-10T08:00:00Z");
  EXPECT_TRUE(article.other_dates.empty());
  ASSERT_TRUE(article.embargoed_until);
  EXPECT_EQ(ToIsoString(*article.embargoed_until), "1989-11-10T00:00:00Z");
}

TEST(ReaderNewsMLG2, Texts) {
  const struct {
    std::string_view content;
    std::vector<std::string> texts;
  } cases[] = {
      {"<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc."
       "org/std/NITF/2006-10-18/'><body><body.content><p>a</p></body.content>"
       "</body></nitf></inlineXML>",
       {"a"}},
      {"<inlineData contenttype='text/plain'>a\n\nb</inlineData>", {"a", "b"}},
      {"<inlineData contenttype='text/html'>&lt;p&gt;a&lt;/p&gt;</inlineData>",
       {"a"}},
      {"<inlineData contenttype='image/png'>aaaa</inlineData><inlineData "
       "contenttype='text/plain'>b</inlineData>",
       {"b"}},
  };
  for (const auto& [content, texts] : cases) {
    const ReadResult result =
        ReadAs("newsml_g2",
               Item("text", "</itemMeta>",
                    "<contentSet>" + std::string(content) + "</contentSet>"));
    ASSERT_EQ(result.articles.size(), 1U) << content;
    EXPECT_EQ(TextsOf(result.articles[0]), texts) << content;
    EXPECT_EQ(result.articles[0].title, "");
    EXPECT_EQ(result.articles[0].first_line, texts[0]);
  }
}

TEST(ReaderNewsMLG2, MessagesAreOpenedAndOthersPassedOver) {
  const std::string text =
      Item("text",
           "</itemMeta><contentMeta><headline>T</headline></contentMeta>", "");
  const std::string picture = Item("picture", "</itemMeta>", "");
  const ReadResult result = ReadAs(
      "newsml_g2",
      "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>" +
          text + picture +
          "<packageItem guid='p'/><conceptItem/><planningItem/>" +
          Item("video", "</itemMeta>", "") +
          Item("text", "</itemMeta>",
               "<contentSet><remoteContent href='x'/></contentSet>") +
          Item("text", "</itemMeta>",
               "<contentSet><inlineXML><events><event/></events></inlineXML>"
               "</contentSet>") +
          text + "</itemSet></newsMessage>");
  EXPECT_EQ(result.articles.size(), 2U);
  Texts reasons;
  for (const Rejection& rejection : result.rejections) {
    EXPECT_EQ(rejection.kind, RejectionKind::kNoArticle);
    reasons.push_back(rejection.where + ": " + rejection.reason);
  }
  EXPECT_EQ(
      reasons,
      (Texts{"item 2, urn:x:1: a picture's record",
             "item 3, p: a package's record", "item 4: a concept's record",
             "item 5: a plan of coverage", "item 6, urn:x:1: a video's record",
             "item 7, urn:x:1: its text lies elsewhere",
             "item 8, urn:x:1: events' records"}));
}

TEST(ReaderNewsMLG2, NamesOfSubjects) {
  const struct {
    std::string_view language, subject, more, topic;
  } cases[] = {
      // In the item's language, whatever its region and its case.
      {"de",
       "<name xml:lang='en-GB'>war</name><name xml:lang='de'>Krieg"
       "</name>",
       "", "Krieg"},
      {"de-CH",
       "<name xml:lang='en'>war</name><name xml:lang='de-AT'>Krieg"
       "</name>",
       "", "Krieg"},
      {"EN-us",
       "<name xml:lang='fr'>guerre</name><name xml:lang='en-US'>war"
       "</name>",
       "", "war"},
      // A name without a language is in that of the item.
      {"fr", "<name xml:lang='en'>war</name><name>guerre</name>", "", "guerre"},
      // Else in English, else the first; an empty one is none.
      {"sv",
       "<name xml:lang='de'>Krieg</name><name xml:lang='en-GB'>war"
       "</name>",
       "", "war"},
      {"sv",
       "<name xml:lang='sv'> </name><name xml:lang='de'>Krieg</name>"
       "<name xml:lang='fr'>guerre</name>",
       "", "Krieg"},
      // Told of what it is the same as, or of its code elsewhere.
      {"en", "<sameAs qcode='medtop:16000000'><name>war</name></sameAs>", "",
       "war"},
      {"en", "",
       "<assert qcode='subj:1'><name>peace</name></assert>"
       "<assert qcode='medtop:20000053'><name xml:lang='de'>Krieg"
       "</name><name xml:lang='en'>war</name></assert>",
       "war"},
      {"en", "", "<assert qcode='subj:1'><name>peace</name></assert>",
       "20000053"},
  };
  for (const auto& [language, subject, more, topic] : cases) {
    std::string xml =
        Item("text",
             "</itemMeta><contentMeta><headline>War</headline><subject "
             "type='cpnat:abstract' qcode='medtop:20000053'>" +
                 std::string(subject) + "</subject></contentMeta>" +
                 std::string(more),
             "");
    xml.replace(xml.find("en-GB"), 5, language);
    const ReadResult result = ReadAs("newsml_g2", xml);
    ASSERT_EQ(result.articles.size(), 1U) << xml;
    EXPECT_EQ(result.articles[0].topics, Texts{std::string(topic)}) << xml;
  }
}

TEST(ReaderNewsMLG2, WhatAnItemReplaces) {
  const struct {
    std::string_view link, uid;
  } cases[] = {
      {"rel='irel:previousVersion' residref='urn:x:0'", "urn:x:0"},
      {"rel='http://cv.iptc.org/newscodes/itemrelation/replaces' "
       "href='http://a.example/0'",
       "http://a.example/0"},
      {"rel='irel:seeAlso' residref='urn:x:0'", ""},
      // What is made of an item takes its place when it corrects it.
      {"rel='irel:translatedFrom' residref='urn:x:0'", ""},
      {"rel='irel:derivedFrom' residref='urn:x:0'", ""},
      {"rel='irel:derivedFrom' residref='urn:x:0'/><signal "
       "qcode='sig:correction'",
       "urn:x:0"},
      {"residref='urn:x:0'", ""},
      // An earlier version of its own is told by the number.
      {"rel='irel:previousVersion' residref='urn:x:1' version='1'", ""},
  };
  for (const auto& [link, uid] : cases) {
    const ReadResult result =
        ReadAs("newsml_g2",
               Item("text", "<link " + std::string(link) + "/></itemMeta>",
                    "<contentSet><inlineData>It fell.</inlineData>"
                    "</contentSet>"));
    ASSERT_EQ(result.articles.size(), 1U) << link;
    EXPECT_EQ(result.articles[0].replaces, uid) << link;
  }
}

}  // namespace
}  // namespace archive
