// Reads a source file into memory, whole.
//
// By read(), not mmap: a file that shrinks while it is read gives fewer bytes
// and no signal.
#ifndef ARCHIVE_INDEXER_SOURCES_SOURCE_FILE_H_
#define ARCHIVE_INDEXER_SOURCES_SOURCE_FILE_H_

#include <cstdint>
#include <string>

#include "common/result.h"

namespace archive {

inline constexpr std::uint64_t kMaxSourceBytes = std::uint64_t{2} << 30;

// The bytes of a regular file, as many as there are when its end is met.
// Fails: kNotFound; kIo for what cannot be read or is no regular file (which
// is not waited for); kBadInput for more than `max_bytes`.  Messages give the
// reason alone: who calls names the file.
// Threads: any.
Result<std::string> ReadSourceFile(const std::string& path,
                                   std::uint64_t max_bytes = kMaxSourceBytes);

// "permission denied": what the system says, as our messages are written.
std::string SystemMessage(int error_number);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_SOURCE_FILE_H_
