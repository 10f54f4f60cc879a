#include "indexer/readers/xml_entities.h"

#include <algorithm>
#include <utility>

#include "common/dates/date_scanner.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/sgml.h"

namespace archive {
namespace {

// &CounterClockwiseContourIntegral; is the longest.
constexpr std::size_t kLongestName = 32;
// HTML has some 2,200; a file that invents more is of no use.
constexpr std::size_t kMostNames = 3000;

bool IsOfXml(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" ||
         name == "apos";
}

bool IsName(std::string_view name) {
  return !name.empty() && IsLetter(name[0]) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return IsLetter(c) || IsDigit(c); });
}

bool IsNumber(std::string_view name) {
  if (!name.starts_with('#')) return false;
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  return !name.empty() && name.size() <= 8 &&
         std::all_of(name.begin(), name.end(), [is_hex](char c) {
           const char small = Lower(c);
           return IsDigit(c) || (is_hex && small >= 'a' && small <= 'f');
         });
}

// &#145; and its neighbours are Windows' quotes to every browser.
bool IsOfWindows(std::string_view number) {
  static constexpr std::string_view kFirst = "#128";
  static constexpr std::string_view kLast = "#159";
  return number.size() == kFirst.size() && number >= kFirst && number <= kLast;
}

void AppendEscaped(char c, std::string& out) {
  switch (c) {
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '&':
      out += "&amp;";
      return;
    case '"':
      out += "&quot;";
      return;
    default:
      // A parser takes NUL for the end.
      if (c != '\0') out += c;
  }
}

}  // namespace

void AppendEscaped(std::string_view text, std::string& out) {
  for (const char c : text) AppendEscaped(c, out);
}

void XmlEntities::AppendText(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '&') {
      AppendEscaped(text[at++], out);
      continue;
    }
    const std::string_view ahead = text.substr(at + 1, kLongestName + 1);
    const std::size_t length = ahead.find_first_of(";& <");
    const bool is_reference =
        length != std::string_view::npos && ahead[length] == ';' && length > 0;
    const std::string_view name =
        is_reference ? ahead.substr(0, length) : std::string_view();
    if (IsOfXml(name)) {
      out += text.substr(at, length + 2);
      at += length + 2;
    } else if (const std::string meaning = Meaning(name); !meaning.empty()) {
      out += meaning;
      at += length + 2;
    } else {
      out += "&amp;";
      ++at;
    }
  }
}

std::string XmlEntities::Meaning(std::string_view name) {
  const std::string reference = '&' + std::string(name) + ';';
  std::string escaped;
  if (IsNumber(name) && !IsOfWindows(name)) {
    AppendEscaped(DecodeEntities(reference), escaped);
    return escaped;
  }
  if (!IsName(name) && !IsOfWindows(name)) return {};
  if (const auto found = meanings_.find(reference); found != meanings_.end())
    return found->second;
  if (meanings_.size() >= kMostNames) return {};
  std::string shown = HtmlToLine(reference);
  // What it does not know it shows as it is; spaces show as nothing.
  if (shown == reference) {
    shown.clear();
  } else if (shown.empty()) {
    shown = " ";
  }
  AppendEscaped(shown, escaped);
  return meanings_.emplace(reference, std::move(escaped)).first->second;
}

}  // namespace archive
