#include "indexer/writing/segment_in_hand.h"

#include <algorithm>
#include <utility>

#include "common/failpoint.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/writing/part_size.h"

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
  const std::uint64_t bytes_of_file = article.bytes.end;
  batch_.articles.push_back({std::move(article), std::move(arrival)});
  batch_bytes_ += bytes;
  bytes_ += bytes;
  ++taken_;
  if (IsBatchComplete(ExpectedBehind(bytes_of_file))) SubmitBatch();
}

// As many a byte as there were so far.  Where the article ends is known of most
// files that hold many; of a packed one it may be behind the end.
std::uint64_t SegmentInHand::ExpectedBehind(std::uint64_t bytes_of_file) const {
  const std::uint64_t read =
      place_.before + std::min(bytes_of_file, place_.file);
  if (read == 0 || read >= place_.total) return 0;
  return static_cast<std::uint64_t>(static_cast<double>(taken_) *
                                    static_cast<double>(place_.total - read) /
                                    static_cast<double>(read));
}

bool SegmentInHand::IsBatchComplete(std::uint64_t expected) const {
  const std::size_t articles = batch_.articles.size();
  return articles >= options_.part_articles ||
         batch_bytes_ >= memory_.part_bytes ||
         IsPartComplete({.threads = options_.threads,
                         .gathered = articles,
                         .taken = taken_,
                         .expected = expected});
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
