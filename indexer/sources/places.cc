#include "indexer/sources/places.h"

#include <cstdlib>
#include <memory>

#include <sys/stat.h>

#include "common/file_system.h"

namespace archive {

Place PlaceOf(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return {.path = path};
  return {.device = status.st_dev, .inode = status.st_ino};
}

std::optional<std::string> RealPath(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(
      realpath(path.c_str(), nullptr), std::free);
  if (real == nullptr) return std::nullopt;
  return std::string(real.get());
}

std::optional<std::string> DirectoryOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos || path.size() == 1) return std::nullopt;
  return path.substr(0, slash == 0 ? 1 : slash);
}

std::optional<std::string> PathBelow(const std::string& directory,
                                     const std::string& path) {
  const Place wanted = PlaceOf(directory);
  const std::string real = AbsolutePath(path);
  for (std::optional<std::string> above = real; above;
       above = DirectoryOf(*above)) {
    if (PlaceOf(*above) != wanted) continue;
    const std::size_t slash = *above == "/" || *above == real ? 0 : 1;
    return real.substr(above->size() + slash);
  }
  return std::nullopt;
}

}  // namespace archive
