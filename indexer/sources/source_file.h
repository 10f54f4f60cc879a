// Opens source files for reading.
#ifndef ARCHIVE_INDEXER_SOURCES_SOURCE_FILE_H_
#define ARCHIVE_INDEXER_SOURCES_SOURCE_FILE_H_

#include <memory>
#include <string>

#include "common/result.h"
#include "indexer/sources/byte_source.h"

namespace archive {

// The bytes of a regular file, as many as there are when its end is met.
// Fails: kNotFound; kIo for what cannot be read or is no regular file (which
// is not waited for).  Messages give the reason alone: who calls names the
// file.
// Threads: any.
Result<std::unique_ptr<FileSource>> OpenSourceFile(const std::string& path);

// "permission denied": what the system says, as our messages are written.
std::string SystemMessage(int error_number);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_SOURCE_FILE_H_
