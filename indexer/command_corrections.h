// `archive-index corrections`: what the librarian puts right in articles
// (indexer/analysis/corrections.h).
#ifndef ARCHIVE_INDEXER_COMMAND_CORRECTIONS_H_
#define ARCHIVE_INDEXER_COMMAND_CORRECTIONS_H_

#include <string>
#include <vector>

#include "indexer/console.h"

namespace archive {

struct CorrectionsArguments {
  std::string action;              // list, set, unset
  std::vector<std::string> words;  // id, field, value
  bool as_json = false;
};

// list: a line a correction, as the file has it; with --json one JSON object,
// {"format_version":1,"index","corrections":[{"id","field","value"}]}.  Version
// 1 may gain keys, never lose or change one.  Returns the exit status.
int RunCorrections(const std::string& index,
                   const CorrectionsArguments& arguments,
                   const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_CORRECTIONS_H_
