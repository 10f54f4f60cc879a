// The kinds of tables, one row each: their names for programs and their look
// for people.
//
// To add one: a TableKind, a row here, a function that prints it.
#ifndef ARCHIVE_QUERY_OUTPUT_TABLE_LOOKS_H_
#define ARCHIVE_QUERY_OUTPUT_TABLE_LOOKS_H_

#include <array>
#include <cstddef>
#include <ostream>
#include <string_view>

#include "query/output/render_style.h"
#include "query/output/result_page.h"

namespace archive {

// Prints the rows; captions and notes are the page's business.  Fails as
// ForEachRow.
using PrintTableFn = Status (*)(const Table& table, const RenderStyle& style,
                                std::ostream& out);

Status PrintFacet(const Table&, const RenderStyle&, std::ostream&);
Status PrintLines(const Table&, const RenderStyle&, std::ostream&);
Status PrintCoverage(const Table&, const RenderStyle&, std::ostream&);
Status PrintDistinctive(const Table&, const RenderStyle&, std::ostream&);
Status PrintTimeline(const Table&, const RenderStyle&, std::ostream&);

struct TableLook {
  TableKind kind;
  std::string_view name;      // key in json, kind of the first line in jsonl
  std::string_view row_name;  // kind of a row's line in jsonl
  PrintTableFn print;
};

inline constexpr std::array<TableLook, 5> kTableLooks = {{
    {TableKind::kFacet, "facet", "facet-value", PrintFacet},
    {TableKind::kTimeline, "timeline", "timeline-bar", PrintTimeline},
    {TableKind::kLines, "lines", "line", PrintLines},
    {TableKind::kCoverage, "coverage", "coverage-period", PrintCoverage},
    {TableKind::kDistinctive, "distinctive", "distinctive-value",
     PrintDistinctive},
}};

constexpr bool LooksAreInOrder() {
  for (std::size_t i = 0; i < kTableLooks.size(); ++i) {
    if (static_cast<std::size_t>(kTableLooks[i].kind) != i) return false;
  }
  return true;
}
static_assert(LooksAreInOrder());

constexpr const TableLook& LookOf(const Table& table) {
  return kTableLooks[static_cast<std::size_t>(table.kind)];
}

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_TABLE_LOOKS_H_
