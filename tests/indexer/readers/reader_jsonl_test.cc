#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

Article ReadOne(std::string_view line, const ReaderOptions& options = {}) {
  const ReadResult result = ReadAs("jsonl", line, "a.jsonl", options);
  EXPECT_EQ(result.articles.size(), 1U) << line;
  for (const Rejection& rejection : result.rejections)
    ADD_FAILURE() << rejection.where << ": " << rejection.reason;
  if (result.articles.empty()) return {};
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

TEST(ReaderJsonLines, TheUsualNames) {
  const Article article = ReadOne(
      R"({"Headline": " Wall  falls", "body": "It fell.\nAll of it.\n\nCheers.",)"
      R"( "date_published": "1989-11-09T23:30:00+01:00", "dateModified":)"
      R"( "1989-11-10", "authors": [{"name": "Jane Doe"}, "By John Roe"],)"
      R"( "publisher": {"name": "The Courier"}, "category": "World",)"
      R"( "canonical_url": "https://example.org/1", "link": "x", "lang": "en",)"
      R"( "GUID": 17, "tags": "wall, berlin; car", "topics": ["politics"],)"
      R"( "people": ["Schabowski"], "organizations": ["SED"],)"
      R"( "places": ["Berlin"], "dateline": "BERLIN",)"
      R"( "captions": ["A car. JANE DOE/AFP"]})");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(TextsOf(article), (Texts{"It fell. All of it.", "Cheers."}));
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T23:30:00+01:00");
  EXPECT_EQ(article.published->source, DateSource::kMetadata);
  EXPECT_EQ(ToIsoString(*article.modified), "1989-11-10");
  EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.section, "World");
  EXPECT_EQ(article.url, "https://example.org/1");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.uid, "17");
  EXPECT_EQ(article.keywords, (Texts{"wall", "berlin", "car"}));
  EXPECT_EQ(article.topics, Texts{"politics"});
  EXPECT_EQ(article.people, Texts{"Schabowski"});
  EXPECT_EQ(article.organisations, Texts{"SED"});
  EXPECT_EQ(article.places, Texts{"Berlin"});
  EXPECT_EQ(article.dateline, "BERLIN");
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"A car."});
  EXPECT_EQ(TextsOf(article, BlockKind::kCredit), Texts{"JANE DOE/AFP"});
}

TEST(ReaderJsonLines, Dates) {
  const struct {
    std::string_view member, date;
  } cases[] = {
      {R"("date": "1989-11-09")", "1989-11-09"},
      {R"("date": 1614675605)", "2021-03-02T09:00:05Z"},
      {R"("date": 1614675605123)", "2021-03-02T09:00:05Z"},
      {R"("date": 1614675605.7)", "2021-03-02T09:00:05Z"},
      {R"("date": {"$date": "1989-11-09"})", "1989-11-09"},
      {R"("date": "1614675605")", "2021-03-02T09:00:05Z"},
      {R"("date": "16146")", "none"},
      {R"("date": "2 de marzo de 2021")", "2021-03-02"},
      {R"("date": "3/14/2019 9:05:00 AM")", "2019-03-14"},
      {R"("date": "2 March 2021, 3 March 2021")", "none"},
      {R"("date": "03/04/2020")", "none"},
      {R"("date": "", "created": "1989-11-09")", "1989-11-09"},
      {R"("created_at": "1990-01-01", "date": "1989-11-09")", "1989-11-09"},
      {R"("modified": "1989-11-09")", "none"},
      {R"("date": 99999999999999999999)", "none"},
      {R"("date": 18446744073709551615)", "none"},
      {R"("date": null)", "none"},
      {R"("date": [])", "none"},
  };
  for (const auto& [member, date] : cases) {
    const Article article =
        ReadOne(R"({"title": "T", )" + std::string(member) + "}");
    EXPECT_EQ(article.published ? ToIsoString(article.published->when) : "none",
              date)
        << member;
  }
}

TEST(ReaderJsonLines, ABadLineCostsOnlyItself) {
  const ReadResult result = ReadAs("jsonl",
                                   "{\"title\": \"A\"}\r\n"
                                   "\n"
                                   "{\"title\": \"B\"\n"
                                   "[1, 2]\n"
                                   "{\"date\": \"1989-11-09\"}\n"
                                   "{\"title\": \"bad \xFF byte\"}\n" +
                                       std::string(150, '[') +
                                       "\n{\"title\": 1e999}\n{\"text\": "
                                       "\"Z\", \"n\": [-1e999, 1e-999, 7]}");
  Texts titles;
  for (const Article& article : result.articles)
    titles.push_back(article.title);
  EXPECT_EQ(titles, (Texts{"A", "bad \xEF\xBF\xBD byte", ""}));
  Texts reasons;
  for (const Rejection& rejection : result.rejections)
    reasons.push_back(rejection.where + ": " + rejection.reason);
  EXPECT_EQ(reasons, (Texts{"line 3: not valid JSON at column 14",
                            "line 4: not a JSON object",
                            "line 5: neither a title nor a text",
                            "line 7: nested more than 100 deep",
                            "line 8: neither a title nor a text"}));
  EXPECT_EQ(result.articles[0].bytes, (Span{0, 15}));
}

TEST(ReaderJsonLines, WhatOtherProgramsWrite) {
  EXPECT_EQ(ReadOne(R"({"title": "T", "score": NaN, "x": -Infinity})").title,
            "T");
  EXPECT_EQ(
      ReadOne(R"({"title": "a\ud83d b \ud83d\ude00 \\ud83d \udc00"})").title,
      "a\xEF\xBF\xBD b \xF0\x9F\x98\x80 \\ud83d \xEF\xBF\xBD");
  EXPECT_EQ(ReadOne("{\"title\": \"a\tb \\u0000\\u202e\"}").title, "a b");
  EXPECT_EQ(ReadOne(R"({"title": "first", "title": "last"})").title, "last");
  EXPECT_EQ(ReadOne("\xEF\xBB\xBF{\"title\": \"marked\"}").title, "marked");
  EXPECT_EQ(ReadOne(R"({"title": "NaN, Infinity"})").title, "NaN, Infinity");
  EXPECT_EQ(TextsOf(ReadOne(R"({"text": ["a", "b"], "summary": "s"})")),
            (Texts{"a", "b"}));
  EXPECT_EQ(TextsOf(ReadOne(R"({"text": "", "description": "d"})")),
            Texts{"d"});
}

TEST(ReaderJsonLines, TheConfigurationComesFirst) {
  ReaderOptions options;
  options.json_fields = {{"kop", "title"}, {"When", "date"}};
  const Article article = ReadOne(
      R"({"kop": "K", "title": "T", "When": "1989-11-09", "date": "1990"})",
      options);
  EXPECT_EQ(article.title, "K");
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09");
  options.json_fields = {{"kop", "head"}};
  EXPECT_NE(ReadAs("jsonl", "{}", "a.jsonl", options).error, "");
}

TEST(ReaderJsonLines, Detection) {
  const struct {
    std::string path, bytes;
    bool is;
  } cases[] = {
      {"a.jsonl", "{\"title\": \"T\"}\n", true},
      {"a.txt", "\n\n{\"title\": \"}\\\"\"}\n{broken", true},
      {"a.jsonl", "{\"title\": \"T\"}", true},
      // Answers of services.
      {"a.json", "{\"title\": \"T\"}", false},
      {"a.json", "{\"items\": \"" + std::string(100'000, 'x') + "\"}", false},
      {"a.json", "{\"title\": \"T\"}\n{\"title\": \"T\"}\n", true},
      {"a.json", "{\"title\": \"T\",\n\"text\": \"x\"}", false},
      {"a.json", "[{\"title\": \"T\"}]", false},
      {"a.jsonl", "broken\n{\"title\": \"T\"}\n", true},
      {"a.txt", "{braces} in a text\n", false},
      {"a", "{\"text\": \"" + std::string(100'000, 'x') + "\"}\n", true},
  };
  for (const auto& [path, bytes, is] : cases) {
    const Format* const format = DetectFormat(path, bytes).format;
    EXPECT_EQ(format != nullptr && format->name == "jsonl", is)
        << path << bytes.substr(0, 40);
  }
}

TEST(ReaderJsonLines, CutOrChangedItEnds) {
  constexpr std::string_view kSample =
      "{\"title\": \"Wall \\u00e9\", \"text\": [\"a\\n\\nb\"], \"date\": "
      "1614675605, \"x\": {\"y\": [1, {\"name\": null}]}}\n"
      "{\"headline\": {\"name\": \"N\"}, \"body\": \"c\", \"tags\": []}\n";
  for (std::size_t size = 0; size <= kSample.size(); ++size)
    for (const Article& article :
         ReadAs("jsonl", kSample.substr(0, size)).articles)
      ExpectClean(article);
  std::mt19937 random(13);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(kSample);
    for (int change = 0; change < 3; ++change)
      bytes[random() % bytes.size()] = round % 2 == 0
                                           ? static_cast<char>(random() % 256)
                                           : "{}[]\",:\\u0\n"[random() % 11];
    for (const Article& article : ReadAs("jsonl", bytes).articles)
      ExpectClean(article);
  }
}

}  // namespace
}  // namespace archive
