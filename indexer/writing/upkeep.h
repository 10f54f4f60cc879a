// Runs that read no source file: `compact`, `check --repair`.
#ifndef ARCHIVE_INDEXER_WRITING_UPKEEP_H_
#define ARCHIVE_INDEXER_WRITING_UPKEEP_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/dates/day.h"
#include "common/index/index_layout.h"
#include "common/result.h"

namespace archive {

struct CompactReport {
  bool published = false;  // false: there was nothing to do
  GenerationNumber generation = 0;
  std::size_t segments_before = 0;
  std::size_t segments = 0;
  std::uint64_t purged = 0;  // articles that are withheld
};

// Makes the index as few segments as can be, without what was removed or is
// withheld.  The
// space of the old segments is free after the next run, as always.
// Fails: kNotFound (no index there), and as IndexWriter.
Result<CompactReport> RunCompact(const std::string& index, Instant now);

struct RepairReport {
  GenerationNumber generation = 0;
  std::size_t dropped_segments = 0;
  std::uint64_t lost_articles = 0;  // until the next build has read them again
  std::uint64_t files_to_read = 0;  // by the next build
};

// Publishes a generation without the damaged segments, and notes that the files
// of their articles are to be read.  These articles arrive anew.
// Fails: kNotFound; kIndexDamaged when the generation itself cannot be read;
// and as IndexWriter.
Result<RepairReport> RunRepair(const std::string& index,
                               const std::vector<SegmentNumber>& damaged,
                               Instant now);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_UPKEEP_H_
