#include "indexer/readers/paragraphs.h"

#include <algorithm>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

constexpr std::size_t kParagraphIndent = 2;  // columns

bool Starts(std::string_view line, ParagraphStart start) {
  switch (start) {
    case ParagraphStart::kBlankLine:
      return false;
    case ParagraphStart::kBlankOrIndentedLine:
      return IndentOf(line) >= kParagraphIndent;
    case ParagraphStart::kEveryLine:
      return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

bool IsBlankLine(std::string_view line) {
  if (std::all_of(line.begin(), line.end(), IsBlank)) return true;
  // Lines of no-break spaces look blank too.
  return line.size() < 100 && CollapseSpaces(line).empty();
}

std::size_t IndentOf(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == ' ')
      ++columns;
    else if (c == '\t')
      columns += 4;
    else
      break;
  }
  return columns;
}

std::vector<std::string> SplitParagraphs(std::string_view text,
                                         ParagraphStart start) {
  return SplitParagraphs(LinesOf(text), start);
}

std::vector<std::string> SplitParagraphs(
    const std::vector<std::string_view>& lines, ParagraphStart start) {
  std::vector<std::string> paragraphs;
  std::string open;
  const auto close = [&] {
    std::string paragraph = CollapseSpaces(open);
    if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
    open.clear();
  };
  for (const std::string_view line : lines) {
    if (IsBlankLine(line) || Starts(line, start)) close();
    open += line;
    open += '\n';
  }
  close();
  return paragraphs;
}

}  // namespace archive
