// The articles of a segment in the order of their days: where few articles
// were published in a range of days, these are looked up instead of walking
// the words that are asked for beside it.
#ifndef ARCHIVE_QUERY_MATCHING_DAY_ORDER_H_
#define ARCHIVE_QUERY_MATCHING_DAY_ORDER_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "common/dates/day.h"
#include "common/index/columns.h"

namespace archive {

// Takes four bytes an article, and a few nanoseconds to make.
// Lives: no longer than the columns.  Threads: const methods any.
class DayOrder {
 public:
  explicit DayOrder(const Columns& columns);

  // Articles that may have been published on one of these days, by docid: all
  // that are not known to the day are among them.  Nothing when there are more
  // than `most`.
  std::optional<std::vector<DocId>> DocsOf(const DayRange& days,
                                           std::size_t most) const;

 private:
  const Columns& columns_;
  std::vector<DocId> exact_;   // by day, then by docid
  std::vector<DocId> coarse_;  // known to a month or a year
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_DAY_ORDER_H_
