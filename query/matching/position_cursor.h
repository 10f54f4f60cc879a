// The articles in which words stand as a proximity asks.
#ifndef ARCHIVE_QUERY_MATCHING_POSITION_CURSOR_H_
#define ARCHIVE_QUERY_MATCHING_POSITION_CURSOR_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "query/matching/cursor.h"
#include "query/matching/nearness_filter.h"
#include "query/matching/plan.h"
#include "query/matching/positions.h"
#include "query/matching/search_context.h"
#include "query/matching/token_source.h"

namespace archive {

struct ArticlePlace {
  std::size_t segment = 0;  // its place in the index's segments
  DocId doc = 0;
};

// What all proximities of a query have in common: steps, counted together, and
// the article at which they were used up.
// Threads: none.
struct PlacementBudget {
  PositionChecker checker;
  std::optional<ArticlePlace> gave_up_at = {};
};

// Decides every proximity of a query in the articles of one segment.  All read
// the words of the same article, one after the other, so it is read once.
// Lives: no longer than the plan, the context and the budget.  Threads: none.
class PositionMatcher {
 public:
  PositionMatcher(const Plan& plan, const SearchContext& context,
                  std::size_t segment, PlacementBudget& budget);

  // False, too, when the steps were used up: the answer is an error then.
  bool Matches(const PositionQuestion& question, DocId doc);

  // Says that an article will soon be looked at.
  void Prefetch(DocId doc) const;

  std::size_t segment() const { return segment_; }

 private:
  Nearness Look(const PositionQuestion& question, DocId doc);

  const Segment& segment_data_;
  const ArticleLanguages& languages_;
  std::size_t segment_;
  std::vector<StreamSource::QueryWord> words_;
  StreamSource source_;
  PlacementBudget& budget_;
  // Of the question that was asked first.  Where several are asked, one look at
  // an article answers them all, and there is none.
  const PositionQuestion* filtered_ = nullptr;
  std::optional<NearnessFilter> filter_;
};

// Those of `candidates` for which `question` holds; each earns what it earns
// there.  `question` must outlive the cursor.
CursorPtr MakePositionCursor(CursorPtr candidates,
                             const PositionQuestion& question,
                             std::shared_ptr<PositionMatcher> matcher);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_POSITION_CURSOR_H_
