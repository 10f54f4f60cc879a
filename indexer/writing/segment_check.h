// Whether a segment is what was written, byte for byte and in itself.  A
// border to Xapian.
#ifndef ARCHIVE_INDEXER_WRITING_SEGMENT_CHECK_H_
#define ARCHIVE_INDEXER_WRITING_SEGMENT_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/generation.h"

namespace archive {

struct SegmentCheck {
  // What is wrong, for people; at most a few of a kind.
  std::vector<std::string> faults;
  std::uint32_t live_articles = 0;
};

// Reads every byte of the segment: each file against MANIFEST, the glass tables
// by Xapian's own check, and the words of each article in `tokens` against the
// article's terms and the counts of the postings and of `vocabulary`.  What
// comes later is not looked at where an earlier step found something.
SegmentCheck CheckSegment(const std::string& directory, SegmentNumber number,
                          const RemovedDocs& removed);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_SEGMENT_CHECK_H_
