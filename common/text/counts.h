// Numbers of things as people read them.
#ifndef ARCHIVE_COMMON_TEXT_COUNTS_H_
#define ARCHIVE_COMMON_TEXT_COUNTS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

std::string WithCommas(std::uint64_t number);  // "1,204"

// "1 article", "0 articles", "1,204 articles": `one` is the noun, of which
// there are several when it has an "s" at its end.
std::string Counted(std::uint64_t number, std::string_view one);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_COUNTS_H_
