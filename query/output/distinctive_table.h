// What a result has more of than the archive → the table of --distinctive.
#ifndef ARCHIVE_QUERY_OUTPUT_DISTINCTIVE_TABLE_H_
#define ARCHIVE_QUERY_OUTPUT_DISTINCTIVE_TABLE_H_

#include <string_view>
#include <vector>

#include "query/matching/distinctive.h"
#include "query/output/result_page.h"

namespace archive {

// Columns: value, articles, share, all_articles, all_share, g2, look_inside.
// `field` is the name of a field, or "word".  Shares run from 0 to 1: of the
// articles found, and of all of the archive.
Table MakeDistinctiveTable(const std::vector<DistinctiveValue>& values,
                           const ArticleTotals& totals, std::string_view field,
                           const Envelope& envelope);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_DISTINCTIVE_TABLE_H_
