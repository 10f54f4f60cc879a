#include "query/output/table_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/output/bar.h"
#include "query/output/further_query.h"
#include "query/output/table_looks.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kLeastLabel = 16;
constexpr std::size_t kMostLabel = 40;
constexpr std::size_t kMostBar = 30;
constexpr std::size_t kComparedColumn = 2;

std::uint64_t CountIn(const TableRow& row, std::size_t column) {
  return std::get<std::uint64_t>(row[column]);
}

bool IsComparedFacet(const Table& table) {
  return table.columns.size() > kComparedColumn &&
         table.columns[kComparedColumn] == "compared";
}

std::string HeadingOf(const Table& table) {
  std::string text =
      fmt::format("{:<16} {} of {}", table.name, WithCommas(table.rows.size()),
                  Counted(table.distinct, "value"));
  for (const auto& [name, value] : table.facts) {
    const std::string shown = Printable(CellText(value));
    if (name == "filter") text += fmt::format(" with {}", shown);
    if (name == "query") text += fmt::format("; {}", shown);
    if (name == "compared_query") text += fmt::format(" beside {}", shown);
  }
  if (table.rows.size() < table.distinct)
    text += fmt::format(" ({}:all shows the rest)", table.name);
  return text;
}

// Columns of a facet on the screen.
struct FacetWidths {
  std::size_t label = kLeastLabel;
  std::size_t number = 0;
  std::size_t compared = 0;  // 0: there is no second query
  std::size_t bar = 1;
  std::uint64_t most = 0;
};

FacetWidths Measure(const Table& table, const RenderStyle& style) {
  FacetWidths widths;
  const bool compares = IsComparedFacet(table);
  for (const TableRow& row : table.rows) {
    const std::uint64_t count = CountIn(row, 1);
    widths.label =
        std::max(widths.label, ColumnsOf(std::get<std::string>(row[0])));
    widths.number = std::max(widths.number, WithCommas(count).size());
    widths.most = std::max(widths.most, count);
    if (compares)
      widths.compared =
          std::max(widths.compared,
                   WithCommas(CountIn(row, kComparedColumn)).size() + 2);
  }
  widths.label = std::min(
      {widths.label, kMostLabel, std::max(style.width / 2, kLeastLabel)});
  const std::size_t taken =
      2 + widths.label + 2 + widths.number + widths.compared + 2;
  widths.bar = std::clamp<std::size_t>(
      style.width > taken ? style.width - taken : 1, 1, kMostBar);
  return widths;
}

}  // namespace

Status PrintFacet(const Table& table, const RenderStyle& style,
                  std::ostream& out) {
  out << HeadingOf(table) << '\n';
  const FacetWidths widths = Measure(table, style);
  for (const TableRow& row : table.rows) {
    out << fmt::format("  {}  {:>{}}",
                       FittedLabel(std::get<std::string>(row[0]), widths.label),
                       WithCommas(CountIn(row, 1)), widths.number);
    if (widths.compared > 0)
      out << fmt::format("{:>{}}", WithCommas(CountIn(row, kComparedColumn)),
                         widths.compared);
    if (const std::string bar = Bar(CountIn(row, 1), widths.most, widths.bar);
        !bar.empty())
      out << "  " << bar;
    out << '\n';
  }
  return Ok();
}

Status PrintTables(const ResultPage& page, const RenderStyle& style,
                   std::ostream& out) {
  for (const Table& table : page.tables) {
    out << '\n';
    if (&table != &page.tables.front() && !table.caption.empty())
      out << fmt::format("{:<16} {}\n", table.name, Printable(table.caption));
    RETURN_IF_ERROR(LookOf(table).print(table, style, out));
    for (const std::string& note : table.notes)
      PrintWrapped({note, {}}, "", style, out);
    for (const std::string& command : table.commands) out << command << '\n';
  }
  if (const std::string narrower = NarrowerQuery(page); !narrower.empty())
    out << "narrow it: " << CommandFor(page.envelope, narrower) << '\n';
  return Ok();
}

std::string CaptionOf(const ResultPage& page) {
  if (page.tables.empty() || page.tables.front().caption.empty()) return "";
  return ", " + Printable(page.tables.front().caption);
}

std::string NarrowerQuery(const ResultPage& page) {
  for (const Table& table : page.tables) {
    if (table.kind != TableKind::kFacet) continue;
    for (const TableRow& row : table.rows) {
      const std::uint64_t count = CountIn(row, 1);
      if (count > 0 && count < page.envelope.total)
        return FurtherQuery(
            page.envelope,
            ClauseForValue(table.name, std::get<std::string>(row[0])));
    }
  }
  return "";
}

}  // namespace archive
