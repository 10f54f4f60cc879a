#include "indexer/writing/memory_plan.h"

#include <gtest/gtest.h>

#include "indexer/writing/merge_policy.h"

namespace archive {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

TEST(MemoryPlan, UsualMemoryIsEnoughForFullSegments) {
  const MemoryPlan plan = PlanMemory(kUsualMemory, 2);
  EXPECT_EQ(plan.segment_bytes, 256 * kMiB);
  EXPECT_GT(plan.part_bytes, 7 * kMiB);
  EXPECT_GT(plan.merged_length, kFullSegmentLength / 2);
}

TEST(MemoryPlan, MoreIsNeverPlannedAsLess) {
  for (const unsigned threads : {1U, 2U, 64U, 256U}) {
    MemoryPlan before;
    for (std::uint64_t bytes = kLeastMemory; bytes <= 16 * kUsualMemory;
         bytes += kLeastMemory / 2) {
      const MemoryPlan plan = PlanMemory(bytes, threads);
      EXPECT_GE(plan.part_bytes, before.part_bytes);
      EXPECT_GE(plan.segment_bytes, before.segment_bytes);
      EXPECT_GE(plan.merged_length, before.merged_length);
      // A part is never more than the segment that it is for.
      EXPECT_LE(plan.part_bytes, plan.segment_bytes);
      before = plan;
    }
    EXPECT_EQ(before.merged_length, kFullSegmentLength);
  }
}

TEST(MemoryPlan, LittleMemoryIsFewTokens) {
  const MemoryPlan plan = PlanMemory(kLeastMemory, 2);
  EXPECT_LT(plan.merged_length, 10'000'000U);
  EXPECT_LT(plan.segment_bytes, 32 * kMiB);
}

}  // namespace
}  // namespace archive
