// One object an answer; a file of queries gives an array of them, whose
// brackets and commas are the format's frame.
#include "query/output/json_parts.h"
#include "query/output/renderers.h"
#include "query/output/table_looks.h"

namespace archive {
namespace {

Status WriteRows(const Table& table, JsonWriter& json) {
  json.BeginArray();
  RETURN_IF_ERROR(ForEachRow(table, [&](const TableRow& row) {
    json.BeginObject();
    WriteRow(table, row, json);
    json.EndObject();
  }));
  json.EndArray();
  return Ok();
}

Status WriteFacets(const ResultPage& page, JsonWriter& json) {
  bool has_any = false;
  for (const Table& table : page.tables) {
    if (table.kind != TableKind::kFacet) continue;
    if (!has_any) json.Key("facets").BeginArray();
    has_any = true;
    json.BeginObject();
    json.Key("field").String(table.name);
    json.Key("distinct").Int(static_cast<std::int64_t>(table.distinct));
    WriteFacts(table, json);
    json.Key("values");
    RETURN_IF_ERROR(WriteRows(table, json));
    json.EndObject();
  }
  if (has_any) json.EndArray();
  return Ok();
}

Status WriteTables(const ResultPage& page, JsonWriter& json) {
  for (const Table& table : page.tables) {
    if (table.kind == TableKind::kFacet) continue;
    json.Key(LookOf(table).name).BeginObject();
    WriteFacts(table, json);
    json.Key("rows");
    RETURN_IF_ERROR(WriteRows(table, json));
    json.EndObject();
  }
  return WriteFacets(page, json);
}

}  // namespace

Status RenderJson(const ResultPage& page, const RenderStyle& style,
                  std::ostream& out) {
  const auto fields = ChooseFields(style.fields);
  JsonWriter json(out);
  json.BeginObject();
  WriteEnvelope(page, json);
  RETURN_IF_ERROR(WriteTables(page, json));
  json.Key("hits").BeginArray();
  const auto write = [&](const Hit& hit, std::ostream& to) {
    if (!IsFirst(hit, page)) to << ',';
    JsonWriter object(to);
    object.BeginObject();
    WriteFields(hit, fields, object);
    object.EndObject();
  };
  json.Flush();
  RETURN_IF_ERROR(page.write_hits(DetailFor(fields), write, out));
  json.EndArray();
  json.EndObject();
  if (!page.batch) out << '\n';
  return Ok();
}

}  // namespace archive
