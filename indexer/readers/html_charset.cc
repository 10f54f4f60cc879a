#include "indexer/readers/html_charset.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

// Browsers look at 1,024 bytes; pages with long scripts in front of it exist.
constexpr std::size_t kSearched = 8192;

struct Label {
  std::string_view declared;  // small letters
  std::string_view meant;
};

constexpr std::array<Label, 22> kLabels = {{
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"big5", "Big5-HKSCS"},
    {"x-x-big5", "Big5-HKSCS"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"unicode", "UTF-8"},
    {"utf8", "UTF-8"},
    // The declaration could not be read if it were true.
    {"utf-16", "UTF-8"},
    {"utf-16le", "UTF-8"},
    {"utf-16be", "UTF-8"},
}};

bool IsLabelLetter(char c) {
  return IsLetter(c) || IsDigit(c) || c == '-' || c == '_' || c == '.' ||
         c == ':' || c == '+';
}

// The value behind `key` and '=', in small letters.
std::string ValueBehind(std::string_view text, std::size_t at) {
  while (at < text.size() && IsBlank(text[at])) ++at;
  if (at >= text.size() || text[at] != '=') return {};
  ++at;
  while (at < text.size() &&
         (IsBlank(text[at]) || text[at] == '"' || text[at] == '\''))
    ++at;
  std::string value;
  while (at < text.size() && IsLabelLetter(text[at]))
    value += Lower(text[at++]);
  return value;
}

std::string FindLabel(std::string_view head, std::string_view key) {
  for (std::size_t i = 0; i + key.size() < head.size(); ++i) {
    if (Lower(head[i]) != key[0] ||
        !SameLetters(head.substr(i, key.size()), key))
      continue;
    std::string label = ValueBehind(head, i + key.size());
    if (!label.empty()) return label;
  }
  return {};
}

// In <meta …> alone: scripts and links declare charsets of their own.
std::string LabelOfMeta(std::string_view head) {
  constexpr std::string_view kMeta = "<meta";
  for (std::size_t at = head.find('<'); at != std::string_view::npos;
       at = head.find('<', at + 1)) {
    if (!SameLetters(head.substr(at, kMeta.size()), kMeta)) continue;
    const std::size_t end = std::min(head.find('>', at), head.size());
    std::string label = FindLabel(head.substr(at, end - at), "charset");
    if (!label.empty()) return label;
  }
  return {};
}

std::string LabelOfDeclaration(std::string_view head) {
  if (head.find("<?xml") >= 8) return {};
  return FindLabel(head.substr(0, std::min<std::size_t>(200, head.find("?>"))),
                   "encoding");
}

std::string MeaningOf(std::string label) {
  for (const Label& row : kLabels) {
    if (row.declared == label) return std::string(row.meant);
  }
  return label;
}

}  // namespace

std::string DeclaredHtmlCharset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSearched);
  std::string label = LabelOfMeta(head);
  if (label.empty()) label = LabelOfDeclaration(head);
  return MeaningOf(std::move(label));
}

std::string DeclaredXmlCharset(std::string_view bytes) {
  return MeaningOf(LabelOfDeclaration(bytes.substr(0, kSearched)));
}

}  // namespace archive
