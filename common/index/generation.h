// What is true of a whole published index: the directory generations/N.
//
// `generation` (kind GENR):
//     INFO u64*   generation, created (seconds UTC), schema version, articles
//                 (live ones of all segments); the file's owner is the
//                 index's id, the same for all its generations
//     SEGS u32*   segments, in the order of the stub
//     ROTB/ROTO, ROPB/ROPO  names and paths of the roots
// `removed` (kind RMVD): articles that are gone though a segment holds them:
//     RSEG u32*   segments that have any
//     RBEG u64*   by such segment: its first docid in RDOC; one more
//     RDOC u32*   docids, sorted
// `copies`: common/index/copies.h.
// `files`: indexer/writing/files_table.h.
#ifndef ARCHIVE_COMMON_INDEX_GENERATION_H_
#define ARCHIVE_COMMON_INDEX_GENERATION_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/day.h"
#include "common/index/index_layout.h"
#include "common/index/section_file.h"
#include "common/index/token_stream.h"
#include "common/result.h"

namespace archive {

inline constexpr FileKind kGenerationKind = {"GENR", 1, 1};
inline constexpr FileKind kRemovedKind = {"RMVD", 1, 1};

// A PATH that `build` was given.
struct Root {
  std::string name;  // first part of the ids of its articles
  std::string path;  // absolute

  friend bool operator==(const Root&, const Root&) = default;
};

// Which files of the roots the index is of: those whose paths fall to this part
// of so many.
struct Shard {
  std::uint32_t number = 1;
  std::uint32_t of = 1;

  friend bool operator==(const Shard&, const Shard&) = default;
};

inline constexpr std::uint32_t kMaxShards = 4'096;

// "2/8"; nothing for what is none: 1 <= number <= of <= kMaxShards.
std::optional<Shard> ParseShard(std::string_view text);
std::string ToString(const Shard& shard);

// Sorted docids of a segment.
using RemovedDocs = std::vector<DocId>;

struct Generation {
  GenerationNumber number = 0;
  Instant created = 0;
  std::uint64_t articles = 0;
  OwnerId index_id = {};
  std::vector<SegmentNumber> segments;
  std::vector<Root> roots;
  Shard shard = {};
  std::map<SegmentNumber, RemovedDocs> removed;
};

// Writes `generation` and `removed` into `directory`, which exists.
Status WriteGeneration(const Generation& generation,
                       const std::string& directory);

// Fails: kIndexDamaged, kSchemaMismatch (the schema is another one), kIo.
Result<Generation> ReadGeneration(const std::string& directory);

// The id as people see it, 32 hexadecimal digits.
std::string ToString(const OwnerId& id);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_GENERATION_H_
