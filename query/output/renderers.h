// The table of output formats: page of results → bytes, one file each.
//
// To add one: render_x.cc with its function, its declaration and a row here; a
// test renders every row and compares it with tests/golden/.  What it leaves
// to others: finding, reading and marking; a renderer asks for hits one by one
// and keeps none.
#ifndef ARCHIVE_QUERY_OUTPUT_RENDERERS_H_
#define ARCHIVE_QUERY_OUTPUT_RENDERERS_H_

#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "common/result.h"
#include "query/output/render_style.h"
#include "query/output/result_page.h"

namespace archive {

// Prints one page; the pages of a file of queries come in order, see
// ResultPage::batch and BatchFrame.  Fails as the page's hits do; `out` is not
// checked.
using RenderFn = Status (*)(const ResultPage& page, const RenderStyle& style,
                            std::ostream& out);

Status RenderText(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderLine(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderJson(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderJsonLines(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderCsv(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderTsv(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderIds(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderTrec(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderRis(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderBibtex(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderCslJson(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderSvg(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderPaths(const ResultPage&, const RenderStyle&, std::ostream&);

// What a format has room for besides articles.
enum class TableRoom : std::uint8_t {
  kBeside,   // articles and tables
  kInstead,  // articles or tables
  kNone,
  kTimeline,  // a timeline and nothing else
};

enum class FieldChoice : std::uint8_t { kFixed, kChosen };  // --fields

// People are shown a page and told what is left; programs get all of a file of
// queries unless they ask for less.
enum class Audience : std::uint8_t { kPrograms, kPeople };

// What stands around and between the pages of a file of queries, so that they
// are one document.
struct BatchFrame {
  std::string_view begin;
  std::string_view between;
  std::string_view end;
};

inline constexpr BatchFrame kCslJsonFrame = {
    .begin = "[", .between = "", .end = "\n]\n"};

// Whether an article that several queries of a file find is printed for each.
enum class Repeats : std::uint8_t { kEach, kOnce };

// Orders of articles that make sense in the format.
enum class Orders : std::uint8_t { kAll, kRelevance };

// Whether --format-version says which keys there are.
enum class Versions : std::uint8_t { kNone, kNumbered };

struct OutputFormat {
  std::string_view name;
  RenderFn render;
  TableRoom tables = TableRoom::kNone;
  FieldChoice fields = FieldChoice::kFixed;
  Audience audience = Audience::kPrograms;
  BatchFrame batch = {};
  Repeats repeats = Repeats::kEach;
  Orders orders = Orders::kAll;
  Versions versions = Versions::kNone;
  std::string_view help;
};

inline constexpr std::array<OutputFormat, 13> kOutputFormats = {{
    {.name = "text",
     .render = RenderText,
     .tables = TableRoom::kBeside,
     .audience = Audience::kPeople,
     .help = "for people"},
    {.name = "line",
     .render = RenderLine,
     .help = "one line an article: date, title, source, id"},
    {.name = "json",
     .render = RenderJson,
     .tables = TableRoom::kBeside,
     .fields = FieldChoice::kChosen,
     .batch = {.begin = "[", .between = ",\n", .end = "]\n"},
     .versions = Versions::kNumbered,
     .help = "one object; of a file of queries an array of them"},
    {.name = "jsonl",
     .render = RenderJsonLines,
     .tables = TableRoom::kBeside,
     .fields = FieldChoice::kChosen,
     .versions = Versions::kNumbered,
     .help = "one object a line, the first about the answer"},
    {.name = "csv",
     .render = RenderCsv,
     .tables = TableRoom::kInstead,
     .fields = FieldChoice::kChosen,
     .help = "RFC 4180, UTF-8, with a header"},
    {.name = "tsv",
     .render = RenderTsv,
     .tables = TableRoom::kInstead,
     .fields = FieldChoice::kChosen,
     .help = "the same with tabs"},
    {.name = "ids", .render = RenderIds, .help = "the articles' ids"},
    {.name = "paths",
     .render = RenderPaths,
     .help = "the files the articles stand in, each article one line"},
    {.name = "trec",
     .render = RenderTrec,
     .orders = Orders::kRelevance,
     .help = "a run file for scoring: query Q0 id rank score tag"},
    {.name = "ris",
     .render = RenderRis,
     .repeats = Repeats::kOnce,
     .help = "citations in RIS, for bibliography programs"},
    {.name = "bibtex",
     .render = RenderBibtex,
     .repeats = Repeats::kOnce,
     .help = "citations for BibTeX and biblatex"},
    {.name = "csl-json",
     .render = RenderCslJson,
     .batch = kCslJsonFrame,
     .repeats = Repeats::kOnce,
     .help = "citations as items of CSL, for citation processors"},
    {.name = "svg",
     .render = RenderSvg,
     .tables = TableRoom::kTimeline,
     .help = "a picture of --timeline"},
}};

// Of the formats that `holds`: "json, jsonl, csv and tsv".
std::string NamesOfFormats(bool (*holds)(const OutputFormat&));

// nullptr when there is none of that name.
const OutputFormat* FindOutputFormat(std::string_view name);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_RENDERERS_H_
