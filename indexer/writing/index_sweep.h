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
// REQUIRES: the index's lock is held.  Fails: kIo.
Result<SegmentNumber> SweepIndex(const std::string& index,
                                 const Stub& published);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_SWEEP_H_
