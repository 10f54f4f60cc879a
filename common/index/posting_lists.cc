#include "common/index/posting_lists.h"

#include <algorithm>

#include "common/index/bit_groups.h"

namespace archive {
static_assert(kPostingsOfBlock % kNumbersOfGroup == 0);

Result<PostingLists> PostingLists::Open(const std::string& path) {
  PostingLists lists;
  SectionFile& file = lists.file_;
  ASSIGN_OR_RETURN(file, SectionFile::Open(path, kPostingsKind));
  ASSIGN_OR_RETURN(lists.first_blocks_,
                   file.Packed<std::uint32_t>(MakeTag("LBLK"), 1));
  const std::size_t codes = lists.first_blocks_.size() - 1;
  ASSIGN_OR_RETURN(lists.counts_,
                   file.Packed<std::uint32_t>(MakeTag("LCNT"), codes));
  ASSIGN_OR_RETURN(lists.last_docs_, file.Packed<DocId>(MakeTag("LAST")));
  const std::size_t blocks = lists.last_docs_.size();
  ASSIGN_OR_RETURN(lists.begins_,
                   file.Packed<std::uint64_t>(MakeTag("BBEG"), blocks));
  ASSIGN_OR_RETURN(lists.distance_widths_,
                   file.Packed<std::uint8_t>(MakeTag("DWID"), blocks));
  ASSIGN_OR_RETURN(lists.occurrence_widths_,
                   file.Packed<std::uint8_t>(MakeTag("OWID"), blocks));
  ASSIGN_OR_RETURN(lists.bits_, file.Array<std::uint32_t>(MakeTag("BITS")));
  RETURN_IF_ERROR(file.RefuseUnknown());
  return lists;
}

PackedPostings::PackedPostings(const PostingLists& lists, WordCode code)
    : lists_(&lists),
      first_block_(lists.first_blocks_[code]),
      end_block_(first_block_ + lists.BlocksOf(code)),
      count_(lists.counts_[code]) {
  Load(first_block_);
}

void PackedPostings::Load(std::size_t block) {
  block_ = block;
  at_ = 0;
  if (Unpack(block)) return;
  block_ = end_block_;
  held_ = 0;
}

// False at the end, and where the bytes make no sense.
bool PackedPostings::Unpack(std::size_t block) {
  if (block >= end_block_) return false;
  const std::size_t before = (block - first_block_) * kPostingsOfBlock;
  if (before >= count_) return false;
  const std::size_t held = std::min(kPostingsOfBlock, count_ - before);
  const std::size_t groups = GroupsOf(held);
  const std::uint32_t distance_width = lists_->distance_widths_[block];
  const std::uint32_t occurrence_width = lists_->occurrence_widths_[block];
  if (distance_width > kWidestOfGroup || occurrence_width > kWidestOfGroup)
    return false;
  const std::uint64_t begin = lists_->begins_[block];
  const std::size_t length = groups * (distance_width + occurrence_width);
  const std::size_t there = lists_->bits_.size();
  if (begin > there || length > there - begin) return false;
  const std::uint32_t* const packed = lists_->bits_.data() + begin;
  UnpackGroups(packed, distance_width, groups, docs_.data());
  std::uint64_t doc = block == first_block_ ? 0 : lists_->last_docs_[block - 1];
  for (std::size_t i = 0; i < held; ++i) {
    doc += std::uint64_t{docs_[i]} + 1;
    docs_[i] = static_cast<DocId>(doc);
  }
  // So none of them ran over, and the next block begins behind this one.
  if (doc != lists_->last_docs_[block]) return false;
  held_ = held;
  packed_occurrences_ = packed + groups * distance_width;
  occurrence_width_ = occurrence_width;
  has_occurrences_ = false;
  return true;
}

void PackedPostings::UnpackOccurrences() {
  UnpackGroups(packed_occurrences_, occurrence_width_, GroupsOf(held_),
               occurrences_.data());
  for (std::size_t i = 0; i < held_; ++i) ++occurrences_[i];
  has_occurrences_ = true;
}

void PackedPostings::SkipTo(DocId doc) {
  if (AtEnd() || docs_[at_] >= doc) return;
  if (docs_[held_ - 1] < doc) {
    // The block is looked for in steps that double, then between two of them.
    std::size_t low = block_ + 1;
    std::size_t step = 1;
    std::size_t high = low;
    while (high < end_block_ && lists_->last_docs_[high] < doc) {
      low = high + 1;
      high += step;
      step *= 2;
    }
    high = std::min(high, end_block_);
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (lists_->last_docs_[middle] < doc) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Load(low);
    if (AtEnd()) return;
  }
  const auto* const begin = docs_.data();
  at_ = static_cast<std::size_t>(
      std::lower_bound(begin + at_, begin + held_, doc) - begin);
}

}  // namespace archive
