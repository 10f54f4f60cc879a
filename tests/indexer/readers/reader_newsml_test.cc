#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

std::string Item(std::string_view component, std::string_view management = "") {
  return "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>7"
         "</NewsItemId><PublicIdentifier>urn:x:7</PublicIdentifier>"
         "</NewsIdentifier></Identification><NewsManagement>" +
         std::string(management) + "</NewsManagement><NewsComponent>" +
         std::string(component) + "</NewsComponent></NewsItem></NewsML>";
}

TEST(ReaderNewsML, EveryFieldItCarries) {
  const std::string xml = Item(
      R"(<NewsLines><HeadLine>Wall falls</HeadLine><ByLine>By Jane Doe</ByLine>
         <DateLine>BERLIN, Nov 9</DateLine><CreditLine>The Agency</CreditLine>
         <SlugLine>wall</SlugLine><KeywordLine>border</KeywordLine></NewsLines>
         <AdministrativeMetadata><Provider><Party FormalName="Courier"/>
         </Provider></AdministrativeMetadata><DescriptiveMetadata>
         <Language FormalName="en"/><SubjectCode><Subject FormalName="11000000"
         Value="politics"/><SubjectMatter FormalName="11003000"/></SubjectCode>
         <Location><Property FormalName="Country" Value="DEU"/><Property
         FormalName="City" Value="Berlin"/></Location></DescriptiveMetadata>
         <NewsComponent><Role FormalName="StyleSheet"/><ContentItem><DataContent>
         p {}</DataContent></ContentItem></NewsComponent>
         <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>A
         wall</DataContent></ContentItem></NewsComponent>
         <NewsComponent><Role FormalName="Main"/><ContentItem><DataContent>
         <nitf><body><body.content><p>It fell.</p></body.content></body></nitf>
         </DataContent></ContentItem></NewsComponent>)",
      R"(<NewsItemType FormalName="News"/><FirstCreated>19891109T233000+0100
         </FirstCreated><ThisRevisionCreated>19891110T080000Z
         </ThisRevisionCreated><Status FormalName="Embargoed"/><StatusWillChange>
         <FutureStatus FormalName="Usable"/><DateAndTime>19891110T000000Z
         </DateAndTime></StatusWillChange><Urgency FormalName="1"/>)");
  EXPECT_EQ(DetectFormat("a.xml", xml).format, FindFormat("newsml"));
  const ReadResult result = ReadAs("newsml", xml);
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.uid, "urn:x:7");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.byline, Texts{"Jane Doe"});
  EXPECT_EQ(article.dateline, "BERLIN, Nov 9");
  EXPECT_EQ(article.agency, "The Agency");
  EXPECT_EQ(article.source, "Courier");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.topics, (Texts{"politics", "11003000"}));
  EXPECT_EQ(article.places, Texts{"Berlin"});
  EXPECT_EQ(article.keywords, (Texts{"wall", "border"}));
  EXPECT_EQ(article.status, Usability::kWithheld);
  EXPECT_EQ(TextsOf(article), Texts{"It fell."});
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"A wall"});
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T23:30:00+01:00");
  EXPECT_EQ(ToIsoString(*article.modified), "1989-11-10T08:00:00Z");
  EXPECT_TRUE(article.other_dates.empty());
  ASSERT_TRUE(article.embargoed_until);
  EXPECT_EQ(ToIsoString(*article.embargoed_until), "1989-11-10T00:00:00Z");
  EXPECT_EQ(article.urgency, 1);
}

TEST(ReaderNewsML, Texts) {
  const struct {
    std::string_view content;
    std::vector<std::string> texts;
  } cases[] = {
      {"<html "
       "xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head>"
       "<body><p>a</p><p>b</p></body></html>",
       {"a", "b"}},
      {"<p>a</p><p>b</p>", {"a", "b"}},
      {"a\n\nb", {"a", "b"}},
      {"&lt;p&gt;a&lt;/p&gt;", {"a"}},
  };
  for (const auto& [content, texts] : cases) {
    const ReadResult result = ReadAs(
        "newsml", Item("<ContentItem><DataContent>" + std::string(content) +
                       "</DataContent></ContentItem>"));
    ASSERT_EQ(result.articles.size(), 1U) << content;
    EXPECT_EQ(TextsOf(result.articles[0]), texts) << content;
  }
}

TEST(ReaderNewsML, WhatIsNoArticleIsTold) {
  const struct {
    std::string_view component, reason;
  } cases[] = {
      {"<NewsLines><HeadLine>T</HeadLine></NewsLines><ContentItem Href='x.jpg'>"
       "<MediaType FormalName='Photo'/></ContentItem>",
       "a picture's record"},
      {"<NewsItemRef NewsItem='urn:x:8'/>", "a package's record"},
      {"", "neither a headline nor a text"},
  };
  for (const auto& [component, reason] : cases) {
    const ReadResult result = ReadAs("newsml", Item(component));
    EXPECT_TRUE(result.articles.empty()) << component;
    ASSERT_EQ(result.rejections.size(), 1U);
    EXPECT_EQ(result.rejections[0].reason, reason);
  }
  EXPECT_EQ(ReadAs("newsml", "<NewsML/>").rejections[0].reason,
            "NewsML without an item");
}

TEST(ReaderNewsML, Revisions) {
  const struct {
    std::string_view revision, identifier, version, replaces;
  } cases[] = {
      {"<RevisionId PreviousRevision='2' Update='N'>3</RevisionId>",
       "urn:newsml:a.example:19891109:7:3N", "3",
       "urn:newsml:a.example:19891109:7:2N"},
      {"<RevisionId PreviousRevision='0' Update='N'>1</RevisionId>",
       "urn:newsml:a.example:19891109:7:1N", "1", ""},
      {"<RevisionId PreviousRevision='2' Update='N'>3</RevisionId>", "urn:x:7",
       "3", ""},
      {"", "urn:x:7", "", ""},
  };
  for (const auto& [revision, identifier, version, replaces] : cases) {
    std::string xml = Item("<HeadLine>Wall falls</HeadLine>");
    xml.replace(
        xml.find("<PublicIdentifier>urn:x:7"), 25,
        std::string(revision) + "<PublicIdentifier>" + std::string(identifier));
    const ReadResult result = ReadAs("newsml", xml);
    ASSERT_EQ(result.articles.size(), 1U) << xml;
    EXPECT_EQ(result.articles[0].version, version) << xml;
    EXPECT_EQ(result.articles[0].replaces, replaces) << xml;
  }
}

TEST(ReaderNewsML, StatusToComeAndWhatIsReplaced) {
  const auto read = [](const std::string& management) {
    const ReadResult result =
        ReadAs("newsml", Item("<HeadLine>Wall falls</HeadLine>", management));
    return result.articles.empty() ? Article() : result.articles[0];
  };
  const Article expires = read(
      "<StatusWillChange><FutureStatus FormalName='Canceled'/><DateAndTime>"
      "19891201T000000Z</DateAndTime></StatusWillChange>");
  EXPECT_FALSE(expires.embargoed_until);
  ASSERT_EQ(expires.other_dates.size(), 1U);
  EXPECT_EQ(expires.other_dates[0].where, "change of status");
  EXPECT_EQ(read("<Instruction FormalName='Replace'/>"
                 "<DerivedFrom NewsItem='urn:x:6'/>")
                .replaces,
            "urn:x:6");
  EXPECT_EQ(read("<DerivedFrom NewsItem='urn:x:6'/>").replaces, "");
}

}  // namespace
}  // namespace archive
