// What stops a run before it has changed the index.
#ifndef ARCHIVE_INDEXER_WRITING_RUN_CHECKS_H_
#define ARCHIVE_INDEXER_WRITING_RUN_CHECKS_H_

#include <cstdint>

#include "common/result.h"
#include "indexer/writing/build.h"
#include "indexer/writing/index_writer.h"

namespace archive {

// An index that loses more than this part of its articles in one run has lost a
// disk, most likely; one of few articles may lose them all.
inline constexpr double kMostVanishing = 0.5;
inline constexpr std::uint64_t kFewArticles = 20;

// Enters the shard that is asked for.  Fails: kUsage, when the index holds
// another one: its files would come and go with each change of mind.
Status ChooseShard(const BuildOptions& options, IndexWriter& writer);

// Of `held` articles so many would leave because their files are not there.
// Fails: kVanished.
Status RefuseVanishing(std::uint64_t leaving, std::uint64_t held);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_RUN_CHECKS_H_
