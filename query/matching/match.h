// An article found.
#ifndef ARCHIVE_QUERY_MATCHING_MATCH_H_
#define ARCHIVE_QUERY_MATCHING_MATCH_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/index/open_index.h"
#include "common/result.h"

namespace archive {

struct Match {
  std::size_t segment = 0;  // its place in the index's segments
  DocId doc = 0;
  double score = 0;  // compared as a float
};

// The article with this id, if there is one.  Fails: kIo, kIndexDamaged.
Result<std::optional<Match>> FindArticle(const OpenIndex& index,
                                         std::string_view id);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_MATCH_H_
