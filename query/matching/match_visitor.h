// What looks at every article found, in the walk that counts them.
//
// To add an answer that needs all matches (a timeline, a count by source): a
// class that takes them one by one, given to SearchRequest::visitors.
#ifndef ARCHIVE_QUERY_MATCHING_MATCH_VISITOR_H_
#define ARCHIVE_QUERY_MATCHING_MATCH_VISITOR_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "common/dates/day.h"
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
  // Several of one segment, rising; overridden where that is quicker.
  virtual void TakeAll(std::size_t segment, std::span<const DocId> docs) {
    for (const DocId doc : docs) Take(segment, doc);
  }

  // Whether it is enough to know how many articles were published each day:
  // then a server can count them, and TakeDay is called instead.  No day:
  // undated.
  virtual bool TakesDays() const { return false; }
  virtual void TakeDay(std::optional<Day> /*day*/, std::uint64_t /*articles*/) {
  }
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_MATCH_VISITOR_H_
