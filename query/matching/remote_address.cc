#include "query/matching/remote_address.h"

#include <charconv>

#include <fmt/format.h>

namespace archive {
namespace {

constexpr std::string_view kScheme = "xapian://";

Error AddressError(std::string_view text, std::string_view what) {
  return {ErrorCode::kUsage, fmt::format("--db {}: {}", text, what),
          "an index on another machine is named as xapian://host:port"};
}

}  // namespace

bool IsRemoteAddress(std::string_view text) {
  return text.find("://") != std::string_view::npos;
}

Result<RemoteAddress> ReadRemoteAddress(std::string_view text) {
  if (!text.starts_with(kScheme))
    return AddressError(text, "only xapian:// is understood");
  std::string_view rest = text.substr(kScheme.size());
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const std::size_t colon = rest.rfind(':');
  if (colon == std::string_view::npos)
    return AddressError(text, "the port is missing");
  const std::string_view digits = rest.substr(colon + 1);
  RemoteAddress address = {.host = "", .text = std::string(text)};
  const char* const end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, address.port).ptr != end ||
      address.port == 0)
    return AddressError(text, "the port is a number from 1 to 65535");
  std::string_view host = rest.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  if (host.empty() || host.find('/') != std::string_view::npos)
    return AddressError(text, "the host is missing");
  address.host = host;
  return address;
}

}  // namespace archive
