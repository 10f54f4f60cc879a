// A consistent copy of an index, made while runs go on.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_BACKUP_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_BACKUP_H_

#include <cstdint>
#include <string>

#include "common/dates/day.h"
#include "common/index/index_layout.h"
#include "common/result.h"

namespace archive {

struct BackupReport {
  GenerationNumber generation = 0;
  std::uint64_t articles = 0;
  std::size_t segments = 0;
  std::size_t copied_segments = 0;  // the others were there from before
};

// Copies the published generation, its segments and the librarian's files
// (configuration, synonyms …) to `target`: a new or empty directory, or an
// earlier backup of the same index, of which only what is new is copied.
// Every byte of a copy is held against its MANIFEST before `target` names it,
// and `target` is a whole index all the time: killed, it is the one before.
// Fails: kNotFound (no index there), kUsage (`target` holds other things, lies
// in the index or holds another index), kIndexDamaged (a file of the index is
// not what was written), kIndexLocked (another backup goes there), kIo.
Result<BackupReport> BackupIndex(const std::string& index,
                                 const std::string& target, Instant now);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_BACKUP_H_
