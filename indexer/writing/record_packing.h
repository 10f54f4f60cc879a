// With what the records of an index are packed: its dictionaries, and what
// becomes of them when an article that one was trained on is withheld.
//
// A dictionary holds pieces of the articles that it was trained on.  It knows
// by which names a list may name these (RecordDictionary::sample); once one is
// withheld it packs nothing more, and all that it has packed is packed anew.
#ifndef ARCHIVE_INDEXER_WRITING_RECORD_PACKING_H_
#define ARCHIVE_INDEXER_WRITING_RECORD_PACKING_H_

#include <cstddef>

#include "common/index/packed_record.h"
#include "common/index/withhold_list.h"
#include "common/result.h"
#include "indexer/writing/index_writer.h"

namespace archive {

// Whether a segment has a dictionary that was trained on a withheld article,
// be that in the index or long gone.
bool HoldsPiecesOfWithheld(const Segment& segment,
                           const WithholdList& withheld);

// What the records of a run's new articles are packed with: the newest
// dictionary of the index in which nothing is withheld.  nullptr: there is
// none.
DictionaryPtr UsableDictionary(const IndexWriter& writer,
                               const WithholdList& withheld);

// A new one, trained on the first living articles of the index.  nullptr: these
// are too few.  Fails: kIndexDamaged.
Result<DictionaryPtr> TrainOnLiving(const IndexWriter& writer);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_RECORD_PACKING_H_
