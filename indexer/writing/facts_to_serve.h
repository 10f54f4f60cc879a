// What the next generation tells those who reach it through a server.
#ifndef ARCHIVE_INDEXER_WRITING_FACTS_TO_SERVE_H_
#define ARCHIVE_INDEXER_WRITING_FACTS_TO_SERVE_H_

#include <span>

#include "common/index/served_facts.h"
#include "common/index/visibility.h"
#include "indexer/writing/copy_finder.h"

namespace archive {

// Costs: a look at two columns of every article.
ServedFacts FactsToServe(std::span<const LivingSegment> segments,
                         const VisibilityTable& versions);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_FACTS_TO_SERVE_H_
