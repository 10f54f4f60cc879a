#include "common/text/rule_lines.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/column_width.h"
#include "common/text/printable.h"

namespace archive {

std::string_view WithoutBlanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

std::string_view WithoutComment(std::string_view line) {
  if (line == "#" || line.starts_with("# ")) return {};
  return line.substr(0, FindMark(line, " # "));
}

std::string WithoutQuotes(std::string_view name) {
  if (name.size() < 2 || !name.starts_with('"') || !name.ends_with('"'))
    return std::string(name);
  name = WithoutBlanks(name.substr(1, name.size() - 2));
  std::string plain;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name.substr(i).starts_with("\"\"")) ++i;
    plain += name[i];
  }
  return plain;
}

std::string InQuotes(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::size_t Quotation::Take(std::string_view text) {
  constexpr std::string_view kBeforeNames = "=,>:|";
  const char c = text.front();
  const bool is_doubled = is_open_ && text.starts_with("\"\"");
  if (!is_doubled && c == '"' && (is_open_ || may_open_)) is_open_ = !is_open_;
  if (c != ' ' && c != '\t')
    may_open_ = kBeforeNames.find(c) != std::string_view::npos;
  return is_doubled ? 2 : 1;
}

bool HasOpenQuote(std::string_view text) {
  Quotation quotation;
  while (!text.empty()) text.remove_prefix(quotation.Take(text));
  return quotation.IsOpen();
}

std::size_t FindMark(std::string_view text, std::string_view mark) {
  const std::size_t first = text.find(mark);
  if (first == std::string_view::npos ||
      text.substr(0, first).find('"') == std::string_view::npos)
    return first;
  Quotation quotation;
  for (std::size_t i = 0; i < text.size();
       i += quotation.Take(text.substr(i))) {
    if (!quotation.IsOpen() && text.substr(i).starts_with(mark)) return i;
  }
  // An open quotation hides nothing.
  return quotation.IsOpen() ? first : std::string_view::npos;
}

std::vector<std::string> SplitAtMarks(std::string_view text,
                                      std::string_view mark) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = FindMark(text, mark);
    parts.push_back(WithoutQuotes(WithoutBlanks(text.substr(0, end))));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + mark.size());
  }
}

std::string_view TakeLine(std::string_view& text) {
  // find_first_of costs a call for each character.
  std::size_t end = 0;
  while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  text.remove_prefix(text.starts_with("\r\n") ? 2 : text.empty() ? 0 : 1);
  return line;
}

std::string_view WithoutUtf8Mark(std::string_view text) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  return text;
}

std::string TextOf(const LineFault& fault, std::string_view file) {
  const std::string before =
      Printable(std::string_view(fault.text).substr(0, fault.column));
  return fmt::format("{}:{}: {}\n  {}\n  {}^", file, fault.line, fault.what,
                     Printable(fault.text),
                     std::string(ColumnsOf(before), ' '));
}

}  // namespace archive
