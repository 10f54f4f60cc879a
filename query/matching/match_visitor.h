// What looks at every article found, in the walk that counts them.
//
// To add an answer that needs all matches (a timeline, a count by source): a
// class that takes them one by one, given to SearchRequest::visitors.
#ifndef ARCHIVE_QUERY_MATCHING_MATCH_VISITOR_H_
#define ARCHIVE_QUERY_MATCHING_MATCH_VISITOR_H_

#include <cstddef>

#include "common/index/token_stream.h"

namespace archive {

// Threads: none.
class MatchVisitor {
 public:
  MatchVisitor() = default;
  MatchVisitor(const MatchVisitor&) = delete;
  MatchVisitor& operator=(const MatchVisitor&) = delete;
  virtual ~MatchVisitor() = default;

  // A live article; segments come in their order, and docids rise in each.
  virtual void Take(std::size_t segment, DocId doc) = 0;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_MATCH_VISITOR_H_
