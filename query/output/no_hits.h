// What to say when nothing was found: how many articles each part of the query
// has, what a word may have been meant to be, what finds something.
#ifndef ARCHIVE_QUERY_OUTPUT_NO_HITS_H_
#define ARCHIVE_QUERY_OUTPUT_NO_HITS_H_

#include <string>
#include <string_view>

#include "common/index/open_index.h"
#include "common/result.h"
#include "query/language/ast.h"
#include "query/matching/searcher.h"

namespace archive {

// Lines for the error stream.  `tree` is resolved and found nothing.  Fails:
// kIo, kIndexDamaged.
Result<std::string> AdviceWhenNothingIsFound(Searcher& searcher,
                                             const OpenIndex& index,
                                             std::string_view query,
                                             const Node& tree);

// A part of the query as it was typed, for the screen; what it was read as
// where that cannot be told.
std::string TextOfPart(std::string_view query, const Node& part);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_NO_HITS_H_
