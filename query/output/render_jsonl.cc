// One object a line, told apart by "kind": the answer, then rows of facets,
// then hits.  In a file of queries each line says of which line of the file it
// is, and a hit repeats the query: it can be used alone.
#include "query/output/json_parts.h"
#include "query/output/renderers.h"
#include "query/output/table_looks.h"

namespace archive {
namespace {

// An object on a line of its own; `write` fills it.
template <typename Write>
void WriteLine(std::string_view kind, const ResultPage& page, std::ostream& out,
               const Write& write) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("kind").String(kind);
  if (page.batch && kind != "answer")
    json.Key("line").Int(static_cast<std::int64_t>(page.batch->line));
  write(json);
  json.EndObject();
  out << '\n';
}

Status WriteTable(const ResultPage& page, const Table& table,
                  std::ostream& out) {
  const TableLook& look = LookOf(table);
  const bool is_facet = table.kind == TableKind::kFacet;
  WriteLine(look.name, page, out, [&](JsonWriter& json) {
    if (is_facet) {
      json.Key("field").String(table.name);
      json.Key("distinct").Int(static_cast<std::int64_t>(table.distinct));
      json.Key("shown").Int(static_cast<std::int64_t>(table.rows.size()));
    }
    WriteFacts(table, json);
  });
  return ForEachRow(table, [&](const TableRow& row) {
    WriteLine(look.row_name, page, out, [&](JsonWriter& json) {
      if (is_facet) json.Key("field").String(table.name);
      WriteRow(table, row, json);
    });
  });
}

}  // namespace

Status RenderJsonLines(const ResultPage& page, const RenderStyle& style,
                       std::ostream& out) {
  const auto fields = ChooseFields(style.fields);
  WriteLine("answer", page, out,
            [&](JsonWriter& json) { WriteEnvelope(page, json); });
  for (const Table& table : page.tables) {
    RETURN_IF_ERROR(WriteTable(page, table, out));
  }
  const auto write = [&](const Hit& hit, std::ostream& to) {
    WriteLine("hit", page, to, [&](JsonWriter& json) {
      if (page.batch) json.Key("query").String(page.envelope.query);
      WriteFields(hit, fields, json);
    });
  };
  return page.write_hits(DetailFor(fields), write, out);
}

}  // namespace archive
