// The manual page and completion scripts of archive-index, printed from what
// the command line declares.
#ifndef ARCHIVE_INDEXER_CLI_GENERATE_H_
#define ARCHIVE_INDEXER_CLI_GENERATE_H_

#include <vector>

#include "common/generated_text.h"

namespace archive {

std::vector<GeneratedText> GeneratedTexts();

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_GENERATE_H_
