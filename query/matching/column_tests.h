// Conditions on columns: dates and numbers.
#ifndef ARCHIVE_QUERY_MATCHING_COLUMN_TESTS_H_
#define ARCHIVE_QUERY_MATCHING_COLUMN_TESTS_H_

#include "common/index/columns.h"
#include "query/language/ast.h"
#include "query/matching/boolean_cursors.h"

namespace archive {

// The test that a DateRange, DayOfYear or NumberRange stands for.  Columns and
// node must outlive it.  REQUIRES: `node` is resolved and of one of the three.
DocTest MakeColumnTest(const Node& node, const Columns& columns);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_COLUMN_TESTS_H_
