// xapian://host:port, as --db names an index on another machine.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_ADDRESS_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_ADDRESS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "common/result.h"

namespace archive {

struct RemoteAddress {
  std::string host;  // a name or an address; of IPv6 without the brackets
  std::uint16_t port = 0;
  std::string text;  // as it was written
};

// Whether the text means an index on another machine, rightly written or not.
bool IsRemoteAddress(std::string_view text);

// "xapian://news.example:7010", "xapian://[::1]:7010".  Fails: kUsage.
// REQUIRES: IsRemoteAddress(text).
Result<RemoteAddress> ReadRemoteAddress(std::string_view text);

// An index on another machine that an answer is without.
struct MissingPart {
  std::string name;  // "xapian://host:port"
  std::string why;   // "did not answer within 10 seconds"
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_ADDRESS_H_
