// Comma- and tab-separated values.  CSV is that of RFC 4180, CRLF included;
// TSV has no quotes, so tabs and line breaks of a value become spaces.  Both
// are valid UTF-8: other bytes, which names of files may hold, are U+FFFD.
// Control characters stay, except where a terminal would obey them.
#include <algorithm>

#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/output/hit_fields.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

class CsvRows {
 public:
  enum class Kind { kCommas, kTabs };
  CsvRows(Kind kind, Target target, std::ostream& out)
      : kind_(kind), target_(target), out_(out) {}

  void Add(std::string_view cell) {
    AddPlain(target_ == Target::kTerminal ? Printable(cell) : SoundUtf8(cell));
  }

  void EndRow() {
    out_ << (kind_ == Kind::kCommas ? "\r\n" : "\n");
    at_start_ = true;
  }

 private:
  void AddPlain(std::string_view cell) {
    if (!at_start_) out_ << (kind_ == Kind::kCommas ? ',' : '\t');
    at_start_ = false;
    if (kind_ == Kind::kTabs) {
      std::string plain(cell);
      std::replace_if(
          plain.begin(), plain.end(),
          [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
      out_ << plain;
    } else if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ << cell;
    } else {
      AddQuoted(cell);
    }
  }

  void AddQuoted(std::string_view cell) {
    out_ << '"';
    for (const char c : cell) {
      if (c == '"') out_ << '"';
      out_ << c;
    }
    out_ << '"';
  }

  Kind kind_;
  Target target_;
  std::ostream& out_;
  bool at_start_ = true;
};

void AddBatchHeader(const ResultPage& page, CsvRows& rows) {
  if (!page.batch) return;
  rows.Add("line");
  rows.Add("query");
}

void AddBatchCells(const ResultPage& page, CsvRows& rows) {
  if (!page.batch) return;
  rows.Add(std::to_string(page.batch->line));
  rows.Add(page.envelope.query);
}

// Facets say which they are of; of other tables there is one.
Status AddTables(const ResultPage& page, bool with_header, CsvRows& rows) {
  const Table& first = page.tables.front();
  const bool are_facets = first.kind == TableKind::kFacet;
  if (with_header) {
    AddBatchHeader(page, rows);
    if (are_facets) rows.Add("field");
    for (const std::string& column : first.columns) rows.Add(column);
    rows.EndRow();
  }
  for (const Table& table : page.tables) {
    RETURN_IF_ERROR(ForEachRow(table, [&](const TableRow& row) {
      AddBatchCells(page, rows);
      if (are_facets) rows.Add(table.name);
      for (const Cell& cell : row) rows.Add(CellText(cell));
      rows.EndRow();
    }));
  }
  return Ok();
}

Status Render(const ResultPage& page, const RenderStyle& style,
              CsvRows::Kind kind, std::ostream& out) {
  CsvRows rows(kind, style.target, out);
  const bool with_header = !page.batch || page.batch->index == 0;
  if (!page.tables.empty()) return AddTables(page, with_header, rows);
  const bool is_list = page.batch && style.fields.empty();
  const auto fields = ChooseFields(is_list ? ListFieldNames() : style.fields);
  if (with_header) {
    AddBatchHeader(page, rows);
    for (const HitField* const field : fields) rows.Add(field->name);
    rows.EndRow();
  }
  const auto write = [&](const Hit& hit, std::ostream& to) {
    CsvRows row(kind, style.target, to);
    AddBatchCells(page, row);
    for (const HitField* const field : fields)
      row.Add(CellText(field->value(hit)));
    row.EndRow();
  };
  return page.write_hits(DetailFor(fields), write, out);
}

}  // namespace

Status RenderCsv(const ResultPage& page, const RenderStyle& style,
                 std::ostream& out) {
  return Render(page, style, CsvRows::Kind::kCommas, out);
}

Status RenderTsv(const ResultPage& page, const RenderStyle& style,
                 std::ostream& out) {
  return Render(page, style, CsvRows::Kind::kTabs, out);
}

}  // namespace archive
