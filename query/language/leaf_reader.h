// Tokens → leaves of the tree: what a single word or quoted string means,
// whatever stands around it.  A step of the parser in a file of its own.
#ifndef ARCHIVE_QUERY_LANGUAGE_LEAF_READER_H_
#define ARCHIVE_QUERY_LANGUAGE_LEAF_READER_H_

#include <vector>

#include "query/language/ast.h"
#include "query/language/lexer.h"
#include "query/language/mistakes.h"

namespace archive {

// The leaf that `token` (kWord or kQuoted) means, with the `~` behind it, if
// any (nullptr: none).  What is wrong with it goes to `mistakes`; there is a
// leaf all the same.
Node ReadLeaf(const QueryToken& token, const QueryToken* tilde, WordForm form,
              Mistakes& mistakes);

// The pattern that the token's text and escapes say.
Pattern PatternOf(const QueryToken& token);

// A word without a letter or digit, such as a hyphen between spaces: it is
// left out.  `*` is none.
bool IsLeftOut(const QueryToken& token);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_LEAF_READER_H_
