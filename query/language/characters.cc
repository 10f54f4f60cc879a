#include "query/language/characters.h"

#include <algorithm>
#include <array>

namespace archive {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool IsIn(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](const Range& range) {
    return c >= range.first && c <= range.last;
  });
}

constexpr std::array<Range, 6> kSpaces = {{
    {0x09, 0x0D},
    {0x20, 0x20},
    {0x85, 0x85},
    {0xA0, 0xA0},
    {0x2000, 0x200A},
    {0x2028, 0x2029},
}};

// Enough to leave out a dash between spaces; rarer marks are found out by the
// analyser, which makes no word of them.
constexpr std::array<Range, 16> kMarks = {{
    {0x00, 0x2F},
    {0x3A, 0x40},
    {0x5B, 0x60},
    {0x7B, 0xA9},
    {0xAB, 0xB1},
    {0xB4, 0xB4},
    {0xB6, 0xB8},
    {0xBB, 0xBB},
    {0xBF, 0xBF},
    {0xD7, 0xD7},
    {0x2000, 0x206F},
    {0x2190, 0x23FF},
    {0x2500, 0x27BF},
    {0x3000, 0x3004},
    {0x3008, 0x3020},
    {0xFF01, 0xFF0F},
}};

struct QuotePair {
  char32_t open;
  std::u32string_view closers;
};

// “…” »…« and the habits of several languages; a straight quote may close
// what a careful editor opened.
constexpr std::array<QuotePair, 7> kQuotes = {{
    {U'"', U"\""},
    {U'\u201C', U"\u201D\""},
    {U'\u201D', U"\u201D\""},
    {U'\u201E', U"\u201C\u201D\""},
    {U'\u201F', U"\u201D\""},
    {U'\u00AB', U"\u00BB\""},
    {U'\u00BB', U"\u00AB\u00BB\""},
}};

}  // namespace

std::size_t CountCharacters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    at += CharacterAt(text, at).bytes;
  return count;
}

bool IsSpace(char32_t c) {
  return IsIn(kSpaces, c) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool IsMark(char32_t c) {
  return IsIn(kMarks, c) || c == kBadByte || c == 0xFEFF || c == 0xFFFD;
}

bool HasWordCharacter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (!IsMark(c.code)) return true;
    at += c.bytes;
  }
  return false;
}

bool IsBlank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (!IsSpace(c.code)) return false;
    at += c.bytes;
  }
  return true;
}

std::string_view BeginningOf(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80)
    --limit;
  return text.substr(0, limit);
}

std::string LowerAscii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ToLowerAscii);
  return out;
}

std::string UpperAscii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ToUpperAscii);
  return out;
}

std::u32string_view QuoteClosers(char32_t c) {
  for (const QuotePair& pair : kQuotes) {
    if (pair.open == c) return pair.closers;
  }
  return {};
}

}  // namespace archive
