// Whether a directory may hold an index.
#ifndef ARCHIVE_INDEXER_WRITING_INDEX_PLACE_H_
#define ARCHIVE_INDEXER_WRITING_INDEX_PLACE_H_

#include <string>

#include "common/result.h"

namespace archive {

// Fine is what is not there yet, is empty, is an index, or holds nothing but
// what a killed first run leaves and the index's own configuration.
// Fails: kUsage (a file, or a directory of somebody else), kIo.
Status CheckIndexPlace(const std::string& directory);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_INDEX_PLACE_H_
