// Text of others as a terminal may show it: names of files, words that somebody
// typed, headlines.
#ifndef ARCHIVE_COMMON_TEXT_PRINTABLE_H_
#define ARCHIVE_COMMON_TEXT_PRINTABLE_H_

#include <string>
#include <string_view>

namespace archive {

// `text` as one line that changes nothing around it: each control character, C1
// and marks of direction among them, as a space, bad bytes as U+FFFD.  As many
// characters as before, so that places in it stay right.
std::string Printable(std::string_view text);

// `text` with bad bytes as U+FFFD and nothing else changed: what programs take
// for UTF-8.
std::string SoundUtf8(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_PRINTABLE_H_
