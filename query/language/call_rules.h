// What atleast5(…), caps(…) and allcaps(…) make of what stands in their
// brackets.  A step of the parser in a file of its own.
#ifndef ARCHIVE_QUERY_LANGUAGE_CALL_RULES_H_
#define ARCHIVE_QUERY_LANGUAGE_CALL_RULES_H_

#include "query/language/ast.h"
#include "query/language/lexer.h"
#include "query/language/mistakes.h"

namespace archive {

// The node that the call means; `inner` itself, and a mistake, where it makes
// no sense.  REQUIRES: `call` is a kCall token.
Node ApplyCall(const QueryToken& call, Node inner, Mistakes& mistakes);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_CALL_RULES_H_
