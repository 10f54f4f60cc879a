// Manual pages and completion scripts, printed from what the command line
// declares.
#ifndef ARCHIVE_QUERY_CLI_GENERATE_H_
#define ARCHIVE_QUERY_CLI_GENERATE_H_

#include <vector>

#include "common/generated_text.h"

namespace archive {

std::vector<GeneratedText> GeneratedTexts();

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_GENERATE_H_
