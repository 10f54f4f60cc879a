// Where paths lead to, whatever they are called.
//
// Two names are one place through links, where a directory is mounted twice,
// and on a file system that does not tell capitals from small letters: the
// names do not show the last two, so places are told by device and inode
// (POSIX, sys/stat.h), and what is not there by its name.  Threads: any.
#ifndef ARCHIVE_INDEXER_SOURCES_PLACES_H_
#define ARCHIVE_INDEXER_SOURCES_PLACES_H_

#include <optional>
#include <string>
#include <tuple>

#include <sys/types.h>

namespace archive {

struct Place {
  dev_t device = 0;
  ino_t inode = 0;
  std::string path;  // of what is not there, else empty

  friend bool operator==(const Place&, const Place&) = default;
  friend bool operator<(const Place& a, const Place& b) {
    return std::tie(a.device, a.inode, a.path) <
           std::tie(b.device, b.inode, b.path);
  }
};
Place PlaceOf(const std::string& path);

// The path without links and dots; nothing, and errno, when there is no such
// place.
std::optional<std::string> RealPath(const std::string& path);

// The directory that an absolute path without dots lies in; nothing for "/".
std::optional<std::string> DirectoryOf(const std::string& path);

// The rest of the path behind the directory: "" for the directory itself,
// nothing for what does not lie in it.
std::optional<std::string> PathBelow(const std::string& directory,
                                     const std::string& path);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_PLACES_H_
