// Leaves that ask for whole values, names, presence or near-copies → plans.
#ifndef ARCHIVE_QUERY_MATCHING_VALUE_PLANS_H_
#define ARCHIVE_QUERY_MATCHING_VALUE_PLANS_H_

#include <string>
#include <vector>

#include "common/index/open_index.h"
#include "common/text/analyser.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/matching/plan.h"

namespace archive {

// Of a WholeValue; `node` is the leaf that holds it.  What is wrong with the
// index is added to `problems`.
// Lives: what is returned, no longer than `node`.
PlanNode PlanWholeValue(const Node& node, const OpenIndex& index,
                        std::vector<Diagnostic>& problems);

// Of a Presence; `node` is the leaf that holds it, and lives as long.
PlanNode PlanPresence(const Node& node, const OpenIndex& index);

// A plan for a word of a field of names, made of that for the words that stand
// in articles: it is also found in names that the librarian's rules give.
// Lives: no longer than `leaf`.
PlanNode WithRuledNames(PlanNode words, const Node& leaf,
                        const OpenIndex& index, Analyser& analyser);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_VALUE_PLANS_H_
