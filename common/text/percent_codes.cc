#include "common/text/percent_codes.h"

#include <charconv>
#include <cstddef>

namespace archive {

std::string WithoutPercentCodes(std::string_view text) {
  constexpr int kHexadecimal = 16;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    const char* const begin = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(begin, begin + 2, value, kHexadecimal).ptr ==
            begin + 2) {
      out += static_cast<char>(value);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace archive
