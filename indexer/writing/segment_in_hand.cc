#include "indexer/writing/segment_in_hand.h"

#include <algorithm>
#include <utility>

#include "common/failpoint.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/writing/dictionary_sample.h"
#include "indexer/writing/part_size.h"

namespace archive {
namespace {

// So many articles begin a part: enough for it to train a dictionary.
constexpr std::size_t kLeastHanded = kLeastSample;

}  // namespace

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
  // A file that turns out to be in the making is dropped more easily while
  // nobody has its articles.
  if (held_.size() >= kLeastHanded) HandOver();
  held_before_ = held_.size();
  held_bytes_before_ = held_bytes_;
  is_file_handed_ = false;
}

void SegmentInHand::Take(Article article, Arrival arrival) {
  // A large archive is several segments; they are published with its row.
  if (completed_ && IsFull()) {
    completed_ = Complete();
    holds_segments_ = !options_.fresh;
  }
  const std::uint64_t bytes = TextBytes(article);
  const std::uint64_t bytes_of_file = article.bytes.end;
  held_.push_back({std::move(article), std::move(arrival)});
  held_bytes_ += bytes;
  bytes_ += bytes;
  ++taken_;
  const bool goes_on = is_file_handed_ && handed_ != 0;
  if (goes_on || held_.size() - held_before_ >= kLeastHanded) HandOver();
  if (IsPartFull(ExpectedBehind(bytes_of_file))) EndPart();
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

bool SegmentInHand::IsPartFull(std::uint64_t expected) const {
  const std::uint64_t articles = handed_ + held_.size();
  return articles >= options_.part_articles ||
         handed_bytes_ + held_bytes_ >= memory_.part_bytes ||
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
  if (!is_file_handed_) {
    bytes_ -= held_bytes_ - held_bytes_before_;
    held_bytes_ = held_bytes_before_;
    held_.erase(held_.begin() + static_cast<std::ptrdiff_t>(held_before_),
                held_.end());
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

void SegmentInHand::HandOver() {
  if (held_.empty()) return;
  is_file_handed_ = true;
  const bool begins = handed_ == 0;
  handed_ += held_.size();
  handed_bytes_ += std::exchange(held_bytes_, 0);
  held_before_ = 0;
  held_bytes_before_ = 0;
  if (begins) {
    part_paths_.push_back(writer_.NewWorkPath());
    parts_.BeginPart(part_paths_.back(), std::exchange(held_, {}));
  } else {
    parts_.Add(std::exchange(held_, {}));
  }
}

void SegmentInHand::EndPart() {
  HandOver();
  parts_.EndPart();
  handed_ = 0;
  handed_bytes_ = 0;
}

Status SegmentInHand::Complete() {
  EndPart();
  RETURN_IF_ERROR(parts_.Finish());
  Failpoint("parts-written");
  if (part_paths_.empty()) return Ok();
  RETURN_IF_ERROR(writer_.AddParts(part_paths_));
  part_paths_.clear();
  bytes_ = 0;
  return Ok();
}

}  // namespace archive
