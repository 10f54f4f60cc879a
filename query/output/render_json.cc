// One object an answer; a file of queries gives an array of them.
#include "query/output/json_parts.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

void WriteTables(const ResultPage& page, JsonWriter& json) {
  if (page.tables.empty()) return;
  json.Key("facets").BeginArray();
  for (const Table& table : page.tables) {
    json.BeginObject();
    json.Key("field").String(table.name);
    json.Key("distinct").Int(static_cast<std::int64_t>(table.distinct));
    json.Key("values").BeginArray();
    for (const std::vector<Cell>& row : table.rows) {
      json.BeginObject();
      WriteRow(table, row, json);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

Status RenderJson(const ResultPage& page, const RenderStyle& style,
                  std::ostream& out) {
  const auto fields = ChooseFields(style.fields);
  if (page.batch) out << (page.batch->index == 0 ? "[" : ",\n");
  JsonWriter json(out);
  json.BeginObject();
  WriteEnvelope(page, json);
  WriteTables(page, json);
  json.Key("hits").BeginArray();
  RETURN_IF_ERROR(page.each_hit(DetailFor(fields), [&](const Hit& hit) {
    json.BeginObject();
    WriteFields(hit, fields, json);
    json.EndObject();
  }));
  json.EndArray();
  json.EndObject();
  const bool is_last =
      !page.batch || page.batch->index + 1 == page.batch->count;
  if (page.batch && is_last) out << ']';
  if (is_last) out << '\n';
  return Ok();
}

}  // namespace archive
