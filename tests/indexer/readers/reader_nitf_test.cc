#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

std::string Document(std::string_view docdata, std::string_view body) {
  return "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n"
         "<nitf><head><title>slug</title>" +
         std::string(docdata) + "</head><body>" + std::string(body) +
         "</body></nitf>";
}

Article ReadOne(const std::string& xml) {
  const ReadResult result = ReadAs("nitf", xml);
  EXPECT_EQ(result.articles.size(), 1U) << xml;
  if (result.articles.empty()) return {};
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

TEST(ReaderNitf, EveryFieldItCarries) {
  const Article article = ReadOne(Document(
      R"(<tobject><tobject.subject tobject.subject.refnum="11000000"
         tobject.subject.type="Politics" tobject.subject.matter="Borders"/>
         <tobject.subject tobject.subject.refnum="16000000"/></tobject>
         <docdata management-status="usable"><evloc city="Berlin" iso-cc="de"/>
         <doc-id regsrc="AP" id-string="ap-1"/><urgency ed-urg="1"/>
         <fixture fix-id="World"/><date.issue norm="19891109T233000+0100"/>
         <date.release norm="19891109T233000+0100"/>
         <date.expire norm="19891201"/>
         <du-key key="wall-berlin" version="2" generation="1"/>
         <doc.copyright year="1989" holder="The Agency"/>
         <key-list><keyword key="wall"/><keyword key="border"/></key-list>
         <identified-content><person>Egon Krenz</person><org>SED</org>
         <classifier type="descriptor">Demonstrations</classifier>
         </identified-content></docdata>
         <pubdata type="print" name="The Courier" edition.name="Late"
         position.section="A" position.sequence="1"
         date.publication="19891110"/>
         <revision-history norm="19891110T0100Z"/>)",
      R"(<body.head><hedline><hl1>Wall <em>falls</em></hl1><hl2>Berlin
         rejoices</hl2></hedline><byline>By <person>Jane Doe</person> and
         <person>John Roe</person><byttl>Staff writers</byttl></byline>
         <dateline><location>BERLIN</location>, <story.date norm="19891109">Nov.
         9</story.date> (AP) -</dateline></body.head>
         <body.content><media media-type="image"><media-reference source="w.jpg"
         /><media-caption><p>A wall</p></media-caption><media-producer>Ann Lee
         </media-producer></media><p>It fell, said <person><name.given>Günter
         </name.given> <name.family>Schabowski</name.family></person> of the
         <org>Politburo</org> in <location><city>Berlin</city></location> on
         <chron norm="19891109">Thursday</chron>.</p><hl2>Cheers</hl2><p>Tears.
         </p></body.content><body.end><tagline>Bob Poe reported.</tagline>
         </body.end>)"));
  EXPECT_EQ(article.urgency, 1);
  EXPECT_EQ(article.version, "2");
  EXPECT_FALSE(article.embargoed_until);
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.dateline, "BERLIN, Nov. 9 (AP)");
  EXPECT_EQ(article.uid, "ap-1");
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.agency, "The Agency");
  EXPECT_EQ(article.section, "A");
  EXPECT_EQ(article.edition, "Late");
  EXPECT_EQ(article.pages, Texts{"1"});
  EXPECT_EQ(article.topics,
            (Texts{"Politics", "Borders", "16000000", "Demonstrations"}));
  EXPECT_EQ(article.keywords, (Texts{"wall-berlin", "wall", "border"}));
  EXPECT_EQ(article.people, (Texts{"Egon Krenz", "Günter Schabowski"}));
  EXPECT_EQ(article.organisations, (Texts{"SED", "Politburo"}));
  EXPECT_EQ(article.places, Texts{"Berlin"});
  EXPECT_EQ(TextsOf(article),
            (Texts{"Berlin rejoices",
                   "It fell, said Günter Schabowski of the Politburo in Berlin "
                   "on Thursday.",
                   "Cheers", "Tears.", "Bob Poe reported."}));
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"A wall"});
  EXPECT_EQ(TextsOf(article, BlockKind::kCredit), Texts{"Ann Lee"});
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T23:30:00+01:00");
  EXPECT_EQ(ToIsoString(*article.modified), "1989-11-10T01:00:00Z");
  ASSERT_EQ(article.other_dates.size(), 2U);
  EXPECT_EQ(article.other_dates[0].where, "date.publication");
  EXPECT_EQ(article.other_dates[1].where, "date.expire");
}

TEST(ReaderNitf, DatesAndStatus) {
  const struct {
    std::string_view docdata, published, status;
  } cases[] = {
      {"<docdata management-status='embargoed'><date.issue norm='20210301T1200"
       "00Z'/><date.release norm='20210302T060000Z'/></docdata>",
       "2021-03-02T06:00:00Z", "withheld"},
      {"<docdata management-status='canceled'/>", "none", "canceled"},
      {"<docdata management-status='withheld'/>", "none", "withheld"},
      {"<docdata><correction info='name'/><date.release norm='20210302'/>"
       "</docdata>",
       "2021-03-02", "corrected"},
      {"<pubdata date.publication='20210302T000000'/>", "2021-03-02T00:00:00",
       "usable"},
      {"<docdata><date.issue norm='soon'/></docdata>", "none", "usable"},
  };
  for (const auto& [docdata, published, status] : cases) {
    const Article article = ReadOne(Document(docdata, "<p>x</p>"));
    EXPECT_EQ(article.published ? ToIsoString(article.published->when) : "none",
              published)
        << docdata;
    EXPECT_EQ(NameOf(article.status), status) << docdata;
  }
}

TEST(ReaderNitf, AlertsAndArchives) {
  // Without a headline: no title, and a slug is none.
  Article article =
      ReadOne(Document("", "<body.content><p>WALL FALLS</p></body.content>"));
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.first_line, "WALL FALLS");
  article = ReadOne(
      "<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><head><title>Wall "
      "falls</title></head><body><body.head><byline class='print_byline'>By "
      "JANE "
      "DOE</byline><byline class='normalized_byline'>Doe, Jane</byline>"
      "<abstract><p>Short</p></abstract></body.head><body.content><block "
      "class='lead_paragraph'><p>It fell.</p></block><block class='full_text'>"
      "<p>It fell.</p><p>Cheers.</p></block></body.content></body></nitf>");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.byline, Texts{"JANE DOE"});
  EXPECT_EQ(TextsOf(article), (Texts{"It fell.", "Cheers."}));
}

TEST(ReaderNitf, WhatIsNoneIsTold) {
  EXPECT_EQ(ReadAs("nitf", "<nitf><head/></nitf>").rejections[0].reason,
            "neither a headline nor a text");
  EXPECT_EQ(ReadAs("nitf", "<html/>").rejections[0].reason,
            "there is no <nitf> in it");
  EXPECT_EQ(DetectFormat("a.xml", Document("", "")).format, FindFormat("nitf"));
}

TEST(ReaderNitf, VersionsCorrectionsAndEmbargoes) {
  const auto read = [](std::string_view docdata) {
    return ReadOne(Document("<docdata>" + std::string(docdata) + "</docdata>",
                            "<body.content><p>It fell.</p></body.content>"));
  };
  const Article corrected =
      read("<correction info='Day corrected' id-string='ap-1'/>");
  EXPECT_EQ(corrected.replaces, "ap-1");
  EXPECT_EQ(corrected.status, Usability::kCorrected);
  EXPECT_EQ(read("<du-key key='wall' generation='3'/>").version, "3");
  const Article held = read(
      "<date.issue norm='19891109T120000Z'/>"
      "<date.release norm='19891110T060000Z'/>");
  ASSERT_TRUE(held.embargoed_until);
  EXPECT_EQ(ToIsoString(*held.embargoed_until), "1989-11-10T06:00:00Z");
  const struct {
    std::string_view written;
    std::optional<int> urgency;
  } cases[] = {{"1", 1},
               {"9", 9},
               {" 4 ", 4},
               {"0", std::nullopt},
               {"10", std::nullopt},
               {"high", std::nullopt},
               {"", std::nullopt}};
  for (const auto& [written, urgency] : cases)
    EXPECT_EQ(read("<urgency ed-urg='" + std::string(written) + "'/>").urgency,
              urgency)
        << written;
}

}  // namespace
}  // namespace archive
