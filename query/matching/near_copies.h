// Near-copies at query time: those of an article, and one article for all of
// them.  Which articles are copies is decided by the index
// (common/index/copies.h).
#ifndef ARCHIVE_QUERY_MATCHING_NEAR_COPIES_H_
#define ARCHIVE_QUERY_MATCHING_NEAR_COPIES_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "common/index/open_index.h"
#include "query/matching/match.h"

namespace archive {

// What `copies-of:` and `has:copies-of` ask for, and what a page counts when
// nothing is said.
inline constexpr CopyLevel kUsualCopyLevel = CopyLevel::kModerate;

// Docids in order, by segment.
using DocsBySegment = std::vector<std::vector<DocId>>;

// The other articles of its group.
DocsBySegment CopiesOf(const OpenIndex& index, CopyLevel level,
                       const Match& article);
// All articles that have copies.
DocsBySegment ArticlesWithCopies(const OpenIndex& index, CopyLevel level);
// How many copies an article has besides itself, hidden ones left out.
std::size_t CopyCountOf(const OpenIndex& index, CopyLevel level,
                        const Match& article);

// Of the articles found, those that stand for their groups: of each group the
// one that is the first in it, by publication.
// Threads: none.  Lives: no longer than the index.
class CopyFolder {
 public:
  CopyFolder(const OpenIndex& index, CopyLevel level)
      : index_(index), level_(level) {}

  // Whether the article has no copies; else it is kept for TakeLeads().
  bool StandsAlone(const Match& match);
  // One article a group, each with the score it was found with.
  std::vector<Match> TakeLeads() const;
  std::size_t group_count() const { return leads_.size(); }

 private:
  struct Lead {
    Match match;
    std::size_t rank = 0;  // in its group
  };

  const OpenIndex& index_;
  CopyLevel level_;
  // Every index has groups of its own.
  std::map<std::pair<const OpenPart*, Copies::Group>, Lead> leads_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_NEAR_COPIES_H_
