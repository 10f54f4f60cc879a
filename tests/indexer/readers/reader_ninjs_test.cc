#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

// The same item as each generation writes it.
const std::string kFirst = R"({
  "uri": "urn:x:1", "type": "text", "versioncreated": "1989-11-10T08:00:00Z",
  "firstcreated": "1989-11-09T23:30:00+01:00", "pubstatus": "usable",
  "language": "en", "headline": "Wall <i>falls</i>", "byline":
  "By Jane Doe and John Roe", "located": "Berlin", "slugline": "wall-berlin",
  "copyrightholder": "The Agency", "embargoed": "1989-11-10T00:00:00Z",
  "body_text": "It fell.", "body_xhtml": "<p>It fell.</p><p>Cheers.</p>",
  "subject": [{"name": "unrest", "code": "16000000"}, {"code": "11000000"}],
  "person": [{"name": "Schabowski"}], "organisation": [{"name": "SED"}],
  "place": [{"name": "Germany"}], "infosource": [{"name": "Courier"}],
  "associations": {"main": {"uri": "p", "type": "picture",
    "description_caption": "A wall", "byline": "Ann Lee"}}})";
const std::string kSecond = R"({
  "uri": "urn:x:1", "type": "text", "versioncreated": "1989-11-10T08:00:00Z",
  "firstcreated": "1989-11-09T23:30:00+01:00", "pubstatus": "usable",
  "language": "en", "headlines": [{"role": "short", "value": "Wall"},
  {"role": "main", "value": "Wall <i>falls</i>"}], "by":
  "By Jane Doe and John Roe", "located": "Berlin", "slugline": "wall-berlin",
  "copyrightholder": "The Agency", "embargoed": "1989-11-10T00:00:00Z",
  "bodies": [{"role": "main", "contenttype": "text/plain", "value": "It fell."},
  {"role": "main", "contenttype": "text/html", "value":
  "<p>It fell.</p><p>Cheers.</p>"}],
  "subjects": [{"name": "unrest"}, {"literal": "11000000"}],
  "people": [{"name": "Schabowski"}], "organisations": [{"name": "SED"}],
  "places": [{"name": "Germany"}], "infosources": [{"name": "Courier"}],
  "associations": [{"name": "main", "uri": "p", "type": "picture",
    "descriptions": [{"value": "A wall"}], "by": "Ann Lee"}]})";

std::string Replaced(std::string text, std::string_view what,
                     std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

TEST(ReaderNinjs, ThreeGenerations) {
  std::string third = kSecond;
  for (const auto& [old_name, name] :
       {std::pair{"versioncreated", "versionCreated"},
        {"firstcreated", "firstCreated"},
        {"pubstatus", "pubStatus"},
        {"copyrightholder", "copyrightHolder"},
        {"contenttype", "contentType"},
        {"infosources", "infoSources"}})
    third = Replaced(third, old_name, name);
  for (const std::string& json : {kFirst, kSecond, third}) {
    SCOPED_TRACE(json);
    EXPECT_EQ(DetectFormat("a.json", json).format, FindFormat("ninjs"));
    const ReadResult result = ReadAs("ninjs", json);
    ASSERT_EQ(result.articles.size(), 1U);
    const Article& article = result.articles[0];
    ExpectClean(article);
    EXPECT_EQ(article.uid, "urn:x:1");
    EXPECT_EQ(article.title, "Wall falls");
    EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
    EXPECT_EQ(article.dateline, "Berlin");
    EXPECT_EQ(article.agency, "The Agency");
    EXPECT_EQ(article.source, "Courier");
    EXPECT_EQ(article.language, "en");
    EXPECT_EQ(article.topics, (Texts{"unrest", "11000000"}));
    EXPECT_EQ(article.people, Texts{"Schabowski"});
    EXPECT_EQ(article.organisations, Texts{"SED"});
    EXPECT_EQ(article.places, Texts{"Germany"});
    EXPECT_EQ(article.keywords, Texts{"wall-berlin"});
    EXPECT_EQ(TextsOf(article), (Texts{"It fell.", "Cheers."}));
    EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"A wall"});
    EXPECT_EQ(TextsOf(article, BlockKind::kCredit), Texts{"Ann Lee"});
    ASSERT_TRUE(article.published && article.modified);
    EXPECT_EQ(ToIsoString(article.published->when),
              "1989-11-09T23:30:00+01:00");
    EXPECT_EQ(ToIsoString(*article.modified), "1989-11-10T08:00:00Z");
    EXPECT_TRUE(article.other_dates.empty());
    ASSERT_TRUE(article.embargoed_until);
    EXPECT_EQ(ToIsoString(*article.embargoed_until), "1989-11-10T00:00:00Z");
  }
}

TEST(ReaderNinjs, StatusAndDates) {
  const struct {
    std::string_view members, status, published;
  } cases[] = {
      {R"("pubstatus": "withheld")", "withheld", "none"},
      {R"("pubstatus": "canceled")", "canceled", "none"},
      {R"("pubStatus": "stat:usable", "versionCreated": "2021-03-02")",
       "usable", "2021-03-02"},
      {R"("contentcreated": "2021-03-02T09:00:00Z")", "usable",
       "2021-03-02T09:00:00Z"},
      {R"("versioncreated": "soon")", "usable", "none"},
      {R"("firstcreated": 2019)", "usable", "2019"},
  };
  for (const auto& [members, status, published] : cases) {
    const ReadResult result =
        ReadAs("ninjs", R"({"uri": "x", "headline": "T", )" +
                            std::string(members) + "}");
    ASSERT_EQ(result.articles.size(), 1U) << members;
    const Article& article = result.articles[0];
    EXPECT_EQ(NameOf(article.status), status) << members;
    EXPECT_EQ(article.published ? ToIsoString(article.published->when) : "none",
              published)
        << members;
  }
}

// It writes "guid" where ninjs has "uri".
TEST(ReaderNinjs, OfSuperdesk) {
  const std::string json =
      R"({"guid": "urn:x:1", "version": "3", "type": "text",
          "versioncreated": "2021-03-02T09:00:00+0000",
          "embargoed": "2031-03-03T06:00:00+00:00", "headline": "T",
          "body_html": "<p>Dockers voted.</p>"})";
  EXPECT_EQ(DetectFormat("a.json", json).format, FindFormat("ninjs"));
  const ReadResult result = ReadAs("ninjs", json);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].uid, "urn:x:1");
  EXPECT_TRUE(result.articles[0].embargoed_until);
  EXPECT_TRUE(result.articles[0].published);
}

TEST(ReaderNinjs, InTheAnswerOfAService) {
  const std::string item =
      R"({"uri": "urn:x:1", "type": "text", "versioncreated":
          "2021-03-02T09:00:00Z", "headline": "T", "body_text": "x"})";
  for (const std::string& json :
       {R"({"_items": [)" + item + ", " + item + "]}",
        R"({"hits": {"total": 2, "hits": [)" + item + "," + item + "]}}"}) {
    EXPECT_EQ(DetectFormat("a.json", json).format, FindFormat("ninjs")) << json;
    const ReadResult result = ReadAs("ninjs", json);
    ASSERT_EQ(result.articles.size(), 2U) << json;
    EXPECT_EQ(result.articles[1].uid, "urn:x:1");
    EXPECT_TRUE(result.articles[1].published);
  }
  EXPECT_EQ(DetectFormat("a.json",
                         R"({"response": {"docs": [{"uri": "nyt://article/1",
                       "headline": {"main": "T"}, "abstract": "x"}]}})")
                .format,
            FindFormat("json"));
}

TEST(ReaderNinjs, WhatIsNoArticleIsToldWhy) {
  const struct {
    std::string_view json, reason;
    RejectionKind kind;
  } cases[] = {
      {R"({"uri": "x", "type": "picture"})", "a picture's record",
       RejectionKind::kNoArticle},
      {R"({"uri": "x", "type": "video", "headline": "T"})", "a video's record",
       RejectionKind::kNoArticle},
      {R"({"uri": "x", "eventDetails": {}, "title": "T"})", "an event's record",
       RejectionKind::kNoArticle},
      {R"({"uri": "x", "plannedCoverage": []})", "a plan of coverage",
       RejectionKind::kNoArticle},
      {R"({"uri": "x", "urgency": 1})", "neither a headline nor a text",
       RejectionKind::kMistake},
      {R"({"uri": "x", "pubstatus": })", "not valid JSON at column 27",
       RejectionKind::kMistake},
  };
  for (const auto& [json, reason, kind] : cases) {
    const ReadResult result = ReadAs("ninjs", json);
    EXPECT_TRUE(result.articles.empty()) << json;
    ASSERT_EQ(result.rejections.size(), 1U) << json;
    EXPECT_EQ(result.rejections[0].reason, reason) << json;
    EXPECT_EQ(result.rejections[0].kind, kind) << json;
  }
}

TEST(ReaderNinjs, ArraysAndLines) {
  for (const std::string_view json :
       {R"([{"uri": "1", "headline": "A"}, {"uri": "2", "type": "audio"},
            {"uri": "3", "headline": "C"}])",
        "{\"uri\": \"1\", \"headline\": \"A\"}\n{\"uri\": \"2\"\n}\n"
        "{\"uri\": \"3\", \"headline\": \"C\"}"}) {
    const ReadResult result = ReadAs("ninjs", json);
    ASSERT_EQ(result.articles.size(), 2U) << json;
    ASSERT_EQ(result.rejections.size(), 1U) << json;
    EXPECT_EQ(result.rejections[0].where, "item 2");
    EXPECT_EQ(result.articles[1].title, "C");
  }
}

// What the IPTC's own suite says may be: an article or a reason.
TEST(ReaderNinjs, TheSuiteIsReadOrPassedOver) {
  const auto suite = SharedData() / "formats/ninjs/validation/test_suite";
  if (!std::filesystem::exists(suite)) GTEST_SKIP() << "no " << suite;
  std::size_t articles = 0;
  std::size_t reasons = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(suite)) {
    if (entry.path().extension() != ".json") continue;
    const ReadResult result = ReadAs("ninjs", FileContent(entry.path()));
    EXPECT_EQ(result.articles.size() + result.rejections.size(), 1U)
        << entry.path();
    EXPECT_EQ(result.error, "") << entry.path();
    articles += result.articles.size();
    reasons += result.rejections.size();
  }
  EXPECT_GT(articles, 40U);
  EXPECT_GT(reasons, 100U);
}

TEST(ReaderNinjs, VersionsAndUrgency) {
  const ReadResult result = ReadAs("ninjs", R"([
    {"uri": "u", "headline": "h", "version": 3, "urgency": 2,
     "evolvedfrom": "t"},
    {"uri": "u", "headline": "h", "version": "3.1", "urgency": "9"},
    {"uri": "u", "headline": "h", "urgency": 12, "embargoed": "soon"}])");
  ASSERT_EQ(result.articles.size(), 3U);
  EXPECT_EQ(result.articles[0].version, "3");
  EXPECT_EQ(result.articles[0].urgency, 2);
  EXPECT_EQ(result.articles[0].replaces, "t");
  EXPECT_EQ(result.articles[1].version, "3.1");
  EXPECT_EQ(result.articles[1].urgency, 9);
  EXPECT_FALSE(result.articles[2].urgency);
  EXPECT_FALSE(result.articles[2].embargoed_until);
}

}  // namespace
}  // namespace archive
