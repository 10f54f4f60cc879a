// What an article said before its file was changed: which earlier texts its new
// record keeps.
//
// They lie in the record of the article, so that they are copied, merged,
// corrected, backed up and taken out with it, and cost nothing until it
// changes.
#ifndef ARCHIVE_INDEXER_WRITING_KEPT_VERSIONS_H_
#define ARCHIVE_INDEXER_WRITING_KEPT_VERSIONS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/dates/day.h"
#include "common/index/stored_record.h"
#include "common/index/withhold_list.h"

namespace archive {

// All earlier texts of an article together; the oldest go first.
inline constexpr std::size_t kMostKeptBytes = std::size_t{32} << 20;

// The earlier texts of `article` when it takes the place of what `former` says:
// those that it had, and its own when it is another one than the article's.
// `most` of them, the newest; 0 keeps no more, and drops none.
std::vector<KeptVersion> KeptVersionsFor(const Article& article,
                                         std::string_view former,
                                         std::size_t most, Instant now);

// Drops those that are withheld.  Whether there were any.
bool DropWithheld(const WithholdList& withheld, std::string_view id,
                  std::vector<KeptVersion>& kept);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_KEPT_VERSIONS_H_
