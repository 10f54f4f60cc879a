// `archive-index formats`: what is read, printed from the table of formats.
#ifndef ARCHIVE_INDEXER_COMMAND_FORMATS_H_
#define ARCHIVE_INDEXER_COMMAND_FORMATS_H_

#include <ostream>

namespace archive {

// One format a paragraph of aligned columns: name, extensions, what it is.
// Returns the exit status, 0.
int RunFormats(std::ostream& out);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_FORMATS_H_
