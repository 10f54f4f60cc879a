// Articles by source and month → the table of --coverage.
#ifndef ARCHIVE_QUERY_OUTPUT_COVERAGE_TABLE_H_
#define ARCHIVE_QUERY_OUTPUT_COVERAGE_TABLE_H_

#include <vector>

#include "query/matching/coverage.h"
#include "query/output/result_page.h"

namespace archive {

// Columns: source, period, articles, look_inside.  A period is a month with
// articles (1987-02); the months between two of them that have none, with 0
// articles (1987-05, or 1987-05..1987-07); a year, of which no more is known;
// or empty, for articles without a date.  So the rows of a source sum up to its
// articles.
Table MakeCoverageTable(const std::vector<SourceCoverage>& sources,
                        const Envelope& envelope);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_COVERAGE_TABLE_H_
