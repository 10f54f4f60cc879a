// Plan → cursors, a tree a segment.
#ifndef ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_
#define ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "query/matching/boolean_cursors.h"
#include "query/matching/cursor.h"
#include "query/matching/plan.h"
#include "query/matching/position_cursor.h"
#include "query/matching/posting_list.h"
#include "query/matching/search_context.h"
#include "query/matching/word_cursor.h"
#include "query/matching/word_scorer.h"

namespace archive {

// Lives: no longer than plan and context.  Threads: none.
class CursorMaker {
 public:
  CursorMaker(const Plan& plan, const SearchContext& context);

  // The matching articles of a segment; holes and removed articles may be among
  // them.  The cursor must not outlive this.  What Xapian throws passes
  // through.
  CursorPtr Make(const PlanNode& node, std::size_t segment);

  // The article in which the words could stand in more ways than were tried;
  // nothing when all were looked at to the end.
  const std::optional<ArticlePlace>& gave_up_at() const {
    return budget_.gave_up_at;
  }

 private:
  struct Parts;
  struct Operand;
  std::optional<CursorPtr> JoinWords(const std::vector<Operand>& operands,
                                     JoinedBy joined,
                                     WordConditions& conditions,
                                     std::size_t segment);
  void AddPart(const PlanNode& node, int times, std::size_t segment,
               Parts& parts);
  CursorPtr Join(Parts parts, std::size_t segment);
  CursorPtr MakeOr(const PlanNode& node, std::size_t segment);
  CursorPtr MakeOneWord(const PlanNode& node, std::size_t segment);
  CursorPtr MakePositions(const PlanNode& node, std::size_t segment);
  std::vector<PostingList> ListsOf(const PlanNode& word,
                                   std::size_t segment) const;
  WordScorer ScorerOf(const PlanNode& word, int times,
                      std::size_t segment) const;

  const Plan& plan_;
  const SearchContext& context_;
  PlacementBudget budget_;
  std::shared_ptr<PositionMatcher> matcher_;  // of the segment in hand
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_
