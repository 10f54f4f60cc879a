#include "indexer/writing/memory_plan.h"

#include <algorithm>

#include "indexer/writing/merge_policy.h"

namespace archive {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

// What a run takes whatever it reads: the program and the model of names.
constexpr std::uint64_t kProgram = 128 * kMiB;
// Estimates from runs over ten times Reuters and a million articles: bytes of
// memory for a byte of a part's text, and for a token of segments that are
// merged.
constexpr std::uint64_t kBytesForTextOfPart = 6;
constexpr std::uint64_t kBytesForMergedToken = 12;
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
  // Parts are written while nothing is merged, but for the last ones.
  plan.part_bytes = std::clamp(rest / (2 * parts * kBytesForTextOfPart),
                               kLeastOfPart, kMostOfPart);
  plan.merged_length =
      std::min(rest / kBytesForMergedToken, kFullSegmentLength);
  plan.segment_bytes =
      std::min(plan.merged_length * kTextOfToken, kMostOfSegment);
  return plan;
}

}  // namespace archive
