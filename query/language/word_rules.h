// What words, wildcards and distances ask of the fields they stand in.  A step
// of the resolver in a file of its own.
#ifndef ARCHIVE_QUERY_LANGUAGE_WORD_RULES_H_
#define ARCHIVE_QUERY_LANGUAGE_WORD_RULES_H_

#include <optional>

#include "query/language/ast.h"
#include "query/language/diagnostics.h"

namespace archive {

// A wildcard needs this many characters that are none.
inline constexpr std::size_t kMinLiteralCharacters = 2;

// What is wrong with a leaf of words, in a field of words: a wildcard with too
// little beside it, a range of nothing.
std::optional<Diagnostic> WordMistake(const Node& leaf);

// What is wrong with a resolved Near or AtLeast: operands without words, or in
// fields that have no word in common.
std::optional<Diagnostic> PositionMistake(const Node& node);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_WORD_RULES_H_
