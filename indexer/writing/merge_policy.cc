#include "indexer/writing/merge_policy.h"

#include <algorithm>

#include "common/index/token_stream.h"

namespace archive {
namespace {

// Tokens of segments that may become one; nothing when they hold too many
// words together.
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

// The newest segments that are of a weight.
std::optional<MergeRange> NewestAlike(std::span<const SegmentSize> segments,
                                      std::uint64_t most_length) {
  std::size_t begin = segments.size();
  std::uint64_t newer = 0;
  while (begin > 0) {
    const std::uint64_t length = segments[begin - 1].length;
    const bool alike = newer == 0 || length <= newer + newer / 2;
    if (!alike || newer + length > most_length ||
        !WeightOf(segments.subspan(begin - 1)))
      break;
    newer += length;
    --begin;
  }
  if (segments.size() - begin < kMinMerged) return std::nullopt;
  return MergeRange{begin, segments.size()};
}

std::optional<MergeRange> LightestNeighbours(
    std::span<const SegmentSize> segments, std::uint64_t most_length) {
  std::optional<MergeRange> lightest;
  std::uint64_t least = most_length;
  for (std::size_t begin = 0; begin + kMinMerged <= segments.size(); ++begin) {
    const auto weight = WeightOf(segments.subspan(begin, kMinMerged));
    // Of equals the later ones: what is new is small.
    if (!weight || *weight > least) continue;
    least = *weight;
    lightest = MergeRange{begin, begin + kMinMerged};
  }
  return lightest;
}

}  // namespace

std::optional<MergeRange> NextMerge(std::span<const SegmentSize> segments,
                                    std::uint64_t most_length) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (std::uint64_t{segments[i].removed} * 10 > segments[i].articles)
      return MergeRange{i, i + 1};
  }
  if (segments.size() > kMaxSegments)
    return LightestNeighbours(segments, most_length);
  return NewestAlike(segments, std::min(most_length, kFullSegmentLength));
}

std::optional<MergeRange> NextCompaction(
    std::span<const SegmentSize> segments) {
  for (std::size_t begin = 0; begin < segments.size(); ++begin) {
    std::size_t end = begin + 1;
    while (end < segments.size() &&
           WeightOf(segments.subspan(begin, end + 1 - begin)))
      ++end;
    if (end > begin + 1 || segments[begin].removed != 0)
      return MergeRange{begin, end};
  }
  return std::nullopt;
}

}  // namespace archive
