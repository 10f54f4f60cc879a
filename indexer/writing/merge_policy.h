// Which segments are to become one: a pure function of their sizes.
#ifndef ARCHIVE_INDEXER_WRITING_MERGE_POLICY_H_
#define ARCHIVE_INDEXER_WRITING_MERGE_POLICY_H_

#include <cstddef>
#include <cstdint>
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

// Segments more than this are merged down.
inline constexpr std::size_t kMaxSegments = 8;
// At most so many at a time.
inline constexpr std::size_t kMergeFanIn = 8;
// Of this many tokens a segment weighs about half a gigabyte and is left alone
// while there are not too many.
inline constexpr std::uint64_t kFullSegmentLength = 100'000'000;

// The next merge that is due, if any.  Doing what it says again and again ends.
//   - a segment of which more than a tenth is removed is rewritten;
//   - while there are more than kMaxSegments, the neighbours that weigh least
//     are merged, so that each token is copied a logarithmic number of times.
// Never joins what holds more words together than a segment can number.
std::optional<MergeRange> NextMerge(std::span<const SegmentSize> segments);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_MERGE_POLICY_H_
