// Counts of values → the table of a facet.
#ifndef ARCHIVE_QUERY_OUTPUT_FACET_TABLE_H_
#define ARCHIVE_QUERY_OUTPUT_FACET_TABLE_H_

#include <cstddef>
#include <string>

#include "query/matching/collector.h"
#include "query/output/result_page.h"

namespace archive {

struct FacetChoice {
  std::size_t limit = 20;  // kNoLimit: every value
  // Only values that have this in their name; case and accents are no matter.
  std::string filter = {};
  std::string compared_query = {};  // of the second counts
};

// Columns: value, articles, look_inside.
Table MakeFacetTable(const FacetCounts& counts, const FacetChoice& choice,
                     const Envelope& envelope);

// Of two queries, what both have most of first; columns: value, articles,
// compared, look_inside.
Table MakeFacetTable(const FacetCounts& counts, const FacetCounts& compared,
                     const FacetChoice& choice, const Envelope& envelope);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_FACET_TABLE_H_
