// Which days the articles of a window of docids were published on: where no
// day of a range is among them, no article of the window need be looked at.
// Articles come to an archive about in the order of their days, so that a month
// leaves out most windows.
#ifndef ARCHIVE_QUERY_MATCHING_DAY_ZONES_H_
#define ARCHIVE_QUERY_MATCHING_DAY_ZONES_H_

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "common/dates/day.h"
#include "common/index/open_index.h"
#include "query/matching/day_order.h"
#include "query/matching/word_window.h"

namespace archive {

// Of one segment; each zone is found when it is first asked for, and kept.
// Lives: no longer than the columns.  Threads: none.
class DayZones {
 public:
  explicit DayZones(const Columns& columns)
      : columns_(columns), zones_(columns.last_doc() / kDocsOfWindow + 1) {}

  // Whether any article of the window that begins at `begin` may have been
  // published on one of these days.
  bool MayHold(DocId begin, const DayRange& days);

 private:
  struct Zone {
    bool is_known = false;
    bool is_dated = false;
    DayRange days;  // all that any of the articles may mean
  };
  Zone Find(DocId begin) const;

  const Columns& columns_;
  std::vector<Zone> zones_;
};

// What is known of the days of a segment besides its column.
struct DaysOfSegment {
  explicit DaysOfSegment(const Columns& columns) : zones(columns) {}

  DayZones zones;
  std::optional<DayOrder> order;  // for who asks more than once
};

// Of all segments.  Lives: no longer than the index.  Threads: none.
class DaysOfIndex {
 public:
  // To be asked once a search.  nullptr for what is fetched from another
  // machine: more may come.
  DaysOfSegment* Of(const OpenIndex& index, std::size_t segment);

 private:
  std::map<std::size_t, DaysOfSegment> by_segment_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_DAY_ZONES_H_
