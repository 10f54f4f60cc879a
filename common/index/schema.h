// The schema: every field of an article, declared once.
//
// All else is read off this table: which terms and values the indexer writes,
// which field names a query may use and how, which fields can be counted as
// facets, `archive-query --list-fields`, and the field tables of
// docs/query-language.md and docs/index-format.md.
//
// To add a field: append a FieldId (field.h), append a row (field_table.h),
// bump kSchemaVersion and add a line to its history.  The static_asserts in
// schema.cc refuse a row that contradicts another one.  FieldIds, prefixes and
// slots are part of the format on disk: they are never reused for something
// else or renumbered.
#ifndef ARCHIVE_COMMON_INDEX_SCHEMA_H_
#define ARCHIVE_COMMON_INDEX_SCHEMA_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/index/field.h"
#include "common/index/field_table.h"

namespace archive {

// History: 1, the first; 2, countries and regions of places; 3, no lists of the
// terms of articles, what is known of names in the record; 4, records packed
// with a dictionary.
inline constexpr int kSchemaVersion = 4;

constexpr const Field& FieldFor(FieldId id) {
  return kFields[static_cast<std::size_t>(id)];
}

// The term of the articles that have the field, or of those that have not:
// `field.presence` says which.
std::string PresenceTermOf(const Field& field);

// Whether `name` is one of the space-separated `names`.
constexpr bool IsAmong(std::string_view name, std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (names.substr(0, end) == name) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

// The field with this name or alias; nullptr when there is none.  Names are
// ASCII and compared exactly: callers fold case first.
constexpr const Field* FindField(std::string_view name) {
  for (const Field& field : kFields) {
    if (field.name == name || IsAmong(name, field.aliases)) return &field;
  }
  return nullptr;
}

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SCHEMA_H_
