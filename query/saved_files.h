// Saved searches as files: searches/NAME.query in the user's configuration, one
// a search.  The border of the query language to the disk; what the texts mean
// is decided in language/saved_reader.h.
#ifndef ARCHIVE_QUERY_SAVED_FILES_H_
#define ARCHIVE_QUERY_SAVED_FILES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "common/result.h"
#include "query/language/saved_queries.h"

namespace archive {

inline constexpr std::size_t kMaxSavedFile = 64 * 1024;  // bytes

// "" when there is no place for a configuration.
std::string SavedDirectory();

std::string SavedPath(const std::string& directory, std::string_view name);

// Every search in the directory; none when it is not there.  A file that cannot
// be read is a search with a fault.  Files of other names are left out.
// Fails: kIo, when the directory cannot be read.
Result<SavedQueries> ReadSavedFiles(const std::string& directory);

// Writes a search, in one step, under a name that is valid; comments of one
// that was there before are kept.  Fails: kIo.
Status WriteSavedFile(const std::string& directory, std::string_view name,
                      const SavedQuery& query);

}  // namespace archive

#endif  // ARCHIVE_QUERY_SAVED_FILES_H_
