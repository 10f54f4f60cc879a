#include "common/text/printable.h"

#include "common/text/characters.h"

namespace archive {

namespace {

enum class Controls { kKept, kSpaces };

std::string Shown(std::string_view text, Controls controls) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (c.code == kBadByte) {
      out += "\uFFFD";
    } else if (controls == Controls::kSpaces && IsControl(c.code)) {
      out += ' ';
    } else {
      out += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return out;
}

}  // namespace

std::string Printable(std::string_view text) {
  return Shown(text, Controls::kSpaces);
}

std::string SoundUtf8(std::string_view text) {
  return Shown(text, Controls::kKept);
}

}  // namespace archive
