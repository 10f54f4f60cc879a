// Parts and segments → one larger segment.  A border to Xapian.
#ifndef ARCHIVE_INDEXER_WRITING_MERGE_H_
#define ARCHIVE_INDEXER_WRITING_MERGE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/generation.h"
#include "common/index/packed_record.h"
#include "common/index/segment.h"
#include "common/result.h"

namespace archive {

struct MergeInput {
  std::string directory;
  RemovedDocs removed;  // articles to leave out
  ManifestRule rule = ManifestRule::kVerify;
};

// How records of a merged segment are packed.
struct Packing {
  bool is_anew = false;                // else as they are in the inputs
  DictionaryPtr dictionary = nullptr;  // with what; nullptr: not at all
};

struct MergeResult {
  std::uint32_t articles = 0;  // 0: nothing was left and nothing written
};

// Merges `inputs`, in order, into `directory`, which does not exist yet; the
// result is synced and has its MANIFEST.  Docids follow Xapian's compaction:
// each input's from its first living article on, one input behind the other;
// what was removed in between leaves a hole.  `scratch` is a directory for
// private copies; what is left in it may be removed.
// Fails: kIo, kIndexDamaged.
Result<MergeResult> MergeSegments(const std::vector<MergeInput>& inputs,
                                  const std::string& directory,
                                  const std::string& scratch,
                                  const Packing& packing = {});

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_MERGE_H_
