// What else is to be seen of a query than its list of articles: plain data,
// made by cli_views.h, used by views.h.
#ifndef ARCHIVE_QUERY_VIEW_OPTIONS_H_
#define ARCHIVE_QUERY_VIEW_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "common/index/schema.h"
#include "query/matching/timeline.h"
#include "query/output/concordance.h"
#include "query/output/timeline_table.h"

namespace archive {

struct TimelineRequest {
  std::optional<TimelineUnit> unit;  // nothing: what fits the span
  TimelineMeasure measure = TimelineMeasure::kArticles;
  BarLength length = BarLength::kCount;
  TalliedDates dates = TalliedDates::kPublication;
};

enum class CoverageWish : std::uint8_t { kNone, kShown };

struct DistinctiveRequest {
  std::optional<FieldId> field;  // nothing: words of the text
};

struct ViewOptions {
  std::optional<TimelineRequest> timeline;
  std::optional<LineOrder> lines;  // every hit in its line, not articles
  // By source and month, gaps told.
  CoverageWish coverage = CoverageWish::kNone;
  // What the result has more of than the archive.
  std::optional<DistinctiveRequest> distinctive;
  std::string similar_to;    // id of an article; empty: none
  std::string facet_filter;  // a part of the names of values; empty: all
  std::string compare;       // a second query; empty: none

  // Whether tables are shown of all that is found, and articles only if asked
  // for.
  bool HoldsTables() const {
    return timeline || distinctive || coverage == CoverageWish::kShown;
  }
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_VIEW_OPTIONS_H_
