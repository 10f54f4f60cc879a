#include "indexer/readers/page_address.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace archive {
namespace {

// %20 → a blank: addresses are URIs (RFC 3986, section 2.1).
std::string WithoutPercents(std::string_view address) {
  constexpr int kHexadecimal = 16;
  std::string path;
  for (std::size_t at = 0; at < address.size(); ++at) {
    unsigned value = 0;
    const char* const digits = address.data() + at + 1;
    if (address[at] == '%' && at + 2 < address.size() &&
        std::from_chars(digits, digits + 2, value, kHexadecimal).ptr ==
            digits + 2) {
      path += static_cast<char>(value);
      at += 2;
    } else {
      path += address[at];
    }
  }
  return path;
}

}  // namespace

std::string PathBelow(std::string_view address) {
  for (const std::string_view scheme : {"file://", "file:"}) {
    if (address.starts_with(scheme)) {
      address.remove_prefix(scheme.size());
      break;
    }
  }
  std::string path = WithoutPercents(address);
  std::replace(path.begin(), path.end(), '\\', '/');
  const bool is_elsewhere = path.find(':') != std::string::npos ||
                            path.find('\0') != std::string::npos ||
                            path.starts_with('/');
  path = std::filesystem::path(path).lexically_normal().string();
  return is_elsewhere || path == ".." || path.starts_with("../") ? std::string()
                                                                 : path;
}

}  // namespace archive
