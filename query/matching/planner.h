// Resolved tree → plan.
//
// To add an operator: its case in planner.cc; the compiler names it.
#ifndef ARCHIVE_QUERY_MATCHING_PLANNER_H_
#define ARCHIVE_QUERY_MATCHING_PLANNER_H_

#include <string>
#include <vector>

#include "common/text/analyser.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/matching/plan.h"
#include "query/matching/search_context.h"

namespace archive {

// What the index cannot answer (more words than kMaxExpansion) is put into
// `problems`; the plan is then of no use.  What Xapian throws passes through.
Plan MakePlan(const Node& tree, const SearchContext& context,
              Analyser& analyser, std::vector<Diagnostic>& problems);

// The terms of one segment that a prepared word stands for.
std::vector<TermOfLanguages> TermsOf(const PreparedWord& word,
                                     const SearchContext& context,
                                     std::size_t segment);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_PLANNER_H_
