// What may stand beside a proximity operator, and what is said when something
// else does.  A step of the parser in a file of its own.
#ifndef ARCHIVE_QUERY_LANGUAGE_PROXIMITY_RULES_H_
#define ARCHIVE_QUERY_LANGUAGE_PROXIMITY_RULES_H_

#include <optional>
#include <vector>

#include "query/language/ast.h"
#include "query/language/lexer.h"
#include "query/language/mistakes.h"

namespace archive {

// The empty group that the operator makes; a distance out of bounds goes to
// `mistakes` and is brought inside.  REQUIRES: a proximity operator.
Near NearFor(const OperatorUse& use, Span op_span, Mistakes& mistakes);

bool IsSameProximity(const Near& a, const Near& b);

// The two sides of an operator.
struct Sides {
  const Node& left;
  const Node& right;
};

// What is wrong with a side of `near`; nullopt when both may stand there.
std::optional<Diagnostic> ProximityMistake(const Near& near,
                                           const Sides& sides);

// For `a W/5 b PRE/2 c`.  REQUIRES: `left` is a Near.
Diagnostic MixedProximity(const Near& near, const Sides& sides, Span op_span);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_PROXIMITY_RULES_H_
