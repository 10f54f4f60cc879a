// AND, OR, NOT, conditions on columns, and lists of articles.
#ifndef ARCHIVE_QUERY_MATCHING_BOOLEAN_CURSORS_H_
#define ARCHIVE_QUERY_MATCHING_BOOLEAN_CURSORS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "query/matching/cursor.h"

namespace archive {

// A condition that is cheap to test for an article in hand and dear to search
// for: a date, a number.  Tested in rising order of docids, only where all
// cursors beside it stand.
using DocTest = std::function<bool(DocId)>;

// Every docid from 1 to last_doc; whoever collects leaves out the holes.
CursorPtr MakeAllCursor(DocId last_doc);

// The docids given.  REQUIRES: they rise.
CursorPtr MakeDocsCursor(std::vector<DocId> docs);

// Articles of all `cursors` for which all `tests` hold.  Scores are summed in
// the order given.  REQUIRES: at least one cursor.
CursorPtr MakeAndCursor(std::vector<CursorPtr> cursors,
                        std::vector<DocTest> tests);

// Articles of any of `cursors`; scores of those that have it are summed in the
// order given.
CursorPtr MakeOrCursor(std::vector<CursorPtr> cursors);

// The same articles, which earn what they earn `times` times.
CursorPtr MakeRepeatedCursor(CursorPtr cursor, int times);

// True for articles that `cursor` does not have.  Owns the cursor.
DocTest MakeAbsenceTest(CursorPtr cursor);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_BOOLEAN_CURSORS_H_
