#include "indexer/writing/part_writers.h"

#include <utility>

#include "indexer/writing/segment_writer.h"

namespace archive {
namespace {

Status WriteBatch(Batch batch, TextTools& tools) {
  WordTable table;
  ASSIGN_OR_RETURN(SegmentPartWriter part,
                   SegmentPartWriter::Open(batch.directory, table));
  std::vector<AnalysedArticle> analysed;
  while (!batch.articles.empty()) {
    ArrivedArticle& arrived = batch.articles.front();
    analysed.push_back(AnalyseArticle(std::move(arrived.article),
                                      arrived.arrival, tools, table));
    batch.articles.pop_front();
    if (analysed.size() < kArticlesAtOnce && !batch.articles.empty()) continue;
    RETURN_IF_ERROR(part.Add(analysed));
    analysed.clear();
  }
  return part.Close();
}

}  // namespace

PartWriters::PartWriters(unsigned threads,
                         std::function<const EntityModel*()> entities,
                         NameSources name_sources)
    : entities_(std::move(entities)),
      name_sources_(name_sources),
      capacity_(threads) {}

void PartWriters::StartThreads() {
  const EntityModel* const entities = entities_ ? entities_() : nullptr;
  for (std::size_t i = 0; i < capacity_; ++i)
    threads_.emplace_back([this, entities] { Work(entities); });
}

PartWriters::~PartWriters() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    queue_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void PartWriters::Submit(Batch batch) {
  if (threads_.empty()) StartThreads();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return queue_.size() < capacity_; });
  queue_.push_back(std::move(batch));
  ++unfinished_;
  changed_.notify_all();
}

Status PartWriters::Finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return unfinished_ == 0; });
  return outcome_;
}

void PartWriters::Work(const EntityModel* entities) {
  TextTools tools(entities, name_sources_);
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closing_ || !queue_.empty(); });
    if (queue_.empty()) return;
    Batch batch = std::move(queue_.front());
    queue_.pop_front();
    changed_.notify_all();
    lock.unlock();
    Status written = WriteBatch(std::move(batch), tools);
    lock.lock();
    if (!written && outcome_) outcome_ = std::move(written);
    --unfinished_;
    changed_.notify_all();
  }
}

}  // namespace archive
