// What an index holds, in numbers: for `archive-index status`.
#ifndef ARCHIVE_INDEXER_INDEX_STATE_H_
#define ARCHIVE_INDEXER_INDEX_STATE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/columns.h"
#include "common/index/generation.h"
#include "common/index/visibility.h"
#include "common/result.h"
#include "indexer/writing/run_record.h"

namespace archive {

struct IndexState {
  Generation generation;
  std::uintmax_t bytes = 0;  // of all files in the index directory

  std::uint64_t articles = 0;
  std::uint64_t undated = 0;
  // Those of them that are hidden, by the number of a WhyHidden.
  std::array<std::uint64_t, kWhyHiddenCount> hidden = {};
  // Articles that withhold.txt names and the segments still hold; none of the
  // others.
  std::uint64_t withheld = 0;
  Day first_day = kNoDay;  // of publication; kNoDay: no article has a date
  Day last_day = kNoDay;

  std::uint64_t indexed_files = 0;
  std::uint64_t skipped_files = 0;
  std::uint64_t failed_files = 0;
  Instant failed_since = 0;  // the earliest failure that still stands; 0: none
  std::vector<std::uint64_t> articles_by_root;

  std::optional<RunRecord> last_run;      // none: no run has noted how it ended
  std::optional<Error> last_run_problem;  // why it is not known
};

// Fails: kNotFound (no index there), kIndexDamaged, kSchemaMismatch, kIo.
Result<IndexState> ReadIndexState(const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_INDEX_STATE_H_
