#include "indexer/readers/page_address.h"

#include <algorithm>
#include <filesystem>

#include "common/text/percent_codes.h"

namespace archive {

std::string PathBelow(std::string_view address) {
  for (const std::string_view scheme : {"file://", "file:"}) {
    if (address.starts_with(scheme)) {
      address.remove_prefix(scheme.size());
      break;
    }
  }
  std::string path = WithoutPercentCodes(address);
  std::replace(path.begin(), path.end(), '\\', '/');
  const bool is_elsewhere = path.find(':') != std::string::npos ||
                            path.find('\0') != std::string::npos ||
                            path.starts_with('/');
  path = std::filesystem::path(path).lexically_normal().string();
  return is_elsewhere || path == ".." || path.starts_with("../") ? std::string()
                                                                 : path;
}

}  // namespace archive
