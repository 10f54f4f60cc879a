// Plan → cursors, a tree a segment.
#ifndef ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_
#define ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_

#include <cstddef>
#include <optional>

#include "query/matching/boolean_cursors.h"
#include "query/matching/cursor.h"
#include "query/matching/plan.h"
#include "query/matching/search_context.h"

namespace archive {

struct ArticlePlace {
  std::size_t segment = 0;  // its place in the index's segments
  DocId doc = 0;
};

// Lives: no longer than plan and context.  Threads: none.
class CursorMaker {
 public:
  CursorMaker(const Plan& plan, const SearchContext& context)
      : plan_(plan), context_(context) {}

  // The matching articles of a segment; holes and removed articles may be among
  // them.  The cursor must not outlive this.  What Xapian throws passes
  // through.
  CursorPtr Make(const PlanNode& node, std::size_t segment);

  // The article in which the words could stand in more ways than were tried;
  // nothing when all were looked at to the end.
  const std::optional<ArticlePlace>& gave_up_at() const { return gave_up_at_; }

 private:
  struct Parts;
  void AddPart(const PlanNode& node, std::size_t segment, Parts& parts);
  CursorPtr Join(Parts parts, std::size_t segment);
  DocTest MakePositionTest(const PositionQuestion& question,
                           std::size_t segment);
  CursorPtr MakeTermsCursor(const PlanNode& node, std::size_t segment);

  const Plan& plan_;
  const SearchContext& context_;
  std::optional<ArticlePlace> gave_up_at_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_PLAN_CURSORS_H_
