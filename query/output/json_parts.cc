#include "query/output/json_parts.h"

#include <string>

namespace archive {
void WriteEnvelope(const ResultPage& page, JsonWriter& json) {
  const Envelope& envelope = page.envelope;
  json.Key("format_version").Int(kFormatVersion);
  if (page.batch)
    json.Key("line").Int(static_cast<std::int64_t>(page.batch->line));
  json.Key("query").String(envelope.query);
  json.Key("read_as").String(envelope.read_as);
  json.Key("index").String(envelope.index_id);
  json.Key("generation").Int(envelope.generation);
  json.Key("articles").Int(static_cast<std::int64_t>(envelope.articles));
  json.Key("now").String(envelope.today);
  json.Key("tool").String(envelope.tool);
  json.Key("total").Int(static_cast<std::int64_t>(envelope.total));
  json.Key("exact").Bool(true);
  json.Key("notices").BeginArray();
  for (const std::string& notice : envelope.notices) json.String(notice);
  json.EndArray();
}

void WriteFields(const Hit& hit, const std::vector<const HitField*>& fields,
                 JsonWriter& json) {
  for (const HitField* const field : fields) {
    json.Key(field->name);
    WriteJson(field->value(hit), json);
  }
}

void WriteRow(const Table& table, const std::vector<Cell>& row,
              JsonWriter& json) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    json.Key(table.columns[i]);
    if (const auto* text = std::get_if<std::string>(&row[i])) {
      json.String(*text);
    } else {
      json.Int(static_cast<std::int64_t>(std::get<std::uint64_t>(row[i])));
    }
  }
}

}  // namespace archive
