#include "query/output/json_parts.h"

#include <string>
#include <vector>

namespace archive {
namespace {

void WriteIndexes(const std::vector<IndexRevision>& indexes, JsonWriter& json) {
  json.Key("indexes").BeginArray();
  for (const auto& [id, generation] : indexes) {
    json.BeginObject();
    json.Key("index").String(id);
    json.Key("generation").Int(generation);
    json.EndObject();
  }
  json.EndArray();
}

void WriteMissing(const std::vector<MissingPart>& missing, JsonWriter& json) {
  json.Key("partial").Bool(true);
  json.Key("missing").BeginArray();
  for (const auto& [name, why] : missing) {
    json.BeginObject();
    json.Key("index").String(name);
    json.Key("why").String(why);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

void WriteEnvelope(const ResultPage& page, JsonWriter& json) {
  const Envelope& envelope = page.envelope;
  json.Key("format_version").Int(kFormatVersion);
  if (page.batch)
    json.Key("line").Int(static_cast<std::int64_t>(page.batch->line));
  json.Key("query").String(envelope.query);
  json.Key("read_as").String(envelope.read_as);
  json.Key("index").String(envelope.indexes.front().id);
  json.Key("generation").Int(envelope.indexes.front().generation);
  if (envelope.indexes.size() > 1) WriteIndexes(envelope.indexes, json);
  json.Key("articles").Int(static_cast<std::int64_t>(envelope.articles));
  json.Key("now").String(envelope.today);
  json.Key("tool").String(envelope.tool);
  json.Key("total").Int(static_cast<std::int64_t>(envelope.total));
  json.Key("exact").Bool(envelope.missing.empty());
  if (!envelope.missing.empty()) WriteMissing(envelope.missing, json);
  if (envelope.fold_copies) {
    json.Key("group_duplicates").String(RowOf(*envelope.fold_copies).name);
    json.Key("groups").Int(static_cast<std::int64_t>(envelope.groups));
  }
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
    WriteCell(row[i], json);
  }
}

void WriteFacts(const Table& table, JsonWriter& json) {
  for (const auto& [name, value] : table.facts) {
    json.Key(name);
    WriteCell(value, json);
  }
}

void WriteCell(const Cell& cell, JsonWriter& json) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    json.String(*text);
  } else if (const auto* number = std::get_if<std::uint64_t>(&cell)) {
    json.Int(static_cast<std::int64_t>(*number));
  } else {
    json.Double(std::get<double>(cell));
  }
}

}  // namespace archive
