#include "indexer/writing/memory_plan.h"

#include <algorithm>

#include "indexer/writing/merge_policy.h"

namespace archive {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

// What a run takes whatever it reads: the program and the model of names.
constexpr std::uint64_t kProgram = 160 * kMiB;
// Parts are written while segments are merged: a fifth of the rest is theirs.
constexpr std::uint64_t kShareOfParts = 5;
// A little more than runs over ten times Reuters took (docs/benchmarks.md):
// bytes of memory for a byte of a part's text, and for a token of segments that
// are merged.
constexpr std::uint64_t kBytesForTextOfPart = 3;
constexpr std::uint64_t kBytesForMergedToken = 10;
// Bytes of text for a token, at least.
constexpr std::uint64_t kTextOfToken = 4;

// More text in a part, or a segment, makes neither faster.
constexpr std::uint64_t kMostOfPart = 8 * kMiB;
constexpr std::uint64_t kLeastOfPart = kMiB / 4;
constexpr std::uint64_t kMostOfSegment = 256 * kMiB;

}  // namespace

MemoryPlan PlanMemory(std::uint64_t bytes, unsigned threads) {
  const std::uint64_t rest = bytes - kProgram;
  const std::uint64_t parts = 2 * std::uint64_t{threads} + 1;
  MemoryPlan plan;
  const std::uint64_t for_parts = rest / kShareOfParts;
  plan.part_bytes = std::clamp(for_parts / (parts * kBytesForTextOfPart),
                               kLeastOfPart, kMostOfPart);
  plan.merged_length =
      std::min((rest - for_parts) / kBytesForMergedToken, kFullSegmentLength);
  plan.segment_bytes =
      std::min(plan.merged_length * kTextOfToken, kMostOfSegment);
  return plan;
}

}  // namespace archive
