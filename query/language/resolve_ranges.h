// Leaves of date and number fields: text → ranges.  A step of the resolver in
// a file of its own.
#ifndef ARCHIVE_QUERY_LANGUAGE_RESOLVE_RANGES_H_
#define ARCHIVE_QUERY_LANGUAGE_RESOLVE_RANGES_H_

#include <optional>
#include <string>
#include <variant>

#include "common/dates/day.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"

namespace archive {

// What a leaf becomes, or what is wrong with it.
using ResolvedKind = std::variant<NodeKind, Diagnostic>;

// REQUIRES: a leaf of the parsed form, not Everything.
ResolvedKind ResolveDate(const Node& leaf, Day today);
ResolvedKind ResolveNumber(const Node& leaf, const Field& field);

// since:2020 and the like.
ResolvedKind ResolveDateBound(const Node& leaf, Relation relation, Day today);

// The text of a word, a pattern or a quoted string; nothing for others.
std::optional<std::string> PlainTextOf(const Node& leaf);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_RESOLVE_RANGES_H_
