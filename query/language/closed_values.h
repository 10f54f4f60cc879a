// Fields whose values are few and known: a value that can be none is a mistake
// rather than a query that finds nothing.  Pure functions.
#ifndef ARCHIVE_QUERY_LANGUAGE_CLOSED_VALUES_H_
#define ARCHIVE_QUERY_LANGUAGE_CLOSED_VALUES_H_

#include <optional>
#include <string>

#include "common/index/field.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"

namespace archive {

// Every article has a status; to ask for any shows what is hidden otherwise.
inline constexpr std::string_view kAnyStatus = "any";

// What to say of `leaf`, whose field asks for `value` without wildcards;
// nothing when there may be such a value.
//
// status: is one of five.  mentions-year: is a year; a range is asked of
// mentions:.  lang: takes codes, and is told by the name of a
// language; other codes may come from the articles.
std::optional<Diagnostic> ImpossibleValue(const Field& field,
                                          const std::string& value,
                                          const Node& leaf);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_CLOSED_VALUES_H_
