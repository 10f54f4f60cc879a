#include "indexer/writing/part_feed.h"

#include <iterator>
#include <utility>

namespace archive {

void PartFeed::Add(std::deque<ArrivedArticle> articles) {
  {
    const std::lock_guard lock(mutex_);
    articles_.insert(articles_.end(), std::make_move_iterator(articles.begin()),
                     std::make_move_iterator(articles.end()));
  }
  changed_.notify_one();
}

void PartFeed::Close() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
  }
  changed_.notify_one();
}

std::optional<ArrivedArticle> PartFeed::Take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return is_closed_ || !articles_.empty(); });
  if (articles_.empty()) return std::nullopt;
  std::optional<ArrivedArticle> next = std::move(articles_.front());
  articles_.pop_front();
  return next;
}

}  // namespace archive
