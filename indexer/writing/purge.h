// Taking what withhold.txt names out of the segments: what every run does that
// writes segments, whether it reads files or not.
#ifndef ARCHIVE_INDEXER_WRITING_PURGE_H_
#define ARCHIVE_INDEXER_WRITING_PURGE_H_

#include <cstdint>

#include "common/index/withhold_list.h"
#include "common/result.h"
#include "indexer/writing/index_writer.h"

namespace archive {

// Where something is withheld: takes what a run that was killed between its two
// publications has left of it off the disk.
// REQUIRES: the writer was just opened.  Fails: kIo.
Status DropLeftovers(const WithholdList& withheld, IndexWriter& writer);

struct Purged {
  std::uint64_t articles = 0;
  // Whether a segment was written again: the index must be published twice
  // then, so that the old ones leave the disk.
  bool is_any = false;
};

// Writes the segments that hold withheld articles again without them, and notes
// that files of these are to be read when the list is another one.  Where a
// dictionary was trained on one, all that it packed is packed anew with another
// (record_packing.h).
// REQUIRES: no article is in a part that the writer has not been given.
// Fails: as IndexWriter.
Result<Purged> PurgeWithheld(const WithholdList& withheld, IndexWriter& writer);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_PURGE_H_
