#include "query/output/wrap.h"

#include <algorithm>

#include "common/text/characters.h"
#include "common/text/printable.h"
#include "query/language/characters.h"
#include "query/language/diagnostics.h"

namespace archive {
namespace {

constexpr std::string_view kBoldOn = "\033[1m";
constexpr std::string_view kUnderlinedOn = "\033[1;4m";
constexpr std::string_view kAllOff = "\033[0m";

}  // namespace

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
    if (BreaksAnywhere(c.code)) break_end = break_next = at;
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
