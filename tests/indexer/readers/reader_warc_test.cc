#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/readers/content_coding.h"
#include "indexer/readers/http_message.h"
#include "indexer/readers/source_articles.h"
#include "indexer/sources/source_file.h"
#include "tests/support/packing.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

const std::string kPage =
    "<html><head><title>Bridge opens</title>"
    "<meta property=\"article:published_time\" content=\"2021-03-02\"></head>"
    "<body><article><h1>Bridge opens</h1><p>The new bridge over the river "
    "was opened to traffic by the mayor on Tuesday, after years of building "
    "and many delays that nobody had foreseen.</p></article></body></html>";

std::string Http(const std::string& body, const std::string& fields = "",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + fields +
         "\r\n" + body;
}

std::string Record(const std::string& block,
                   const std::string& type = "response",
                   const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: http://a.example/x\r\n"
         "WARC-Date: 2021-03-10T12:00:00Z\r\n" +
         more + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

// Titles, and what is said of records that hold no article.
Lines Told(const std::string& bytes) {
  Lines told;
  const ArticleSink sink = {.article =
                                [&](const Article& article) {
                                  told.push_back(article.title);
                                  EXPECT_LE(article.bytes.end, bytes.size());
                                },
                            .rejection =
                                [&](const Rejection& rejection) {
                                  told.push_back(rejection.reason);
                                }};
  EXPECT_TRUE(FindFormat("warc")->read({"a.warc", bytes}, {}, sink));
  return told;
}

Article ArticleOf(const std::string& bytes) {
  ReadResult read = ReadAs("warc", bytes);
  EXPECT_EQ(read.articles.size(), 1U);
  return read.articles.empty() ? Article() : read.articles.front();
}

TEST(ReaderWarc, RecordsAreReadOrPassedOverWithTheReason) {
  const struct {
    std::string record, told;
  } cases[] = {
      {Record(Http(kPage)), "Bridge opens"},
      {Record(Http(kPage), "Response"), "Bridge opens"},
      {Record(kPage, "resource", "Content-Type: text/html\r\n"),
       "Bridge opens"},
      {Record("Head\n\nText.", "conversion", "Content-Type: text/plain\r\n"),
       "Head"},
      {Record("software: x", "warcinfo"), "a description of the archive"},
      {Record("GET / HTTP/1.1", "request"), "a request"},
      {Record("a: b", "metadata"), "a note on another record"},
      {Record("", "revisit"), "the page was stored before"},
      {Record("", "response"), "empty"},
      {Record(Http("x", "", "301 Moved")), "the server answered 301"},
      {Record(Http("x", "", "404")), "the server answered 404"},
      {Record("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"),
       "of type image/png"},
      {Record("HTTP/1.1 200 OK\r\n\r\n\x89"
              "PNG\r\n\x1A\n"),
       "a picture"},
      {Record(Http("")), "empty"},
      {"WARC/0.18\nWARC-Type: response\nContent-Length: 5\n\nHead\n\n\n",
       "Head"},
  };
  for (const auto& [record, told] : cases) {
    EXPECT_EQ(Told(record), Lines{told}) << record;
    // The record behind it is found.
    EXPECT_EQ(Told(record + Record(Http(kPage))), (Lines{told, "Bridge opens"}))
        << record;
  }
}

TEST(ReaderWarc, BodiesAsTheyWereSent) {
  const std::string packed = Compress("gzip", kPage);
  const std::string brotli =
      "\x1B\x3A\x00\xE8\xC5\x79\x78\x7F\x1D\x7D\x5F\x44\xC9\x58\x17\x32\x09\x33"
      "\xF0\x80\x0D\x38\x4C\x38\xE4\x64\x98\xE3\x0C\x0E\x97\xB3\xC6\x00\x8B\x32"
      "\x08\x0F"s;
  const auto chunked = [](const std::string& body) {
    std::string out;
    for (std::size_t at = 0; at < body.size(); at += 7) {
      const std::string part = body.substr(at, 7);
      out += fmt::format("{:x};q=1\r\n", part.size()) + part + "\r\n";
    }
    return out + "0\r\n\r\n";
  };
  const std::string gzip = "Content-Encoding: gzip\r\n";
  const std::string chunks = "Transfer-Encoding: chunked\r\n";
  const struct {
    std::string body, fields;
  } cases[] = {
      {packed, gzip},
      {packed, "content-encoding: x-gzip\r\n"},
      {packed + packed, gzip},  // two parts
      {chunked(kPage), chunks},
      {chunked(packed), chunks + gzip},
      {kPage, chunks},  // not chunked at all
      {kPage, gzip},    // nor packed
      {"10\r\n" + kPage.substr(0, 16) + "\r\n" + kPage.substr(16), chunks},
      {kPage, "Content-Encoding: identity\r\n"},
      {chunked(kPage).substr(0, chunked(kPage).size() - 40), chunks},
  };
  for (const auto& [body, fields] : cases)
    EXPECT_EQ(Told(Record(Http(body, fields))), Lines{"Bridge opens"})
        << fields;
  EXPECT_EQ(Decoded(brotli, "br", 1000).substr(0, 20), "<html><title>Brotli<");
  EXPECT_EQ(Decoded(packed, "gzip", 100), kPage.substr(0, 100));
  EXPECT_EQ(
      Decoded(packed.substr(0, packed.size() / 2), "gzip", 1000),
      kPage.substr(
          0,
          Decoded(packed.substr(0, packed.size() / 2), "gzip", 1000).size()));
}

TEST(ReaderWarc, RecordsThatAreShorterThanTheySay) {
  std::string cut = Record(Http(kPage));
  cut.resize(cut.size() - 100);
  EXPECT_EQ(Told(cut + Record(Http(kPage))),
            (Lines{"Bridge opens", "Bridge opens"}));
  EXPECT_EQ(Told(cut), Lines{"Bridge opens"});
  EXPECT_EQ(
      Told(Record(Http(kPage)) + "junk\nmore junk\n" + Record(Http(kPage))),
      (Lines{"Bridge opens", "not a record", "Bridge opens"}));
}

TEST(ReaderWarc, ArcOfBothVersions) {
  const std::string block = "HTTP/1.1 200 OK\r\n\r\n" + kPage;
  const std::string length = std::to_string(block.size());
  const std::string head =
      "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 9\n1 0 Name\n\n";
  EXPECT_EQ(
      Told(head + "http://a.example/b c 1.2.3.4 20210310000000 text/html " +
           length + "\n" + block + "\n"),
      (Lines{"a description of the archive", "Bridge opens"}));
  EXPECT_EQ(Told(head +
                 "http://a.example/ 1.2.3.4 20210310000000 text/html 200 - - "
                 "12 a.arc " +
                 length + "\n" + block + "\n"),
            (Lines{"a description of the archive", "Bridge opens"}));
  EXPECT_EQ(ArticleOf("http://a.example/b c 1.2.3.4 20210310000000 text/html " +
                      length + "\n" + block + "\n")
                .url,
            "http://a.example/b c");
}

std::string DayOf(const Article& article) {
  return article.published ? ToIsoString(article.published->when.date) : "";
}

TEST(ReaderWarc, TheCrawlIsABoundAndNoDate) {
  const std::string undated =
      "<html><title>Undated</title><article><h1>Undated</h1><p>" +
      kPage.substr(kPage.find("The new"));
  EXPECT_EQ(DayOf(ArticleOf(Record(Http(kPage)))), "2021-03-02");
  EXPECT_EQ(DayOf(ArticleOf(Record(Http(undated)))), "");
  // Nobody crawls what is not yet published.
  std::string late = Record(Http(kPage));
  late.replace(late.find("2021-03-10"), 10, "2020-03-10");
  EXPECT_EQ(DayOf(ArticleOf(late)), "");
  // Alone the server's date says nothing.
  const std::string modified =
      "Last-Modified: Fri, 05 Mar 2021 09:00:00 GMT\r\n";
  EXPECT_EQ(DayOf(ArticleOf(Record(Http(undated, modified)))), "");
  const Article both = ArticleOf(Record(Http(kPage, modified)));
  EXPECT_EQ(DayOf(both), "2021-03-02");
  ASSERT_EQ(both.other_dates.size(), 1U);
  EXPECT_EQ(both.other_dates.front().where, "HTTP Last-Modified");
}

TEST(ReaderWarc, AddressAndCharsetAreTheRecords) {
  const Article article = ArticleOf(Record(Http(kPage)));
  EXPECT_EQ(article.url, "http://a.example/x");
  const std::string latin =
      "HTTP/1.0 200 OK\nContent-Type: text/html; charset=\"windows-1251\"\n\n"
      "<html><title>\xCC\xE8\xF0</title><article><h1>\xCC\xE8\xF0</h1><p>" +
      kPage.substr(kPage.find("The new"));
  EXPECT_EQ(ArticleOf(Record(latin)).title, "Мир");
}

TEST(HttpMessage, Fields) {
  std::size_t at = 0;
  const HeaderFields fields =
      HeaderFields::Read("A: b\r\n folded\r\nno colon\r\nC :  d \n\nbody", at);
  EXPECT_EQ(fields.Get("a"), "b folded");
  EXPECT_EQ(fields.Get("C"), "d");
  EXPECT_EQ(fields.Get("x"), "");
  EXPECT_EQ(MediaTypeOf("Text/HTML; charset=x"), "text/html");
  EXPECT_EQ(CharsetOf("text/html; Charset='utf-8'"), "utf-8");
  EXPECT_EQ(CharsetOf("text/html"), "");
}

// warcio's samples: what its notes and tests say of each.
TEST(ReaderWarc, SamplesOfWarcio) {
  const std::filesystem::path directory = SharedData() / "formats/warc";
  if (!std::filesystem::exists(directory)) GTEST_SKIP() << "no " << directory;
  // Pages, records passed over, mistakes.
  const std::map<std::string, std::vector<int>> expected = {
      {"bad.arc", {0, 2, 3}},
      {"example-bad-non-chunked.warc.gz", {1, 5, 0}},
      {"example-bad.warc.gz.bad", {1, 5, 0}},
      {"example-digest.warc", {0, 4, 0}},
      {"example-iana.org-chunked.warc", {1, 2, 0}},
      {"example-resource.warc.gz", {1, 2, 0}},
      {"example-space-in-target-uri.warc.gz", {0, 2, 0}},
      {"example-space-in-url.arc", {1, 1, 0}},
      {"example-trunc.warc", {1, 3, 1}},
      {"example-wget-bad-target-uri.warc.gz", {1, 5, 0}},
      {"example-wrong-chunks.warc.gz", {1, 1, 0}},
      {"example.arc", {1, 1, 0}},
      {"example.arc.gz", {1, 1, 0}},
      {"example.warc", {1, 5, 0}},
      {"example.warc.gz", {1, 5, 0}},
      {"post-test.warc.gz", {0, 6, 0}},
  };
  for (const auto& [name, counts] : expected) {
    SCOPED_TRACE(name);
    std::vector<int> found = {0, 0, 0};
    const auto source = OpenSourceFile((directory / name).string());
    ASSERT_TRUE(source);
    ReadSource(
        **source, {name, name}, {},
        {.article =
             [&](const NumberedArticle& numbered) {
               ++found[0];
               const bool is_iana =
                   numbered.id.find("iana") != std::string::npos;
               EXPECT_EQ(numbered.article.title,
                         is_iana ? "Internet Assigned Numbers Authority"
                                 : "Example Domain");
               EXPECT_FALSE(numbered.article.published);
             },
         .rejection =
             [&](const Rejection& rejection) {
               ++found[rejection.kind == RejectionKind::kMistake ? 2 : 1];
             }});
    EXPECT_EQ(found, counts);
  }
}

}  // namespace
}  // namespace archive
