#include "indexer/sources/places.h"

#include <cstdlib>
#include <memory>
#include <utility>

#include <sys/stat.h>

#include "common/file_system.h"

namespace archive {
namespace {

using Identity = std::pair<dev_t, ino_t>;

std::optional<Identity> IdentityOf(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino};
}

// "/" has no parent.
std::size_t ParentLength(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 ? 1 : slash;
}

}  // namespace

std::optional<std::string> RealPath(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(
      realpath(path.c_str(), nullptr), std::free);
  if (real == nullptr) return std::nullopt;
  return std::string(real.get());
}

bool IsSamePlace(const std::string& a, const std::string& b) {
  const std::optional<Identity> identity = IdentityOf(a);
  return identity ? identity == IdentityOf(b) : a == b;
}

std::optional<std::string> PathBelow(const std::string& directory,
                                     const std::string& path) {
  const std::optional<Identity> wanted = IdentityOf(directory);
  const std::string real = AbsolutePath(path);
  // From the place itself up to "/"; a relative path of nothing ends at once.
  for (std::size_t length = real.size(); length != std::string::npos;
       length = ParentLength(std::string_view(real).substr(0, length))) {
    const std::string above = real.substr(0, length);
    if (wanted ? IdentityOf(above) == wanted : above == directory)
      return length < real.size() ? real.substr(length + (length > 1 ? 1 : 0))
                                  : "";
    if (length <= 1) break;
  }
  return std::nullopt;
}

}  // namespace archive
