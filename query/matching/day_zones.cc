#include "query/matching/day_zones.h"

#include <algorithm>

namespace archive {

bool DayZones::MayHold(DocId begin, const DayRange& days) {
  const std::size_t number = begin / kDocsOfWindow;
  if (number >= zones_.size()) return true;
  Zone& zone = zones_[number];
  if (!zone.is_known) zone = Find(begin);
  return zone.is_dated && zone.days.last >= days.first &&
         zone.days.first <= days.last;
}

DayZones::Zone DayZones::Find(DocId begin) const {
  Zone zone = {.is_known = true};
  const DocId end =
      std::min(columns_.last_doc() - begin, kDocsOfWindow - 1) + begin;
  for (DocId doc = begin; doc <= end; ++doc) {
    // What stands in holes is some article's day, and does no harm.
    const DayRange days = columns_.DaysOf(doc);
    if (days.first == kNoDay) continue;
    if (!zone.is_dated) zone.days = days;
    zone.is_dated = true;
    zone.days.first = std::min(zone.days.first, days.first);
    zone.days.last = std::max(zone.days.last, days.last);
  }
  return zone;
}

// One search alone is answered sooner without the order.
DaysOfSegment* DaysOfIndex::Of(const OpenIndex& index, std::size_t segment) {
  if (index.IsDistant(segment)) return nullptr;
  const Columns& columns = index.segments()[segment].columns();
  const auto [days, is_new] = by_segment_.try_emplace(segment, columns);
  DaysOfSegment& known = days->second;
  if (!is_new && !known.order) known.order.emplace(columns);
  return &known;
}

}  // namespace archive
