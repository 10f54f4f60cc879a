#include "common/text/characters.h"

#include <algorithm>
#include <array>

namespace archive {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 5> kControls = {{
    {0x00, 0x1F},
    {0x7F, 0x9F},
    {0x2028, 0x2029},
    {0x202A, 0x202E},
    {0x2066, 0x2069},
}};

int LengthByLead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool IsSound(char32_t code, std::size_t bytes) {
  if (bytes == 3) return code >= 0x800 && (code < 0xD800 || code > 0xDFFF);
  if (bytes == 4) return code >= 0x10000 && code <= 0x10FFFF;
  return true;
}

}  // namespace

Character CharacterAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto bytes = static_cast<std::size_t>(LengthByLead(lead));
  if (bytes == 0 || at + bytes > text.size()) return {kBadByte, 1};
  if (bytes == 1) return {lead, 1};
  char32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80) return {kBadByte, 1};
    code = (code << 6U) | (byte & 0x3FU);
  }
  if (!IsSound(code, bytes)) return {kBadByte, 1};
  return {code, bytes};
}

Character CharacterBefore(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  for (std::size_t bytes = 1; bytes <= 4 && bytes <= at; ++bytes) {
    const Character c = CharacterAt(text, at - bytes);
    if (c.bytes == bytes && c.code != kBadByte) return c;
  }
  return {kBadByte, 1};
}

bool IsControl(char32_t c) {
  return std::any_of(
      kControls.begin(), kControls.end(),
      [c](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace archive
