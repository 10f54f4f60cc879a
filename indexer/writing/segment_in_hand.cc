#include "indexer/writing/segment_in_hand.h"

#include <algorithm>
#include <utility>

#include "common/failpoint.h"
#include "indexer/readers/numbered_articles.h"

namespace archive {

SegmentInHand::SegmentInHand(const BuildOptions& options, IndexWriter& writer,
                             DictionaryPtr dictionary)
    : options_(options),
      memory_(PlanMemory(options.memory, std::max(1U, options.threads))),
      writer_(writer),
      parts_(std::max(1U, options.threads), options.entities,
             options.configuration.name_sources, std::move(dictionary)) {
  writer_.LimitMerges(memory_.merged_length);
}

void SegmentInHand::BeginFile() {
  articles_before_ = batch_.articles.size();
  batch_bytes_before_ = batch_bytes_;
  is_file_submitted_ = false;
}

void SegmentInHand::Take(Article article, Arrival arrival) {
  // A large archive is several segments; they are published with its row.
  if (completed_ && IsFull()) {
    completed_ = Complete();
    holds_segments_ = !options_.fresh;
  }
  const std::uint64_t bytes = TextBytes(article);
  batch_.articles.push_back({std::move(article), std::move(arrival)});
  batch_bytes_ += bytes;
  bytes_ += bytes;
  if (batch_.articles.size() >= options_.part_articles ||
      batch_bytes_ >= memory_.part_bytes)
    SubmitBatch();
}

Status SegmentInHand::EndFile() {
  return std::exchange(completed_, Ok());
}

Status SegmentInHand::DropFile(std::string_view file_id,
                               const std::vector<FormerArticle>& former) {
  if (!is_file_submitted_) {
    bytes_ -= batch_bytes_ - batch_bytes_before_;
    batch_bytes_ = batch_bytes_before_;
    batch_.articles.erase(
        batch_.articles.begin() + static_cast<std::ptrdiff_t>(articles_before_),
        batch_.articles.end());
  } else {
    // What lies in parts with articles of other files is taken out as a file
    // that has gone is.
    RETURN_IF_ERROR(Complete());
    ASSIGN_OR_RETURN(const auto dropped, writer_.RemoveArticlesOf(file_id));
    static_cast<void>(dropped);
  }
  writer_.PutBack(former);
  return Ok();
}

void SegmentInHand::SubmitBatch() {
  if (batch_.articles.empty()) return;
  is_file_submitted_ = true;
  batch_.directory = writer_.NewWorkPath();
  part_paths_.push_back(batch_.directory);
  parts_.Submit(std::exchange(batch_, {}));
  batch_bytes_ = 0;
}

Status SegmentInHand::Complete() {
  SubmitBatch();
  RETURN_IF_ERROR(parts_.Finish());
  Failpoint("parts-written");
  if (part_paths_.empty()) return Ok();
  RETURN_IF_ERROR(writer_.AddParts(part_paths_));
  part_paths_.clear();
  bytes_ = 0;
  return Ok();
}

}  // namespace archive
