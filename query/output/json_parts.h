// What json and jsonl have in common.
#ifndef ARCHIVE_QUERY_OUTPUT_JSON_PARTS_H_
#define ARCHIVE_QUERY_OUTPUT_JSON_PARTS_H_

#include <vector>

#include "common/json_writer.h"
#include "query/output/hit_fields.h"
#include "query/output/result_page.h"

namespace archive {

// The keys of the envelope, into an object that is open.
void WriteEnvelope(const ResultPage& page, JsonWriter& json);
void WriteFields(const Hit& hit, const std::vector<const HitField*>& fields,
                 JsonWriter& json);
void WriteCell(const Cell& cell, JsonWriter& json);
void WriteFacts(const Table& table, JsonWriter& json);
// The columns of a table's row, into an object that is open.
void WriteRow(const Table& table, const std::vector<Cell>& row,
              JsonWriter& json);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_JSON_PARTS_H_
