// Whether an index is what was published.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_CHECK_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_CHECK_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/index_layout.h"
#include "common/result.h"

namespace archive {

struct IndexFault {
  std::string what;  // names the file, where it is one file's
  // Of this segment; none: of the generation.
  std::optional<SegmentNumber> segment;
};

struct IndexCheck {
  GenerationNumber generation = 0;
  std::size_t segments = 0;
  std::uint64_t articles = 0;
  std::vector<IndexFault> faults;
};

// Reads every byte of the published generation and of its segments, and holds
// them against each other (segment_check.h).  Takes no lock: when a run
// publishes meanwhile, the new generation is checked.
// Fails: kNotFound (no index there), kIndexDamaged (the stub is none of ours),
// kIndexLocked (generations come faster than they can be read).
Result<IndexCheck> CheckIndex(const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_CHECK_H_
