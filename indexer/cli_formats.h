// archive-index-formats(7): the formats that are read and the names of fields
// that are known in them, printed from their tables.
#ifndef ARCHIVE_INDEXER_CLI_FORMATS_H_
#define ARCHIVE_INDEXER_CLI_FORMATS_H_

#include <string>

#include "common/command_table.h"

namespace archive {

std::string FormatsManual(const CommandTable& table);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_FORMATS_H_
