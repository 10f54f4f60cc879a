// Names that may stand before a colon, and what to say about others.
//
// To add a field: a row of common/index/schema.h.  To add a shorthand for
// dates of publication: a row of kDateShorthands.
#ifndef ARCHIVE_QUERY_LANGUAGE_FIELD_NAMES_H_
#define ARCHIVE_QUERY_LANGUAGE_FIELD_NAMES_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"

namespace archive {

// since:2020 is date:>=2020.
struct DateShorthand {
  std::string_view name;
  Relation relation;
  std::string_view help;
  std::string_view example;
};

inline constexpr std::array<DateShorthand, 4> kDateShorthands = {{
    {"since", Relation::kAtLeast, "published on that day or later",
     "since:2020"},
    {"until", Relation::kAtMost, "published on that day or before",
     "until:1953"},
    {"after", Relation::kGreater, "published later than that", "after:2020-03"},
    {"before", Relation::kLess, "published earlier than that",
     "before:2020-03"},
}};

constexpr const DateShorthand* FindDateShorthand(std::string_view name) {
  for (const DateShorthand& row : kDateShorthands) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

constexpr bool ShorthandsAreNoFields() {
  for (const DateShorthand& row : kDateShorthands) {
    if (FindField(row.name) != nullptr) return false;
  }
  return true;
}
static_assert(ShorthandsAreNoFields(), "a shorthand hides a field");

// What to say about a leaf whose field does not exist.
Diagnostic UnknownField(const Node& leaf);

// The same about the name behind has: or missing:.
Diagnostic UnknownPresence(const Node& leaf, const std::string& name);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_FIELD_NAMES_H_
