#include "query/output/wrap.h"

#include <algorithm>

#include "common/text/printable.h"
#include "query/language/characters.h"
#include "query/language/diagnostics.h"

namespace archive {
namespace {

constexpr std::string_view kBoldOn = "\033[1m";
constexpr std::string_view kUnderlinedOn = "\033[1;4m";
constexpr std::string_view kAllOff = "\033[0m";

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

// Korean puts spaces between its words; other wide scripts break anywhere.
constexpr CodeRange kHangul[] = {{0x1100, 0x115F}, {0xAC00, 0xD7A3}};

std::size_t ColumnsOfCode(char32_t code) {
  if (IsIn(kCombining, code)) return 0;
  return IsIn(kWide, code) ? 2 : 1;
}

}  // namespace

std::size_t ColumnsOf(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    columns += ColumnsOfCode(c.code);
    at += c.bytes;
  }
  return columns;
}

std::vector<Span> WrapLines(std::string_view text, std::size_t width) {
  std::vector<Span> lines;
  std::size_t begin = 0;
  // Where the line may end, and where the next one then begins.
  std::size_t break_end = 0;
  std::size_t break_next = 0;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    const std::size_t c_columns = ColumnsOfCode(c.code);
    if (c.code == ' ') {
      break_end = at;
      break_next = at + 1;
    } else if (columns + c_columns > width && at > begin) {
      if (break_next <= begin) break_end = break_next = at;
      lines.push_back({begin, break_end});
      begin = break_next;
      columns = ColumnsOf(text.substr(begin, at - begin));
    }
    columns += c_columns;
    at += c.bytes;
    if (c_columns == 2 && !IsIn(kHangul, c.code)) break_end = break_next = at;
  }
  if (begin < text.size()) lines.push_back({begin, text.size()});
  return lines;
}

void PrintMarked(const Highlighted& text, Span part, Emphasis emphasis,
                 std::ostream& out) {
  const std::string_view whole = text.text;
  std::size_t at = part.begin;
  for (const Span& mark : text.marks) {
    const std::size_t begin = std::max(mark.begin, at);
    const std::size_t end = std::min(mark.end, part.end);
    if (emphasis == Emphasis::kNone || begin >= end) continue;
    out << Printable(whole.substr(at, begin - at));
    out << (emphasis == Emphasis::kBold ? kBoldOn : "«");
    out << Printable(whole.substr(begin, end - begin));
    out << (emphasis == Emphasis::kBold ? kAllOff : "»");
    at = end;
  }
  out << Printable(whole.substr(at, part.end - at));
}

void PrintWrapped(const Highlighted& text, std::string_view indent,
                  const RenderStyle& style, std::ostream& out) {
  constexpr std::size_t kLeastWidth = 20;
  const std::size_t room =
      std::max(style.width, indent.size() + kLeastWidth) - indent.size();
  for (const Span& line : WrapLines(text.text, room)) {
    out << indent;
    PrintMarked(text, line, style.emphasis, out);
    out << '\n';
  }
}

void PrintHeadline(const Highlighted& text, const RenderStyle& style,
                   std::ostream& out) {
  const std::string_view whole = text.text;
  for (const Span& line : WrapLines(text.text, style.width)) {
    if (style.emphasis != Emphasis::kBold) {
      PrintMarked(text, line, style.emphasis, out);
      out << '\n';
      continue;
    }
    std::size_t at = line.begin;
    out << kBoldOn;
    for (const Span& mark : text.marks) {
      const std::size_t begin = std::max(mark.begin, at);
      const std::size_t end = std::min(mark.end, line.end);
      if (begin >= end) continue;
      out << Printable(whole.substr(at, begin - at)) << kUnderlinedOn
          << Printable(whole.substr(begin, end - begin)) << kAllOff << kBoldOn;
      at = end;
    }
    out << Printable(whole.substr(at, line.end - at)) << kAllOff << '\n';
  }
}

}  // namespace archive
