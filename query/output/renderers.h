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
#include <string_view>

#include "common/result.h"
#include "query/output/render_style.h"
#include "query/output/result_page.h"

namespace archive {

// Prints one page; the pages of a file of queries come in order, see
// ResultPage::batch.  Fails as the page's hits do; `out` is not checked.
using RenderFn = Status (*)(const ResultPage& page, const RenderStyle& style,
                            std::ostream& out);

Status RenderText(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderLine(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderJson(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderJsonLines(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderCsv(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderTsv(const ResultPage&, const RenderStyle&, std::ostream&);
Status RenderIds(const ResultPage&, const RenderStyle&, std::ostream&);
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

struct OutputFormat {
  std::string_view name;
  RenderFn render;
  TableRoom tables = TableRoom::kNone;
  FieldChoice fields = FieldChoice::kFixed;
  std::string_view help;
};

inline constexpr std::array<OutputFormat, 9> kOutputFormats = {{
    {"text", RenderText, TableRoom::kBeside, FieldChoice::kFixed, "for people"},
    {"line", RenderLine, TableRoom::kNone, FieldChoice::kFixed,
     "one line an article: date, title, source, id"},
    {"json", RenderJson, TableRoom::kBeside, FieldChoice::kChosen,
     "one object"},
    {"jsonl", RenderJsonLines, TableRoom::kBeside, FieldChoice::kChosen,
     "one object a line, the first about the answer"},
    {"csv", RenderCsv, TableRoom::kInstead, FieldChoice::kChosen,
     "RFC 4180, UTF-8, with a header"},
    {"tsv", RenderTsv, TableRoom::kInstead, FieldChoice::kChosen,
     "the same with tabs"},
    {"ids", RenderIds, TableRoom::kNone, FieldChoice::kFixed,
     "the articles' ids"},
    {"paths", RenderPaths, TableRoom::kNone, FieldChoice::kFixed,
     "the files the articles stand in, each article one line"},
    {"svg", RenderSvg, TableRoom::kTimeline, FieldChoice::kFixed,
     "a picture of --timeline"},
}};

// nullptr when there is none of that name.
const OutputFormat* FindOutputFormat(std::string_view name);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_RENDERERS_H_
