// What may stand behind `field:`, whatever the field.  A step of the parser in
// a file of its own; what a field's type allows is the resolver's business.
#ifndef ARCHIVE_QUERY_LANGUAGE_FIELD_RULES_H_
#define ARCHIVE_QUERY_LANGUAGE_FIELD_RULES_H_

#include "query/language/ast.h"
#include "query/language/lexer.h"
#include "query/language/mistakes.h"

namespace archive {

// Says what is wrong with `value`, the first token behind the colon.
void CheckFieldValue(const QueryToken& field, const QueryToken& value,
                     Mistakes& mistakes);

// Gives the field of a group, title:(a OR b), to its leaves.
void NameField(Node& node, const QueryToken& field, Mistakes& mistakes);

// REQUIRES: a kCompare token.
Relation RelationOf(const QueryToken& sign);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_FIELD_RULES_H_
