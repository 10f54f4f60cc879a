// What no generation of an index needs any more is taken away.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_SWEEP_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_SWEEP_H_

#include <string>

#include "common/index/index_layout.h"
#include "common/result.h"

namespace archive {

// Removes the directories of segments and generations that neither `published`
// nor the generation before it names: readers that are just opening the one
// before still find its files.  Returns a number that no segment has, nor any
// that was there before the sweep.
// With Former::kRemoved that one goes, too: a reader that is just opening it
// tries again with the present one.
// REQUIRES: the index's lock is held.  Fails: kIo.
enum class Former : unsigned char { kKept, kRemoved };
Result<SegmentNumber> SweepIndex(const std::string& index,
                                 const Stub& published,
                                 Former former = Former::kKept);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_SWEEP_H_
