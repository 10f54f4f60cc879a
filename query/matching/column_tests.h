// Conditions on columns: dates, numbers, and what values count as.
#ifndef ARCHIVE_QUERY_MATCHING_COLUMN_TESTS_H_
#define ARCHIVE_QUERY_MATCHING_COLUMN_TESTS_H_

#include <cstddef>

#include "common/index/open_index.h"
#include "query/language/ast.h"
#include "query/matching/boolean_cursors.h"
#include "query/matching/day_zones.h"
#include "query/matching/word_cursor.h"

namespace archive {

// The test that a DateRange, DayOfYear, NumberRange, WholeValue, Presence or,
// in a field of names, WordLeaf stands for in one segment.  Index and node must
// outlive it.  REQUIRES: `node` is resolved and of one of these.
DocTest MakeColumnTest(const Node& node, const OpenIndex& index,
                       std::size_t segment);

// Adds the test, and what the days of the segment say beside it (nullptr:
// nothing).  All must outlive the conditions.
void AddColumnTest(const Node& node, const OpenIndex& index,
                   std::size_t segment, DaysOfSegment* days,
                   WordConditions& conditions);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_COLUMN_TESTS_H_
