#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/json_spans.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

TEST(JsonSpans, AreTheMembersAndItems) {
  const std::string json =
      R"( { "a" : "x\"}", "b":{"c":[1,{"d":2}]},"e" : -1.5e3 , "f":tr)";
  Texts members;
  for (const JsonMember& member : MembersOf(json))
    members.push_back(std::string(member.key) + "=" +
                      std::string(member.value));
  EXPECT_EQ(members, (Texts{R"(a="x\"}")", R"(b={"c":[1,{"d":2}]})",
                            "e=-1.5e3 ", "f=tr"}));
  const struct {
    std::string_view text;
    Texts items;
  } cases[] = {
      {"[{\"a\":1}, {\"b\":\"]\"}]", {"{\"a\":1}", "{\"b\":\"]\"}"}},
      {"{}\n{}", {"{}", "{}"}},
      {"\xEF\xBB\xBF[ ]", {}},
      {"[{\"a\":[1", {"{\"a\":[1"}},
      {"", {}},
      {"[[[[", {"[[["}},
  };
  for (const auto& [text, items] : cases) {
    Texts found;
    ForEachJsonItem(text, [&found](std::string_view item) {
      found.emplace_back(item);
      return true;
    });
    EXPECT_EQ(found, items) << text;
  }
}

TEST(ReaderJson, ArticlesAreFoundWhereTheyLie) {
  for (const std::string_view json :
       {R"([{"title": "T", "text": "x"}])", R"({"title": "T", "text": "x"})",
        "{\n\"title\": \"T\",\n\"text\": \"x\"\n}",
        R"({"status": "ok", "articles": [{"title": "T", "content": "x"}]})",
        R"({"response": {"docs": [{"title": "T", "text": "x"}]}})",
        R"({"hits": {"total": 1, "hits": [{"_id": "1", "_source":
            {"title": "T", "text": "x"}}]}})",
        R"({"_index": "news", "_source": {"title": "T", "text": "x"}})",
        R"({"response": {"status": "ok", "results": [{"id": "a/b",
            "webTitle": "t", "fields": {"headline": "T", "body":
            "<p>x</p>", "bodyText": "x x"}}]}})",
        R"({"response": {"status": "ok", "content": {"webTitle": "T",
            "fields": {"body": "<p>x</p>"}}}})",
        R"({"data": [{"type": "article", "id": "7", "attributes":
            {"title": "T", "body": "x"}}]})",
        R"([{"model": "news.story", "pk": 1, "fields":
            {"title": "T", "body": "x"}}])",
        R"({"db": [{"meta": {"version": "5"}, "data": {"posts":
            [{"title": "T", "html": "<p>x</p>", "plaintext": "x x"}]}}]})",
        R"({"data": {"article": {"title": "T", "body": "x"}}})",
        R"({"headlines": {"basic": "T"}, "content_elements":
            [{"type": "text", "content": "<b>x</b>"}, {"type": "image",
              "caption": "y"}]})",
        R"([{"title": {"rendered": "<b>T</b>"}, "content":
            {"rendered": "<p>x</p>"}}])",
        R"({"version": "https://jsonfeed.org/version/1", "title": "F",
            "items": [{"id": "1", "title": "T", "content_html":
            "<p>x</p>"}]})"}) {
    const ReadResult result = ReadAs("json", json);
    ASSERT_EQ(result.articles.size(), 1U) << json;
    ExpectClean(result.articles[0]);
    EXPECT_EQ(result.articles[0].title, "T") << json;
    EXPECT_EQ(TextsOf(result.articles[0]), Texts{"x"}) << json;
  }
}

TEST(ReaderJson, NamesAreNoNumbersAndNoKinds) {
  const ReadResult result = ReadAs("json", R"([
    {"id": 7, "title": {"rendered": "T"}, "author": 5, "tags": [3, 4],
     "date": "2021-03-02T09:00:00",
     "_embedded": {"author": [{"id": 5, "name": "Jane Doe"}]}},
    {"headline": {"main": "U"}, "byline": {"original": "By JOHN ROE"},
     "keywords": [{"name": "persons", "value": "Doe, Jane", "rank": 1}],
     "pub_date": "2021-03-02T09:00:00+0000"},
    {"title": "V", "pages": [1, 2], "credits": {"by": [{"name": "Ann Poe"}]},
     "taxonomy": {"sections": [{"name": "World"}], "tags": [{"text": "oil"}]}},
    {"title": "W", "status": "draft"}])");
  ASSERT_EQ(result.articles.size(), 4U);
  const Article& embedded = result.articles[0];
  EXPECT_EQ(embedded.byline, Texts{"Jane Doe"});
  EXPECT_EQ(embedded.keywords, Texts{});
  EXPECT_EQ(embedded.uid, "7");
  EXPECT_EQ(result.articles[1].byline, Texts{"JOHN ROE"});
  EXPECT_EQ(result.articles[1].keywords, Texts{"Doe, Jane"});
  EXPECT_EQ(result.articles[2].pages, (Texts{"1", "2"}));
  EXPECT_EQ(result.articles[2].byline, Texts{"Ann Poe"});
  EXPECT_EQ(result.articles[2].section, "World");
  EXPECT_EQ(result.articles[2].keywords, Texts{"oil"});
  EXPECT_EQ(result.articles[3].status, Usability::kWithheld);
}

TEST(ReaderJson, JsonFeed) {
  const std::string feed = R"({
    "version": "https://jsonfeed.org/version/1.1", "title": "The Courier",
    "language": "en-GB", "authors": [{"name": "Desk"}],
    "items": [
      {"id": "7", "url": "https://example.org/7", "title": "Wall falls",
       "content_html": "<p>It fell.</p><p>Cheers &amp; tears.</p>",
       "date_published": "1989-11-09T23:30:00+01:00", "tags": ["berlin"],
       "authors": [{"name": "Jane Doe"}, {"name": "John Roe"}]},
      {"id": "8", "content_text": "An alert without a title"}]})";
  const ReadResult result = ReadAs("json", feed);
  ASSERT_EQ(result.articles.size(), 2U);
  const Article& one = result.articles[0];
  EXPECT_EQ(one.uid, "7");
  EXPECT_EQ(one.url, "https://example.org/7");
  EXPECT_EQ(one.source, "The Courier");
  EXPECT_EQ(one.language, "en-GB");
  EXPECT_EQ(one.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(one.keywords, Texts{"berlin"});
  EXPECT_EQ(TextsOf(one), (Texts{"It fell.", "Cheers & tears."}));
  ASSERT_TRUE(one.published);
  EXPECT_EQ(ToIsoString(one.published->when), "1989-11-09T23:30:00+01:00");
  EXPECT_EQ(feed.substr(one.bytes.begin, 10), "{\"id\": \"7\"");
  const Article& two = result.articles[1];
  EXPECT_EQ(two.title, "");
  EXPECT_EQ(two.first_line, "An alert without a title");
  EXPECT_EQ(two.byline, Texts{"Desk"});
}

TEST(ReaderJson, ABadItemCostsOnlyItself) {
  const ReadResult result = ReadAs(
      "json", R"([{"title": "A"}, {"title": B}, 7, {"x": 1}, {"title": "C"}])");
  ASSERT_EQ(result.articles.size(), 2U);
  ASSERT_EQ(result.rejections.size(), 3U);
  EXPECT_EQ(result.rejections[0].where, "item 2");
  EXPECT_EQ(result.rejections[0].reason, "not valid JSON at column 11");
  EXPECT_EQ(result.rejections[1].reason, "not a JSON object");
  EXPECT_EQ(result.rejections[2].reason, "neither a title nor a text");
}

TEST(ReaderJson, WhatHoldsNoArticles) {
  const struct {
    std::string_view json, reason;
  } cases[] = {
      {"[]", "a JSON document without articles"},
      {R"({"articles": []})", "a JSON document without articles"},
      {R"({"$schema": "x", "title": "T", "properties": {}})", "a JSON schema"},
      {R"({"a": 1})", "a JSON document without articles"},
  };
  for (const auto& [json, reason] : cases) {
    const ReadResult result = ReadAs("json", json);
    EXPECT_TRUE(result.articles.empty()) << json;
    ASSERT_EQ(result.rejections.size(), 1U) << json;
    EXPECT_EQ(result.rejections[0].reason, reason) << json;
  }
}

TEST(ReaderJson, BombsEnd) {
  EXPECT_EQ(ReadAs("json", std::string(1'000'000, '[')).rejections[0].reason,
            "nested more than 100 deep");
  std::string many = "[{\"title\":\"T\"";
  for (int i = 0; i < 200'000; ++i) many += ",\"x\":1";
  EXPECT_EQ(ReadAs("json", many + "}]").articles.size(), 1U);
}

TEST(ReaderJson, Detection) {
  const struct {
    std::string_view path, bytes, format;
  } cases[] = {
      {"a.json", "[{\"title\":\"T\"}]", "json"},
      {"a", "{\n\"articles\": [", "json"},
      {"a.jsonl", "{\"title\":\"T\"}\n{\"title\":\"U\"}", "jsonl"},
      {"a.json", "{\"uri\":\"x\",\"pubstatus\":\"usable\"}", "ninjs"},
      {"a.json", "[\n{\"uri\":\"x\",\"versionCreated\":\"\"}]", "ninjs"},
      {"a.json", "{\n\"uri\":\"x\",\n\"type\":\"picture\"}", "ninjs"},
      {"a.txt", "[Berlin] Wall falls", "plain"},
  };
  for (const auto& [path, bytes, format] : cases) {
    const Detection found = DetectFormat(path, bytes);
    ASSERT_NE(found.format, nullptr) << bytes;
    EXPECT_EQ(found.format->name, format) << bytes;
  }
}

}  // namespace
}  // namespace archive
