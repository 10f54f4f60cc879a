// Tokens → tree, and everything that is wrong with the query.
//
// Knows the operators, not the fields: whether `title` is a field, and whether
// it has ranges, is the resolver's business.  Precedence climbing over
// kOperators; there is no function per operator.
#ifndef ARCHIVE_QUERY_LANGUAGE_PARSER_H_
#define ARCHIVE_QUERY_LANGUAGE_PARSER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/language/saved_lookup.h"

namespace archive {

// What to do about AND and OR mixed without brackets.
enum class MixedOperators : std::uint8_t { kNotice, kError };

// What a space between words means; kOr: --any, for questions in natural
// language, in which a ? at the end of a word is no wildcard either.
enum class SpaceMeans : std::uint8_t { kAnd, kOr };

// Whose habits the query follows; see dialect.h.
enum class Dialect : std::uint8_t { kOwn, kNexis };

struct ParseOptions {
  MixedOperators mixed = MixedOperators::kNotice;
  SpaceMeans space = SpaceMeans::kAnd;
  Dialect dialect = Dialect::kOwn;
  // What @NAME stands for; must outlive the parse.  nullptr: no name is known.
  SavedLookup* saved = nullptr;
};

struct ParsedQuery {
  Node tree;  // Everything, when nothing could be understood
  bool understood = false;
  std::vector<Diagnostic> errors;
  std::vector<Notice> notices;
};

// Always yields a tree: where the text makes no sense it says so and goes on
// with the rest, so that a caller may either stop or search for what was
// understood (--lenient).
ParsedQuery Parse(std::string_view query, const ParseOptions& options = {});

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_PARSER_H_
