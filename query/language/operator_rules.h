// What is said of an operator that misses a side.  A step of the parser in a
// file of its own.
#ifndef ARCHIVE_QUERY_LANGUAGE_OPERATOR_RULES_H_
#define ARCHIVE_QUERY_LANGUAGE_OPERATOR_RULES_H_

#include "query/language/lexer.h"
#include "query/language/mistakes.h"

namespace archive {

// `op` stood between two places for operands; tells when one is empty.
void CheckSides(const QueryToken& op, bool has_left, bool has_right,
                Mistakes& mistakes);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_OPERATOR_RULES_H_
