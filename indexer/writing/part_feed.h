// The articles of one part on their way from the thread that reads them to the
// one that writes the part.
#ifndef ARCHIVE_INDEXER_WRITING_PART_FEED_H_
#define ARCHIVE_INDEXER_WRITING_PART_FEED_H_

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

#include "common/article.h"
#include "indexer/analysis/article_analyser.h"

namespace archive {

struct ArrivedArticle {
  Article article;
  Arrival arrival;
};

// Threads: one puts in, one takes out.
class PartFeed {
 public:
  explicit PartFeed(std::deque<ArrivedArticle> articles)
      : articles_(std::move(articles)) {}

  // REQUIRES: not closed.
  void Add(std::deque<ArrivedArticle> articles);
  // No more will come.  Later calls change nothing.
  void Close();

  // The next one in order; waits for it.  Nothing: there are no more.
  std::optional<ArrivedArticle> Take();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ArrivedArticle> articles_;
  bool is_closed_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_PART_FEED_H_
