// What machine formats say of a hit, one row each: the keys of JSON and the
// columns of CSV.
//
// To add one: a row; additions do not change kFormatVersion.
#ifndef ARCHIVE_QUERY_OUTPUT_HIT_FIELDS_H_
#define ARCHIVE_QUERY_OUTPUT_HIT_FIELDS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/json_writer.h"
#include "common/span.h"
#include "query/output/result_page.h"

namespace archive {

// A time that the text speaks of.
struct MentionValue {
  DateMention mention;
  std::string words;
};

// Nothing: not known.
using FieldValue = std::variant<std::monostate, std::int64_t, double,
                                std::string, std::vector<std::string>, Span,
                                std::vector<Span>, std::vector<MentionValue>>;

enum class ShownByDefault : std::uint8_t { kYes, kNo };

struct HitField {
  std::string_view name;
  FieldValue (*value)(const Hit&);
  ShownByDefault shown = ShownByDefault::kYes;
  HitDetail detail = HitDetail::kRecord;
  std::string_view help;
};

std::span<const HitField> HitFields();

// The rows named, in the order named; those shown by default when none is.
// Names that are no rows are left out: the command line has refused them.
std::vector<const HitField*> ChooseFields(
    const std::vector<std::string>& names);
// What csv and tsv say of each hit of a file of queries, behind the line and
// the query, unless fields are chosen: the list that a reporter works through.
std::vector<std::string> ListFieldNames();
// What has to be read for them.
HitDetail DetailFor(const std::vector<const HitField*>& fields);

void WriteJson(const FieldValue& value, JsonWriter& json);
// For a cell: lists joined with "; ".
std::string CellText(const FieldValue& value);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_HIT_FIELDS_H_
