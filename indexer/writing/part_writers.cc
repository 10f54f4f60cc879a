#include "indexer/writing/part_writers.h"

#include <chrono>
#include <optional>
#include <utility>

#include "indexer/writing/dictionary_sample.h"
#include "indexer/writing/segment_writer.h"

namespace archive {
namespace {

// So many analysed articles are held while the dictionary is being made.
constexpr std::size_t kMostHeld = 4 * kArticlesAtOnce;

}  // namespace

void TrainingTurn::End(DictionaryPtr dictionary) {
  if (!has_ended_) promise_.set_value(std::move(dictionary));
  has_ended_ = true;
}

class PartWriters::PartWriter {
 public:
  PartWriter(Task task, TextTools& tools)
      : task_(std::move(task)), tools_(tools) {}

  Status Run() {
    ASSIGN_OR_RETURN(SegmentPartWriter part,
                     SegmentPartWriter::Open(task_.directory, table_));
    while (std::optional<ArrivedArticle> arrived = task_.feed->Take()) {
      analysed_.push_back(AnalyseArticle(std::move(arrived->article),
                                         arrived->arrival, tools_, table_));
      if (task_.training) Sample();
      if (!IsBetterHeld()) RETURN_IF_ERROR(WriteAnalysed(part));
    }
    if (task_.training) Train();
    RETURN_IF_ERROR(WriteAnalysed(part));
    return part.Close();
  }

 private:
  void Sample() {
    sample_.Add(analysed_.back().record);
    if (sample_.IsFull()) Train();
  }

  void Train() {
    task_.training->End(sample_.Train());
    task_.training.reset();
  }

  bool IsBetterHeld() const {
    if (task_.training) return true;
    return analysed_.size() < kArticlesAtOnce ||
           (analysed_.size() < kMostHeld && !IsPackingKnown());
  }

  bool IsPackingKnown() const {
    return !task_.dictionary.valid() ||
           task_.dictionary.wait_for(std::chrono::seconds(0)) ==
               std::future_status::ready;
  }

  Status WriteAnalysed(SegmentPartWriter& part) {
    if (analysed_.empty()) return Ok();
    if (!is_packing_set_ && task_.dictionary.valid())
      part.PackWith(task_.dictionary.get());
    is_packing_set_ = true;
    RETURN_IF_ERROR(part.Add(analysed_));
    analysed_.clear();
    return Ok();
  }

  Task task_;
  TextTools& tools_;
  WordTable table_;
  DictionarySample sample_;
  std::vector<AnalysedArticle> analysed_;
  bool is_packing_set_ = false;
};

PartWriters::PartWriters(unsigned threads,
                         std::function<const EntityModel*()> entities,
                         NameSources name_sources, DictionaryPtr dictionary)
    : entities_(std::move(entities)),
      name_sources_(name_sources),
      capacity_(threads) {
  if (!dictionary) return;
  TrainingTurn known;
  known.End(std::move(dictionary));
  dictionary_ = known.outcome();
}

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
  EndPart();
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void PartWriters::BeginPart(std::string directory,
                            std::deque<ArrivedArticle> articles) {
  if (threads_.empty()) StartThreads();
  Task task = {.directory = std::move(directory),
               .feed = {},
               .training = {},
               .dictionary = {}};
  if (!dictionary_.valid() && articles.size() >= kLeastSample) {
    task.training = std::make_unique<TrainingTurn>();
    dictionary_ = task.training->outcome();
  }
  task.dictionary = dictionary_;
  feed_ = std::make_shared<PartFeed>(std::move(articles));
  task.feed = feed_;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return queue_.size() < capacity_; });
  queue_.push_back(std::move(task));
  ++unfinished_;
  changed_.notify_all();
}

void PartWriters::EndPart() {
  if (feed_) feed_->Close();
  feed_.reset();
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
    Task task = std::move(queue_.front());
    queue_.pop_front();
    changed_.notify_all();
    lock.unlock();
    Status written = PartWriter(std::move(task), tools).Run();
    lock.lock();
    if (!written && outcome_) outcome_ = std::move(written);
    --unfinished_;
    changed_.notify_all();
  }
}

}  // namespace archive
