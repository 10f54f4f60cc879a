// Plan → cursors, a tree a segment.
#ifndef ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_
#define ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_

#include <cstddef>
#include <memory>
#include <optional>

#include "query/matching/boolean_cursors.h"
#include "query/matching/cursor.h"
#include "query/matching/plan.h"
#include "query/matching/position_cursor.h"
#include "query/matching/search_context.h"

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
  void AddPart(const PlanNode& node, int times, std::size_t segment,
               Parts& parts);
  CursorPtr Join(Parts parts, std::size_t segment);
  CursorPtr MakeOr(const PlanNode& node, std::size_t segment);
  CursorPtr MakeWordCursor(const PlanNode& node, std::size_t segment);
  CursorPtr MakePositions(const PlanNode& node, std::size_t segment);
  CursorPtr MakeTermsCursor(const PlanNode& node, std::size_t segment);

  const Plan& plan_;
  const SearchContext& context_;
  PlacementBudget budget_;
  std::shared_ptr<PositionMatcher> matcher_;  // of the segment in hand
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_
