#include "indexer/writing/merge_policy.h"

#include <limits>

#include "common/index/token_stream.h"

namespace archive {
namespace {

// Weight of [begin, begin + count), or nothing when they cannot be joined.
std::optional<std::uint64_t> WeightOf(std::span<const SegmentSize> segments) {
  std::uint64_t words = 0;
  std::uint64_t length = 0;
  for (const SegmentSize& segment : segments) {
    words += segment.words;
    length += segment.length;
  }
  if (words > kMaxWordCodes) return std::nullopt;
  return length;
}

}  // namespace

std::optional<MergeRange> NextMerge(std::span<const SegmentSize> segments) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (std::uint64_t{segments[i].removed} * 10 > segments[i].articles)
      return MergeRange{i, i + 1};
  }
  if (segments.size() <= kMaxSegments) return std::nullopt;
  // Half of the fan-in at a time leaves room before the next merge, and small
  // runs are merged with small runs rather than with the bulk of the archive.
  constexpr std::size_t kJoined = kMergeFanIn / 2;
  std::optional<MergeRange> lightest;
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (std::size_t begin = 0; begin + kJoined <= segments.size(); ++begin) {
    const auto weight = WeightOf(segments.subspan(begin, kJoined));
    // Of equals the later ones: new segments come last and are the small ones.
    if (!weight || *weight > least) continue;
    if (*weight > 2 * kFullSegmentLength && segments.size() <= 2 * kMaxSegments)
      continue;
    least = *weight;
    lightest = MergeRange{begin, begin + kJoined};
  }
  return lightest;
}

}  // namespace archive
