// Articles → parts of a segment, on all cores.
#ifndef ARCHIVE_INDEXER_WRITING_PART_WRITERS_H_
#define ARCHIVE_INDEXER_WRITING_PART_WRITERS_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "common/index/packed_record.h"
#include "common/result.h"
#include "indexer/analysis/article_analyser.h"
#include "indexer/writing/part_feed.h"

namespace archive {

// Training a dictionary: the turn of one part, for which the others wait.
// Without a dictionary when it ends unfinished.
// Threads: one.
class TrainingTurn {
 public:
  TrainingTurn() = default;
  ~TrainingTurn() { End(nullptr); }
  TrainingTurn(const TrainingTurn&) = delete;
  TrainingTurn& operator=(const TrainingTurn&) = delete;

  std::shared_future<DictionaryPtr> outcome() const { return outcome_; }
  // Later calls change nothing.
  void End(DictionaryPtr dictionary);

 private:
  std::promise<DictionaryPtr> promise_;
  std::shared_future<DictionaryPtr> outcome_ = promise_.get_future().share();
  bool has_ended_ = false;
};

// Owns: its threads, until destruction.
// Threads: every call from the thread that made it; the workers share nothing
//   but the queue, each has its own analyser.
class PartWriters {
 public:
  // `entities`: asked at the first part for what names are found with, if
  // anything, which must live as long as this.  `dictionary`: with what records
  // are packed; nullptr: what the first part that begins with enough articles
  // for one gives, for itself and those behind it.
  PartWriters(unsigned threads, std::function<const EntityModel*()> entities,
              NameSources name_sources, DictionaryPtr dictionary);
  ~PartWriters();
  PartWriters(const PartWriters&) = delete;
  PartWriters& operator=(const PartWriters&) = delete;

  // A part in `directory` begins with these articles, and is written while the
  // rest of it comes.  Waits while the queue is full, so that memory stays
  // bounded.  REQUIRES: the part before has ended.
  void BeginPart(std::string directory, std::deque<ArrivedArticle> articles);
  // More for the part that was begun last.
  void Add(std::deque<ArrivedArticle> articles) {
    feed_->Add(std::move(articles));
  }
  void EndPart();

  // Waits until all parts, which have ended, are written.  Fails with the first
  // error of any part.
  Status Finish();

 private:
  // A part, and how its records are packed.
  struct Task {
    std::string directory;
    std::shared_ptr<PartFeed> feed;
    std::unique_ptr<TrainingTurn> training;  // whether it is this part's turn
    std::shared_future<DictionaryPtr> dictionary;
  };
  class PartWriter;

  void StartThreads();
  void Work(const EntityModel* entities);

  std::function<const EntityModel*()> entities_;
  NameSources name_sources_;
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_future<DictionaryPtr> dictionary_;  // invalid: none yet
  std::shared_ptr<PartFeed> feed_;  // of the part begun last; nullptr: ended
  std::deque<Task> queue_;
  std::size_t unfinished_ = 0;
  bool closing_ = false;
  Status outcome_ = Ok();
  std::vector<std::thread> threads_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_PART_WRITERS_H_
