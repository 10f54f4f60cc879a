// Percent codes of addresses and ids: two hexadecimal digits behind each %
// (RFC 3986, section 2.1).
#ifndef ARCHIVE_COMMON_TEXT_PERCENT_CODES_H_
#define ARCHIVE_COMMON_TEXT_PERCENT_CODES_H_

#include <string>
#include <string_view>

namespace archive {

// "a%20b" → "a b"; a % without two digits behind it stays.
std::string WithoutPercentCodes(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_PERCENT_CODES_H_
