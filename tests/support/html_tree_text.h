// A tree as a text that two trees share only when they are equal but for how
// many blanks stand side by side.
#ifndef ARCHIVE_TESTS_SUPPORT_HTML_TREE_TEXT_H_
#define ARCHIVE_TESTS_SUPPORT_HTML_TREE_TEXT_H_

#include <string>
#include <string_view>

#include "indexer/readers/html_tree.h"

namespace archive {

inline std::string WithSingleBlanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\f\r";
  std::string out;
  for (const char c : text) {
    const bool is_blank = kBlanks.find(c) != std::string_view::npos;
    if (!is_blank)
      out += c;
    else if (out.empty() || out.back() != ' ')
      out += ' ';
  }
  return out;
}

inline std::string TextOfTree(const HtmlTree& tree) {
  std::string text;
  for (const HtmlNode& node : tree.nodes()) {
    text += std::to_string(node.parent) + ' ' + std::to_string(node.end) + " <";
    text += node.name;
    for (const HtmlAttribute& attribute : tree.AttributesOf(node)) {
      text += ' ';
      text += attribute.name;
      text += "=\"";
      text += attribute.value;
      text += '"';
    }
    text += ">[";
    text += WithSingleBlanks(node.text);
    text += "]\n";
  }
  return text;
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_HTML_TREE_TEXT_H_
