// The other versions of an article, as the index has linked them
// (common/index/visibility.h).
#ifndef ARCHIVE_QUERY_MATCHING_VERSIONS_H_
#define ARCHIVE_QUERY_MATCHING_VERSIONS_H_

#include <cstddef>
#include <vector>

#include "common/index/open_index.h"
#include "query/matching/match.h"

namespace archive {

// All versions that the index holds, the oldest first, the article itself among
// them; it alone when there is no other.
std::vector<Match> VersionsOf(const OpenIndex& index, const Match& article);

std::size_t CountOtherVersions(const OpenIndex& index, const Match& article);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_VERSIONS_H_
