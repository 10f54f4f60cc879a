// Where paths lead to, whatever they are called.
//
// Two names are one place through links, where a directory is mounted twice,
// and on a file system that does not tell capitals from small letters: the
// names do not show the last two, so places are told by device and inode
// (POSIX, sys/stat.h). Threads: any.  What is not there is compared by its
// name.
#ifndef ARCHIVE_INDEXER_SOURCES_PLACES_H_
#define ARCHIVE_INDEXER_SOURCES_PLACES_H_

#include <optional>
#include <string>
#include <string_view>

namespace archive {

// The path without links and dots; nothing, and errno, when there is no such
// place.
std::optional<std::string> RealPath(const std::string& path);

bool IsSamePlace(const std::string& a, const std::string& b);

// The rest of the path behind the directory: "" for the directory itself,
// nothing for what does not lie in it.
std::optional<std::string> PathBelow(const std::string& directory,
                                     const std::string& path);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_PLACES_H_
