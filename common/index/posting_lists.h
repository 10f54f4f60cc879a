// The posting lists of common words, packed to be walked quickly: the
// `postings` file of a segment.
//
// It says nothing that the database does not say: of each common word of title,
// body and captions (LeastPostings()) the articles that have it, and how often
// each has it.  Walking it takes a fifth of the time that Xapian's lists take,
// and tests of where a list goes on need no decoding.
//
//     LBLK u32#  by code: the first block of the word's list; one number more.
//                A word without a list here has no block, nor have codes
//                behind these
//     LCNT u32#  by code: how many postings the list has
//     LAST u32#  by block: the docid of its last posting
//     BBEG u64#  by block: where it begins in BITS
//     DWID u8#   by block: bits of a distance
//     OWID u8#   by block: bits of a number of occurrences
//     BITS u32*  the blocks
//
// where # is behind packed numbers (packed_numbers.h) and * behind plain ones.
// A block holds 128 postings, the last one of a list those that are left:
//
//     block  = group* group*        distances, then occurrences
//     group  = 32 numbers of `width` bits, the first in the lowest bits of the
//              first number of BITS; the last group is filled up with zeros
//
// A distance is that from the docid before (from 0 at the beginning of a list),
// less one; of occurrences, too, one less is stored.
#ifndef ARCHIVE_COMMON_INDEX_POSTING_LISTS_H_
#define ARCHIVE_COMMON_INDEX_POSTING_LISTS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "common/index/packed_numbers.h"
#include "common/index/section_file.h"
#include "common/index/token_stream.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kPostingsKind = {"POST", 1, 1};

// Every word that so many articles have is here.  Where there are many
// articles, words of fewer are looked up in the database alone: their lists
// are short, and would make the file a third longer.
inline constexpr std::uint32_t kAlwaysPacked = 256;

// How many articles have a word that is packed, in a segment whose last article
// is `last_doc`: one in 64 of them, between 64 and kAlwaysPacked.  Words are as
// common in a small segment as in a large one, and an archive of many small
// ones opens a list in each.
constexpr std::uint32_t LeastPostings(DocId last_doc) {
  return std::clamp<std::uint32_t>(last_doc / 64, 64, kAlwaysPacked);
}

inline constexpr std::size_t kPostingsOfBlock = 128;

// The file, mapped in.  Threads: const methods any.
class PostingLists {
 public:
  // Fails: kIndexDamaged, kSchemaMismatch, kIo.
  static Result<PostingLists> Open(const std::string& path);

  // Whether the postings of the word with this code are here.
  bool Has(WordCode code) const { return BlocksOf(code) != 0; }
  // Articles that have the word; 0 where its list is not here.
  std::uint32_t CountOf(WordCode code) const {
    return Has(code) ? counts_[code] : 0;
  }

  const SectionFile& file() const { return file_; }

 private:
  friend class PackedPostings;

  std::size_t BlocksOf(WordCode code) const {
    if (std::size_t{code} + 1 >= first_blocks_.size()) return 0;
    const std::uint32_t begin = first_blocks_[code];
    const std::uint32_t end = first_blocks_[std::size_t{code} + 1];
    return begin < end && end <= last_docs_.size() ? end - begin : 0;
  }

  SectionFile file_;
  PackedNumbers<std::uint32_t> first_blocks_;
  PackedNumbers<std::uint32_t> counts_;
  PackedNumbers<DocId> last_docs_;
  PackedNumbers<std::uint64_t> begins_;
  PackedNumbers<std::uint8_t> distance_widths_;
  PackedNumbers<std::uint8_t> occurrence_widths_;
  std::span<const std::uint32_t> bits_;
};

// A list, walked.  Docids rise, whatever the bytes are; a list that is damaged
// ends where the damage begins.
// Lives: no longer than the lists.  Threads: none.
class PackedPostings {
 public:
  // Stands on the first posting.  REQUIRES: lists.Has(code).
  PackedPostings(const PostingLists& lists, WordCode code);

  bool AtEnd() const { return at_ == held_; }
  // REQUIRES of what follows: !AtEnd().
  DocId doc() const { return docs_[at_]; }
  std::uint32_t Occurrences() {
    if (!has_occurrences_) UnpackOccurrences();
    return occurrences_[at_];
  }
  void Next() {
    if (++at_ == held_) Load(block_ + 1);
  }
  // To the first posting that is not before `doc`; never back.
  void SkipTo(DocId doc);

  // Hands all postings before `end`, and stands behind them.
  template <typename Take>
  void TakeBefore(DocId end, const Take& take) {
    while (at_ != held_ && docs_[at_] < end) {
      if (!has_occurrences_) UnpackOccurrences();
      std::size_t at = at_;
      for (; at != held_ && docs_[at] < end; ++at)
        take(docs_[at], occurrences_[at]);
      at_ = at;
      if (at_ == held_) Load(block_ + 1);
    }
  }

 private:
  void Load(std::size_t block);
  bool Unpack(std::size_t block);
  void UnpackOccurrences();

  const PostingLists* lists_;
  std::size_t first_block_;
  std::size_t end_block_;
  std::uint32_t count_;
  std::size_t block_ = 0;
  std::size_t at_ = 0;
  std::size_t held_ = 0;  // postings of the block
  const std::uint32_t* packed_occurrences_ = nullptr;
  std::uint32_t occurrence_width_ = 0;
  bool has_occurrences_ = false;
  std::array<DocId, kPostingsOfBlock> docs_;
  std::array<std::uint32_t, kPostingsOfBlock> occurrences_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_POSTING_LISTS_H_
