// `--explain`: every step from the text to the cursors, and what each part of
// the query finds.
#ifndef ARCHIVE_QUERY_OUTPUT_EXPLAIN_H_
#define ARCHIVE_QUERY_OUTPUT_EXPLAIN_H_

#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

#include "common/index/open_index.h"
#include "common/result.h"
#include "query/language/query_text.h"
#include "query/matching/plan.h"
#include "query/matching/reranker.h"
#include "query/matching/searcher.h"

namespace archive {

struct Explained {
  std::string_view text;
  const ReadQuery& read;  // without errors
  std::uint64_t total = 0;
  SortOrder order = SortOrder::kRelevance;
  Ranking ranking = Ranking::kPlain;
  std::vector<FeedbackWord> feedback = {};  // what re-ranked
  const Synonyms* synonyms = nullptr;       // nullptr: none were asked for
};

// Fails: kIo, kIndexDamaged.
Status Explain(const Explained& query, Searcher& searcher,
               const OpenIndex& index, std::ostream& out);

// The plan as an indented tree.
void PrintPlan(const Plan& plan, std::ostream& out);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_EXPLAIN_H_
