// What every step of matching needs of an index, made once for a search.
#ifndef ARCHIVE_QUERY_MATCHING_SEARCH_CONTEXT_H_
#define ARCHIVE_QUERY_MATCHING_SEARCH_CONTEXT_H_

#include <deque>

#include "common/index/open_index.h"
#include "query/matching/day_zones.h"
#include "query/matching/posting_cursor.h"
#include "query/matching/score.h"

namespace archive {

class RemoteParts;

// Lives: no longer than the index.  Threads: none.
struct SearchContext {
  // Days are kept by whoever searches more than once.
  explicit SearchContext(const OpenIndex& opened,
                         RemoteParts* remote_parts = nullptr,
                         DaysOfIndex* known_days = nullptr)
      : index(opened),
        norm(opened.average_length()),
        distant(remote_parts),
        days(known_days) {
    for (const Segment& segment : opened.segments())
      languages.emplace_back(segment);
  }

  const OpenIndex& index;
  LengthNorm norm;
  std::deque<ArticleLanguages> languages;  // by segment
  RemoteParts* distant;  // counts what is not here; nullptr: all is
  DaysOfIndex* days;     // nullptr: none are known
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SEARCH_CONTEXT_H_
