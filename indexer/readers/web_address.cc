#include "indexer/readers/web_address.h"

#include <algorithm>
#include <vector>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

// Behind the ':' of the scheme; 0 where there is none.
std::size_t EndOfScheme(std::string_view address) {
  if (address.empty() || !IsLetter(address[0])) return 0;
  for (std::size_t i = 1; i < address.size(); ++i) {
    const char c = address[i];
    if (c == ':') return i + 1;
    if (!IsLetter(c) && !IsDigit(c) && c != '+' && c != '-' && c != '.')
      return 0;
  }
  return 0;
}

// Where the path begins: behind "//host".
std::size_t EndOfHost(std::string_view address) {
  const std::size_t scheme = EndOfScheme(address);
  if (!address.substr(scheme).starts_with("//")) return scheme;
  return std::min(address.find_first_of("/?#", scheme + 2), address.size());
}

// "/a/b/../c/./d" → "/a/c/d".
std::string WithoutDots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool ends_open = false;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    ends_open = part == "." || part == "..";
    if (part == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (part != ".") {
      kept.push_back(part);
    }
    at = end + 1;
  }
  std::string out;
  for (const std::string_view part : kept) (out += '/') += part;
  if (ends_open || out.empty()) out += '/';
  return out;
}

}  // namespace

bool IsAbsoluteAddress(std::string_view address) {
  return EndOfScheme(address) != 0;
}

std::string ResolveAddress(std::string_view base, std::string_view reference) {
  const std::size_t scheme = EndOfScheme(base);
  if (scheme == 0 || IsAbsoluteAddress(reference))
    return std::string(reference);
  if (reference.empty()) return std::string(base.substr(0, base.find('#')));
  if (reference.starts_with("//"))
    return std::string(base.substr(0, scheme)) + std::string(reference);
  const std::size_t host = EndOfHost(base);
  const std::size_t path_end = std::min(base.find_first_of("?#"), base.size());
  if (reference.starts_with('#'))
    return std::string(base.substr(0, base.find('#'))) + std::string(reference);
  if (reference.starts_with('?'))
    return std::string(base.substr(0, path_end)) + std::string(reference);
  const std::size_t query =
      std::min(reference.find_first_of("?#"), reference.size());
  std::string path(reference.substr(0, query));
  if (!path.starts_with('/')) {
    const std::string_view of_base = base.substr(host, path_end - host);
    const std::size_t slash = of_base.rfind('/');
    path = (slash == std::string_view::npos
                ? std::string("/")
                : std::string(of_base.substr(0, slash + 1))) +
           path;
  }
  return std::string(base.substr(0, host)) + WithoutDots(path) +
         std::string(reference.substr(query));
}

}  // namespace archive
