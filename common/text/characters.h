// A look at the characters of UTF-8 that never fails: bytes that are none count
// as one character each.
//
// What it leaves to others: making text of foreign bytes (utf8.h), what a word
// is (analyser.h).
#ifndef ARCHIVE_COMMON_TEXT_CHARACTERS_H_
#define ARCHIVE_COMMON_TEXT_CHARACTERS_H_

#include <cstddef>
#include <string_view>

namespace archive {

inline constexpr char32_t kBadByte = 0xFFFFFFFF;

struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;  // 0: the text ends here
};

// The character that begins at `at`.
Character CharacterAt(std::string_view text, std::size_t at);
// The character that ends at `at`.
Character CharacterBefore(std::string_view text, std::size_t at);

// Control characters, those of C1 and those that turn the direction of
// writing: nothing that a message may send to a terminal.
bool IsControl(char32_t c);

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_CHARACTERS_H_
