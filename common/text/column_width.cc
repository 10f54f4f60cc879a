#include "common/text/column_width.h"

#include <algorithm>
#include <iterator>

#include "common/text/characters.h"

namespace archive {
namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

// Blocks of East Asian wide characters, as coarse as a line of text needs.
constexpr CodeRange kWide[] = {
    {0x1100, 0x115F},  {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},  {0xA000, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},  {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD}};
constexpr CodeRange kCombining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},
    {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};

template <std::size_t N>
bool IsIn(const CodeRange (&ranges)[N], char32_t code) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [code](const CodeRange& range) {
                       return code >= range.first && code <= range.last;
                     });
}

constexpr CodeRange kHangul[] = {{0x1100, 0x115F}, {0xAC00, 0xD7A3}};

}  // namespace

std::size_t ColumnsOfCode(char32_t code) {
  if (IsIn(kCombining, code)) return 0;
  return IsIn(kWide, code) ? 2 : 1;
}

std::size_t ColumnsOf(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    columns += ColumnsOfCode(c.code);
    at += c.bytes;
  }
  return columns;
}

bool BreaksAnywhere(char32_t code) {
  return ColumnsOfCode(code) == 2 && !IsIn(kHangul, code);
}

}  // namespace archive
