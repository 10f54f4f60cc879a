// Batches of articles → parts of a segment, on all cores.
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

#include "common/article.h"
#include "common/index/packed_record.h"
#include "common/result.h"
#include "indexer/analysis/article_analyser.h"

namespace archive {

struct ArrivedArticle {
  Article article;
  Arrival arrival;
};

// What becomes one part; which articles are together depends on their order
// alone, so an index does not depend on the number of threads.
struct Batch {
  std::deque<ArrivedArticle> articles;
  std::string directory;  // of the part
};

// Training a dictionary: the turn of one batch, for which the others wait.
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
  // `entities`: asked at the first Submit() for what names are found with, if
  // anything, which must live as long as this.  `dictionary`: with what records
  // are packed; nullptr: what the first batch with enough articles for one
  // gives, for itself and those behind it.
  PartWriters(unsigned threads, std::function<const EntityModel*()> entities,
              NameSources name_sources, DictionaryPtr dictionary);
  ~PartWriters();
  PartWriters(const PartWriters&) = delete;
  PartWriters& operator=(const PartWriters&) = delete;

  // Waits while the queue is full, so that memory stays bounded.
  void Submit(Batch batch);

  // Waits until all that was submitted is written.  Fails with the first error
  // of any part.
  Status Finish();

 private:
  // A batch, and how its records are packed.
  struct Task {
    Batch batch;
    std::unique_ptr<TrainingTurn> training;  // whether it is this batch's turn
    std::shared_future<DictionaryPtr> dictionary;
  };
  class BatchWriter;

  void StartThreads();
  void Work(const EntityModel* entities);

  std::function<const EntityModel*()> entities_;
  NameSources name_sources_;
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_future<DictionaryPtr> dictionary_;  // invalid: none yet
  std::deque<Task> queue_;
  std::size_t unfinished_ = 0;
  bool closing_ = false;
  Status outcome_ = Ok();
  std::vector<std::thread> threads_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_PART_WRITERS_H_
