// A segment's database without its removed articles.  A border to Xapian.
//
// Articles have no lists of their terms (segment_writer.h), so that Xapian
// cannot delete them.  The postings of those that stay are gathered by article
// and written anew, just as they are.
#ifndef ARCHIVE_INDEXER_WRITING_LIVING_COPY_H_
#define ARCHIVE_INDEXER_WRITING_LIVING_COPY_H_

#include <string>

#include "common/index/packed_record.h"
#include "common/index/segment.h"
#include "common/result.h"

namespace archive {

// Writes the living articles from `first` to `last`, with their docids, into a
// database at `directory`, which does not exist yet; it is not synced.  Records
// are packed anew by `packer`; nullptr: they are copied as they are.
// Memory: some 100 MB of postings and as much again for each million words.
// Fails: kIo, kIndexDamaged.
Status CopyLiving(const Segment& segment, DocId first, DocId last,
                  const std::string& directory, RecordPacker* packer = nullptr);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_LIVING_COPY_H_
