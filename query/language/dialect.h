// Other habits of asking, read into the tokens of our language.
//
// To add a dialect: a row of Dialect in parser.h, its tokens in TokensOf and
// its bindings in NextInfix.  What a query means is the parser's business.
#ifndef ARCHIVE_QUERY_LANGUAGE_DIALECT_H_
#define ARCHIVE_QUERY_LANGUAGE_DIALECT_H_

#include <optional>
#include <string_view>
#include <vector>

#include "query/language/ast.h"
#include "query/language/lexer.h"
#include "query/language/parser.h"
#include "query/language/token_cursor.h"

namespace archive {

// The tokens of a query as its dialect means them.  Spans are those of the
// text as typed.
std::vector<QueryToken> TokensOf(std::string_view query,
                                 const ParseOptions& options);

// The operator that stands before the next operand.
struct InfixUse {
  OperatorUse use;
  bool implied = false;   // by a space: there is no token to take
  int binding = 0;        // the larger, the tighter
  int right_binding = 0;  // what its right side is bound by at least
};

// Nothing at the end of the query or of a group.  `left`: what stands before
// it; nullptr: nothing.
std::optional<InfixUse> NextInfix(const TokenCursor& tokens, const Node* left,
                                  const ParseOptions& options);

// `a -b` in a question, and one more alternative to `a`: what is excluded is
// excluded from all of them.  REQUIRES: `excluding` is an And, made so.
void AddAlternative(Node& excluding, Node alternative);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_DIALECT_H_
