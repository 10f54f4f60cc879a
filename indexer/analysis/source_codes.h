// Names that a source gives as codes, and the names that they stand for:
// west-germany is West Germany, volcker the Paul Volcker of the article.
#ifndef ARCHIVE_INDEXER_ANALYSIS_SOURCE_CODES_H_
#define ARCHIVE_INDEXER_ANALYSIS_SOURCE_CODES_H_

#include <string>
#include <string_view>

#include "indexer/analysis/entity_model.h"
#include "indexer/analysis/name_resolver.h"

namespace archive {

// The name by which what a source calls `name` is known: what the table of
// aliases says; of a code (no capitals: james-baker) the one person found in
// the article who may be meant, else its words with capitals.  Empty when that
// is the name itself.
std::string KnownNameOf(EntityKind kind, std::string_view name,
                        const FoundNames& found, const EntityModel& model);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_SOURCE_CODES_H_
