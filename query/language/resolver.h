// Parsed tree → resolved tree: names become fields, text becomes what the
// field's type asks for.
//
// Knows the schema, not the index: whether a word exists there is the
// matcher's business.  A new field needs nothing here; a new FieldType a case
// in Resolver::ResolveLeaf.
#ifndef ARCHIVE_QUERY_LANGUAGE_RESOLVER_H_
#define ARCHIVE_QUERY_LANGUAGE_RESOLVER_H_

#include <vector>

#include "common/dates/day.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"

namespace archive {

struct ResolveContext {
  Day today = 0;  // what `yesterday` and `30d` count from
};

struct ResolvedQuery {
  Node tree;
  std::vector<Diagnostic> errors;
  std::vector<Notice> notices;
};

// Always yields a tree: a leaf that makes no sense is searched for as plain
// words in it, for --lenient.
ResolvedQuery Resolve(const Node& parsed, const ResolveContext& context);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_RESOLVER_H_
