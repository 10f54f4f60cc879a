// The glass database of a generation: empty, but for the metadata that tells
// clients of a server what stands in files beside the databases.  A border to
// Xapian.
#ifndef ARCHIVE_INDEXER_WRITING_SERVED_DATABASE_H_
#define ARCHIVE_INDEXER_WRITING_SERVED_DATABASE_H_

#include <span>
#include <string>

#include "common/index/generation.h"
#include "common/index/served_facts.h"
#include "common/result.h"
#include "indexer/writing/copy_finder.h"

namespace archive {

// Writes it into `directory`, which does not exist yet: what the generation and
// the facts say, and the dictionaries with which the segments' records are
// packed.  Fails: kIo.
Status WriteServedDatabase(const std::string& directory,
                           const Generation& generation,
                           const ServedFacts& facts,
                           std::span<const LivingSegment> segments);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_SERVED_DATABASE_H_
