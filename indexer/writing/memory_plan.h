// How a run divides the memory that it may take.
#ifndef ARCHIVE_INDEXER_WRITING_MEMORY_PLAN_H_
#define ARCHIVE_INDEXER_WRITING_MEMORY_PLAN_H_

#include <cstdint>

namespace archive {

inline constexpr std::uint64_t kUsualMemory = std::uint64_t{1} << 30;
// With less than this the model of names and one part alone take more.
inline constexpr std::uint64_t kLeastMemory = std::uint64_t{192} << 20;

struct MemoryPlan {
  // Text of one part.  Two parts a thread are held at once, and one is being
  // gathered.
  std::uint64_t part_bytes = 0;
  // Text of a segment before it is complete: its parts are merged then.
  std::uint64_t segment_bytes = 0;
  // Tokens of segments that are merged into one.
  std::uint64_t merged_length = 0;
};

// For a run of so many threads that may take so many bytes.  More memory is
// never planned as less.  REQUIRES: at least kLeastMemory.
MemoryPlan PlanMemory(std::uint64_t bytes, unsigned threads);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_MEMORY_PLAN_H_
