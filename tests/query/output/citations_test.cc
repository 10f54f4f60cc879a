// The formats that other programs have defined: what they may be given.
#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "query/output/renderers.h"

namespace archive {
namespace {

Hit HitOf(Article article, std::string id = "corpus/a.txt") {
  Hit hit = {.rank = 3, .score = 1.25};
  hit.id = std::move(id);
  hit.title.text = std::string(DisplayTitleOf(article));
  hit.record.article = std::move(article);
  return hit;
}

std::string Rendered(std::string_view format, const std::vector<Hit>& hits,
                     std::optional<BatchPlace> batch = std::nullopt) {
  ResultPage page;
  page.envelope = {.query = "q",
                   .read_as = "q",
                   .indexes = {{"b1f0", 17}},
                   .today = "2021-03-15",
                   .tool = "0.0.0",
                   .notices = {}};
  page.offset = 2;
  page.hit_count = hits.size();
  page.batch = batch;
  page.write_hits = [&](HitDetail, const HitWriter& write,
                        std::ostream& to) -> Status {
    std::size_t rank = page.offset;
    for (Hit hit : hits) {
      hit.rank = ++rank;
      write(hit, to);
    }
    return Ok();
  };
  std::ostringstream out;
  EXPECT_TRUE(FindOutputFormat(format)->render(page, {}, out));
  return std::move(out).str();
}

// The rest of the line or field behind `name`; empty when there is none.
std::string ValueBehind(const std::string& text, const std::string& name,
                        std::string_view end = "\n") {
  const std::size_t at = text.find(name);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size();
  return text.substr(begin, text.find(end, begin) - begin);
}

Article Dated(const Date& date) {
  Article article;
  article.published = Publication{
      .when = {date}, .source = DateSource::kPath, .confidence = 0.8};
  return article;
}

TEST(Citations, DatesAreAsPreciseAsTheyAreKnown) {
  struct Row {
    Date date;
    std::string ris;
    std::string bibtex;
    std::string csl;
  };
  for (const Row& row : std::vector<Row>{
           {{2021, 3, 2},
            "2021/03/02/",
            "year = {2021},\n  month = mar,\n  day = {2},\n  annote",
            "[[2021,3,2]]"},
           {{2021, 12},
            "2021/12//",
            "year = {2021},\n  month = dec,\n  annote",
            "[[2021,12]]"},
           {{966}, "0966///", "year = {0966},\n  annote", "[[966]]"}}) {
    const std::vector<Hit> hits = {HitOf(Dated(row.date))};
    const std::string ris = Rendered("ris", hits);
    EXPECT_EQ(ValueBehind(ris, "DA  - ", "\r"), row.ris);
    EXPECT_EQ(ValueBehind(ris, "PY  - ", "\r"), row.ris.substr(0, 4));
    EXPECT_NE(Rendered("bibtex", hits).find(row.bibtex), std::string::npos)
        << Rendered("bibtex", hits);
    EXPECT_EQ(ValueBehind(Rendered("csl-json", hits), "\"date-parts\":", "}"),
              row.csl);
  }
}

TEST(Citations, WhatIsNotKnownIsLeftOut) {
  const std::vector<Hit> hits = {HitOf({})};
  EXPECT_EQ(Rendered("ris", hits),
            "TY  - NEWS\r\nTI  - corpus/a.txt\r\n"
            "DB  - archive-index b1f0, generation 17\r\n"
            "AN  - corpus/a.txt\r\n"
            "N1  - corpus/a.txt, bytes 0 to 0; no date known; "
            "archive-index b1f0, generation 17, archive-query 0.0.0\r\n"
            "ER  - \r\n");
  EXPECT_EQ(Rendered("bibtex", hits),
            "@misc{corpus/a.txt,\n  title = {{corpus/a.txt}},\n"
            "  annote = {corpus/a.txt, bytes 0 to 0; no date known; "
            "archive-index b1f0, generation 17, archive-query 0.0.0}\n}\n\n");
  const std::string csl = Rendered("csl-json", hits);
  for (const char* const key : {"author", "issued", "section", "URL"})
    EXPECT_EQ(csl.find(key), std::string::npos) << csl;
}

TEST(Citations, NothingFoundIsADocumentStill) {
  EXPECT_EQ(Rendered("csl-json", {}), "[\n]\n");
  EXPECT_EQ(Rendered("ris", {}), "");
  EXPECT_EQ(Rendered("bibtex", {}), "");
  EXPECT_EQ(Rendered("trec", {}), "");
}

// {as it stands, in BibTeX}
using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(Bibtex, TexObeysNothingOfAText) {
  for (const auto& [title, written] :
       Pairs{{"R&D at 100 % for $5", R"(R\&D at 100 \% for \$5)"},
             {"#1 under_score", R"(\#1 under\_score)"},
             {"a {b", R"(a \textbraceleft{}b)"},
             {"b} c", R"(b\textbraceright{} c)"},
             {R"(C:\news)", R"(C:\textbackslash{}news)"},
             {"~ and ^", R"(\textasciitilde{} and \textasciicircum{})"},
             {"two\nlines\tand \033[31m", "two lines and  [31m"},
             {"Ærø, 中国 \"quoted\"", "Ærø, 中国 \"quoted\""},
             {"bad \xff byte", "bad \uFFFD byte"}}) {
    Article article;
    article.title = title;
    const std::string entry = Rendered("bibtex", {HitOf(article)});
    EXPECT_EQ(ValueBehind(entry, "title = {{", "}},\n"), written);
    EXPECT_EQ(std::count(entry.begin(), entry.end(), '{'),
              std::count(entry.begin(), entry.end(), '}'))
        << entry;
  }
}

TEST(Bibtex, NamesAreNotTakenApart) {
  for (const auto& [byline, written] :
       Pairs{{"Mara Lindqvist", "Mara Lindqvist"},
             {"Lindqvist, Mara", "{Lindqvist, Mara}"},
             {"AP and Reuters", "{AP and Reuters}"},
             {"Sandy Anders", "Sandy Anders"}}) {
    Article article;
    article.byline = {byline, "Tomas Berg"};
    EXPECT_EQ(
        ValueBehind(Rendered("bibtex", {HitOf(article)}), "author = {", "},\n"),
        written + " and Tomas Berg");
  }
}

TEST(Bibtex, AKeyIsTheIdAndNoOther) {
  for (const auto& [id, key] :
       Pairs{{"corpus/2021/a-b.txt", "corpus/2021/a-b.txt"},
             {"wire.sgm#5", "wire.sgm+235"},
             {"wire.sgm+235", "wire.sgm+2B235"},
             {"a b,c{d}.txt", "a+20b+2Cc+7Bd+7D.txt"},
             {"café.txt", "caf+C3+A9.txt"}})
    EXPECT_EQ(ValueBehind(Rendered("bibtex", {HitOf({}, id)}), "@misc{", ","),
              key);
}

TEST(Bibtex, AnAddressStaysOne) {
  Article article;
  article.url = "https://a.example/x_y?q=50%25&r={1}#top";
  EXPECT_EQ(ValueBehind(Rendered("bibtex", {HitOf(article)}), "url = {", "},"),
            "https://a.example/x_y?q=50%25&r=%7B1%7D#top");
}

TEST(Ris, EachValueIsOneLine) {
  Article article;
  article.title = "two\r\nER  - \nlines";
  article.byline = {"A", "B"};
  article.keywords = {"grain", "oil"};
  const std::string ris = Rendered("ris", {HitOf(article)});
  EXPECT_NE(ris.find("TI  - two  ER  -  lines\r\n"), std::string::npos) << ris;
  EXPECT_NE(ris.find("AU  - A\r\nAU  - B\r\n"), std::string::npos) << ris;
  EXPECT_NE(ris.find("KW  - grain\r\nKW  - oil\r\n"), std::string::npos) << ris;
}

TEST(CslJson, NamesStandAsTheyAre) {
  Article article;
  article.byline = {"Lindqvist, Mara", "AP"};
  EXPECT_EQ(ValueBehind(Rendered("csl-json", {HitOf(article)}),
                        "\"author\":", ",\"archive\""),
            R"([{"literal":"Lindqvist, Mara"},{"literal":"AP"}])");
}

// The frame of the list is not the renderer's.
TEST(CslJson, ItemsOfAListAreParted) {
  const std::vector<Hit> hits = {HitOf({}, "a"), HitOf({}, "b")};
  EXPECT_TRUE(Rendered("csl-json", hits, BatchPlace{.line = 1})
                  .starts_with("\n{\"id\":\"a\""));
  EXPECT_TRUE(Rendered("csl-json", hits,
                       BatchPlace{.line = 2, .index = 1, .hits_before = 0})
                  .starts_with("\n{\"id\":\"a\""));
  EXPECT_TRUE(Rendered("csl-json", hits,
                       BatchPlace{.line = 2, .index = 1, .hits_before = 2})
                  .starts_with(",\n{\"id\":\"a\""));
}

TEST(Trec, ARowHasSixFields) {
  for (const auto& [id, written] :
       Pairs{{"corpus/a.txt#5", "corpus/a.txt#5"},
             {"my news/a b.txt", "my%20news/a%20b.txt"},
             {"a\u00A0b\u3000c\u2028d", "a%C2%A0b%E3%80%80c%E2%80%A8d"},
             {"a\u0085b", "a%C2%85b"},
             {"a%2520b", "a%2520b"}}) {
    EXPECT_EQ(Rendered("trec", {HitOf({}, id)}),
              "1 Q0 " + written + " 3 1.25 archive-query\n");
    EXPECT_EQ(Rendered("trec", {HitOf({}, id)}, BatchPlace{.line = 12}),
              "12 Q0 " + written + " 3 1.25 archive-query\n");
  }
}

// Equal to six digits, ranked apart.
TEST(Trec, ScoresAreToldApart) {
  Hit first = HitOf({}, "a");
  Hit second = HitOf({}, "b");
  first.score = 10.000002;
  second.score = 10.000001;
  const std::string run = Rendered("trec", {first, second});
  EXPECT_EQ(run,
            "1 Q0 a 3 10.000002 archive-query\n"
            "1 Q0 b 4 10.000001 archive-query\n");
}

}  // namespace
}  // namespace archive
