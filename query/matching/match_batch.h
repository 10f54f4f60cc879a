// Matching articles by the hundred: what a cursor hands to the collector, so
// that an article costs no calls of its own where nothing is asked of it.
#ifndef ARCHIVE_QUERY_MATCHING_MATCH_BATCH_H_
#define ARCHIVE_QUERY_MATCHING_MATCH_BATCH_H_

#include <array>
#include <cstddef>
#include <vector>

#include "common/index/segment.h"
#include "common/index/token_stream.h"
#include "query/matching/article_selection.h"

namespace archive {

// Which articles of a segment may be found at all.
// Lives: no longer than what it is made from.
class ShownArticles {
 public:
  // `hidden` and `selection` may be nullptr: nothing is hidden, all are
  // selected.
  ShownArticles(const Segment& segment, std::size_t number,
                const std::vector<bool>* hidden,
                const ArticleSelection* selection)
      : segment_(segment),
        number_(number),
        hidden_(hidden),
        selection_(selection),
        is_all_(segment.live_count() == segment.last_doc() &&
                hidden == nullptr && selection == nullptr) {}

  bool Holds(DocId doc) const {
    if (is_all_) return doc <= segment_.last_doc();
    return segment_.IsLive(doc) && (hidden_ == nullptr || !(*hidden_)[doc]) &&
           (selection_ == nullptr || selection_->Holds(number_, doc));
  }

 private:
  const Segment& segment_;
  std::size_t number_;
  const std::vector<bool>* hidden_;
  const ArticleSelection* selection_;
  bool is_all_;
};

// Filled from the front.  REQUIRES: limit <= kMost.
struct MatchBatch {
  static constexpr std::size_t kMost = 256;

  std::size_t size = 0;
  std::size_t limit = kMost;  // so many are wanted
  std::array<DocId, kMost> docs;
  std::array<double, kMost> scores;

  bool IsFull() const { return size >= limit; }
  void Add(DocId doc, double score) {
    docs[size] = doc;
    scores[size] = score;
    ++size;
  }
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_MATCH_BATCH_H_
