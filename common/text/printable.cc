#include "common/text/printable.h"

#include "common/text/characters.h"

namespace archive {

std::string Printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (c.code == kBadByte) {
      out += "\uFFFD";
    } else if (IsControl(c.code)) {
      out += ' ';
    } else {
      out += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return out;
}

}  // namespace archive
