// Which segments are to become one: a pure function of their sizes.
#ifndef ARCHIVE_INDEXER_WRITING_MERGE_POLICY_H_
#define ARCHIVE_INDEXER_WRITING_MERGE_POLICY_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace archive {

struct SegmentSize {
  std::uint32_t articles = 0;
  std::uint32_t removed = 0;  // of them
  std::uint64_t words = 0;    // distinct
  std::uint64_t length = 0;   // tokens of text
};

// Segments [begin, end) of the list.
struct MergeRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const MergeRange&, const MergeRange&) = default;
};

// More segments than this are merged whatever they weigh, but for the memory.
inline constexpr std::size_t kMaxSegments = 16;
// So many neighbours at least are merged together.
inline constexpr std::size_t kMinMerged = 4;
// Of this many tokens a segment weighs about half a gigabyte and is full: it
// grows no more while there are not too many.
inline constexpr std::uint64_t kFullSegmentLength = 100'000'000;

// The next merge that is due, if any.  Doing what it says again and again ends.
//   - a segment of which more than a tenth is removed is rewritten;
//   - the newest segments are merged as far back as each weighs at most one and
//     a half times what is newer, when they are kMinMerged or more: in ten
//     years of nightly runs a token is then copied five times, and there are
//     six segments on average (tests/indexer/writing/merge_policy_test.cc);
//   - of more than kMaxSegments the lightest neighbours are merged.
// Never joins what holds more words together than a segment can number, or more
// tokens than `most_length`, for which there is memory.
std::optional<MergeRange> NextMerge(
    std::span<const SegmentSize> segments,
    std::uint64_t most_length = std::numeric_limits<std::uint64_t>::max());

// The next merge on the way to as few segments as can be, with nothing removed
// in them.  Doing what it says again and again ends.
std::optional<MergeRange> NextCompaction(std::span<const SegmentSize> segments);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_MERGE_POLICY_H_
