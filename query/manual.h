// The manual pages of archive-query, in roff, from the tables that also make
// its help.
#ifndef ARCHIVE_QUERY_MANUAL_H_
#define ARCHIVE_QUERY_MANUAL_H_

#include <string>

#include "common/command_table.h"

namespace archive {

std::string QueryManual(const CommandTable& table);  // archive-query(1)
std::string SyntaxManual();                          // archive-query-syntax(7)

}  // namespace archive

#endif  // ARCHIVE_QUERY_MANUAL_H_
