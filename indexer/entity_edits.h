// What the commands of `archive-index entities` do to the librarian's rules.
//
// Errors: kUsage when a change makes no sense; the files are not to be written
// then.
#ifndef ARCHIVE_INDEXER_ENTITY_EDITS_H_
#define ARCHIVE_INDEXER_ENTITY_EDITS_H_

#include <functional>

#include "common/index/open_index.h"
#include "common/result.h"
#include "indexer/entity_request.h"
#include "indexer/name_rule_files.h"

namespace archive {

// The other names are known as the first one; lines that say the contrary go.
Status MergeNames(NameRuleFiles& files, const EntityRequest& request);

// The names are what they are; `open` opens the index, when no line says
// otherwise.
Status SplitNames(NameRuleFiles& files, const EntityRequest& request,
                  const std::function<Result<OpenIndex>()>& open);

// They are none; with `undo` they are again.
Status StopNames(NameRuleFiles& files, const EntityRequest& request, bool undo);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ENTITY_EDITS_H_
