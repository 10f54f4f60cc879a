#include "query/output/renderers.h"

#include <set>
#include <sstream>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "tests/support/golden.h"

namespace archive {
namespace {

using namespace std::string_literals;

Hit FullHit() {
  Hit hit = {.rank = 1, .score = 7.3125};
  hit.id = "corpus/2021/courier-hotline.txt";
  hit.path = "/srv/corpus/2021/courier-hotline.txt";
  hit.record.id = hit.id;
  hit.record.file = hit.id;
  hit.record.format = "plain";
  hit.record.language = "en";
  hit.record.words = 412;
  Article& article = hit.record.article;
  article.title = "Hotlines, \"wider\" and\tfaster";
  article.source = "The Corpus Courier";
  article.section = "World";
  article.byline = {"Mara Lindqvist", "Tomas Berg"};
  article.published = Publication{.when = {{2021, 3, 2}, 9 * 3600, 540},
                                  .source = DateSource::kMetadata,
                                  .confidence = 0.98};
  article.people = {"Tan Kefei"};
  article.places = {"South Korea", "China"};
  article.blocks = {{BlockKind::kParagraph, "The first hotline of 2008."}};
  article.bytes = {0, 2711};
  hit.title = {article.title, {{0, 8}}};
  hit.snippet = {"The first hotline of 2008.", {{10, 17}}};
  return hit;
}

// Everything that can be missing is, and what a name may hold it holds.
Hit BareHit() {
  Hit hit = {.rank = 2, .score = 0.5};
  hit.id = "corpus/bare.txt#2";
  hit.path = "/srv/corpus/bare\033[31m.txt";
  hit.record.id = hit.id;
  hit.record.file = "corpus/bare.txt";
  hit.record.record = 2;
  hit.record.article.first_line = "no title, no date";
  hit.title.text = "no title, no date";
  return hit;
}

ResultPage Page() {
  ResultPage page;
  page.envelope = {.query = "hotline\033[31m OR \"x\"",
                   .own = "hotline\033[31m OR \"x\"",
                   .command = "archive-query",
                   .read_as = "hotline OR \"x\"",
                   .indexes = {{"b1f0", 17}},
                   .articles = 2310,
                   .today = "2021-03-15",
                   .tool = "0.0.0",
                   .total = 14,
                   .notices = {"\"or\" was read as a word; write OR"}};
  page.hit_count = 2;
  page.write_hits = [](HitDetail, const HitWriter& write,
                       std::ostream& out) -> Status {
    write(FullHit(), out);
    write(BareHit(), out);
    return Ok();
  };
  return page;
}

ResultPage PageOfTables() {
  ResultPage page = Page();
  page.hit_count = 0;
  page.write_hits = [](HitDetail, const HitWriter&, std::ostream&) -> Status {
    return Ok();
  };
  page.tables = {{.name = "place",
                  .columns = {"value", "articles"},
                  .rows = {{std::string("South Korea"), std::uint64_t{14}},
                           {std::string("中国"), std::uint64_t{1234}},
                           {std::string("a \"b\", c"), std::uint64_t{1}}},
                  .distinct = 23}};
  return page;
}

// Bars that are empty, small and compared.
ResultPage PageOfATimeline() {
  ResultPage page = PageOfTables();
  page.tables.clear();
  Table table = {
      .name = "timeline",
      .columns = {"bucket", "first_day", "last_day", "articles", "all_articles",
                  "share", "compared", "compared_share", "look_inside"},
      .kind = TableKind::kTimeline,
      .facts = {{"bucket", "year"s},
                {"bars", "articles"s},
                {"query", "a<b"s},
                {"compared_query", "c"s}},
      .caption = "by year",
      .notes = {"undated 3"},
      .commands = {"look inside: archive-query 'a date:1950'"}};
  for (const std::uint64_t count : {1204U, 0U, 0U, 0U, 0U, 0U, 7U}) {
    const std::string year = std::to_string(1950 + table.rows.size());
    table.rows.push_back(
        {year, year + "-01-01", year + "-12-31", count, std::uint64_t{20000},
         static_cast<double>(count) / 20000, count / 2,
         static_cast<double>(count / 2) / 20000, "a date:" + year});
  }
  page.tables.push_back(std::move(table));
  return page;
}

std::string Rendered(const OutputFormat& format, const ResultPage& page,
                     const RenderStyle& style = {}) {
  std::ostringstream out;
  EXPECT_TRUE(format.render(page, style, out));
  return std::move(out).str();
}

// Nothing is printed, and what is printed instead says which format it was.
void ExpectRefusal(const OutputFormat& format, const ResultPage& page) {
  std::ostringstream out;
  const Status status = format.render(page, {}, out);
  ASSERT_FALSE(status) << format.name;
  EXPECT_EQ(status.error().code, ErrorCode::kUsage);
  EXPECT_NE(status.error().message.find(format.name), std::string::npos);
  EXPECT_EQ(std::move(out).str(), "");
}

// A picture of a timeline alone cannot show a page that has none.
bool ShowsPages(const OutputFormat& format) {
  return format.tables != TableRoom::kTimeline;
}

TEST(Renderers, EveryFormatPrintsAPageOrRefusesIt) {
  for (const OutputFormat& format : kOutputFormats) {
    if (ShowsPages(format)) {
      ExpectGolden("page." + std::string(format.name),
                   Rendered(format, Page()));
    } else {
      ExpectRefusal(format, Page());
    }
  }
}

TEST(Renderers, FormatsWithRoomPrintTables) {
  for (const OutputFormat& format : kOutputFormats) {
    if (format.tables == TableRoom::kNone) continue;
    if (ShowsPages(format)) {
      ExpectGolden("tables." + std::string(format.name),
                   Rendered(format, PageOfTables()));
    } else {
      ExpectRefusal(format, PageOfTables());
    }
  }
}

TEST(Renderers, FormatsWithRoomPrintATimeline) {
  for (const OutputFormat& format : kOutputFormats) {
    if (format.tables == TableRoom::kNone) continue;
    ExpectGolden("timeline." + std::string(format.name),
                 Rendered(format, PageOfATimeline()));
  }
}

TEST(Renderers, PagesOfABatchAreOneDocument) {
  for (const OutputFormat& format : kOutputFormats) {
    if (!ShowsPages(format)) continue;
    std::string all(format.batch.begin);
    for (std::size_t i = 0; i < 2; ++i) {
      ResultPage page = Page();
      page.batch = {.line = i * 3 + 1, .index = i, .hits_before = i * 2};
      if (i > 0) all += format.batch.between;
      all += Rendered(format, page);
    }
    all += format.batch.end;
    ExpectGolden("batch." + std::string(format.name), all);
  }
}

TEST(Renderers, MatchesAreEmphasised) {
  const OutputFormat& text = *FindOutputFormat("text");
  ExpectGolden("page.brackets.text",
               Rendered(text, Page(), {.emphasis = Emphasis::kBrackets}));
  ExpectGolden("page.bold.text", Rendered(text, Page(),
                                          {.emphasis = Emphasis::kBold,
                                           .verbosity = Verbosity::kNames}));
}

TEST(Renderers, NothingObeyedByATerminalReachesIt) {
  for (const OutputFormat& format : kOutputFormats) {
    if (!ShowsPages(format)) continue;
    const std::string bytes =
        Rendered(format, Page(), {.target = Target::kTerminal});
    EXPECT_EQ(bytes.find('\033'), std::string::npos) << format.name;
  }
}

// A name of a file may be of any bytes; what programs read is UTF-8.
TEST(Renderers, WhatProgramsReadIsUtf8) {
  ResultPage page = Page();
  page.envelope.query = "caf\xe9";
  page.write_hits = [](HitDetail, const HitWriter& write,
                       std::ostream& out) -> Status {
    Hit hit = BareHit();
    hit.path = "/srv/caf\xe9 \033[31m \u202etxt \u009b31m";
    write(hit, out);
    return Ok();
  };
  for (const char* const name : {"json", "jsonl"}) {
    const std::string bytes = Rendered(*FindOutputFormat(name), page);
    EXPECT_TRUE(IsValidUtf8(bytes)) << name;
    EXPECT_NE(bytes.find("caf\uFFFD \\u001b[31m \\u202etxt \\u009b31m"),
              std::string::npos)
        << bytes;
  }
  for (const char* const name : {"csv", "tsv"}) {
    const std::string bytes = Rendered(*FindOutputFormat(name), page);
    EXPECT_TRUE(IsValidUtf8(bytes)) << name;
    EXPECT_NE(bytes.find("caf\uFFFD \033[31m \u202etxt \u009b31m"),
              std::string::npos)
        << bytes;
  }
  EXPECT_NE(Rendered(*FindOutputFormat("paths"), page).find("caf\xe9 \033"),
            std::string::npos);
}

TEST(Renderers, NoLineOfAPageIsWiderThanTheTerminal) {
  const std::string bytes =
      Rendered(*FindOutputFormat("text"), Page(), {.width = 40});
  EXPECT_NE(bytes.find("12 more: --offset 2 shows the next, -n\nall shows all"),
            std::string::npos)
      << bytes;
}

TEST(Renderers, PathsEndInNulWhenAsked) {
  const std::string bytes =
      Rendered(*FindOutputFormat("paths"), Page(), {.line_end = LineEnd::kNul});
  EXPECT_EQ(bytes,
            "/srv/corpus/2021/courier-hotline.txt\0"
            "/srv/corpus/bare\033[31m.txt\0"s);
}

TEST(Renderers, FieldsAreChosenAndOrdered) {
  const RenderStyle style = {.fields = {"places", "id"}};
  EXPECT_EQ(Rendered(*FindOutputFormat("tsv"), Page(), style),
            "places\tid\n"
            "South Korea; China\tcorpus/2021/courier-hotline.txt\n"
            "\tcorpus/bare.txt#2\n");
}

TEST(Renderers, NamesAreDistinctAndExplained) {
  std::set<std::string_view> names;
  for (const OutputFormat& format : kOutputFormats) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_FALSE(format.help.empty()) << format.name;
    EXPECT_EQ(FindOutputFormat(format.name), &format);
  }
  EXPECT_EQ(FindOutputFormat("xml"), nullptr);
}

}  // namespace
}  // namespace archive
