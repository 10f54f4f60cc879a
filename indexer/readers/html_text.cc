#include "indexer/readers/html_text.h"

#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_tree.h"

namespace archive {
namespace {

bool IsInsideCaption(const HtmlTree& tree, std::size_t element) {
  while (element != 0) {
    if (tree[element].name == "figcaption" || tree[element].name == "caption")
      return true;
    element = tree[element].parent;
  }
  return false;
}

// All that stands outside of <…>.
std::string WithoutTags(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    text += html.substr(at, open - at);
    text += ' ';
    const std::size_t close = html.find('>', open);
    at = close == std::string_view::npos ? html.size() : close + 1;
  }
  return CleanValue(text);
}

}  // namespace

bool HoldsHtml(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at + 1, 12);
    if (rest.empty()) return false;
    if (text[at] == '<' &&
        (IsLetter(rest[0]) || rest[0] == '/' || rest[0] == '!'))
      return true;
    if (text[at] == '&' && (IsLetter(rest[0]) || rest[0] == '#') &&
        rest.find(';') != std::string_view::npos)
      return true;
  }
  return false;
}

std::vector<Block> HtmlToBlocks(std::string_view html) {
  std::vector<Block> blocks;
  const Result<HtmlTree> tree = HtmlTree::Parse(CleanUtf8(html));
  if (!tree) {
    std::string text = WithoutTags(html);
    if (!text.empty())
      blocks.push_back({BlockKind::kParagraph, std::move(text)});
    return blocks;
  }
  const auto is_hidden = [&tree](std::size_t element) {
    return IsHidden(*tree, (*tree)[element]);
  };
  std::vector<HtmlBlock> found = BlocksOf(*tree, 0, is_hidden);
  if (found.empty())
    found = BlocksOf(*tree, 0, [](std::size_t) { return false; });
  for (HtmlBlock& block : found) {
    const BlockKind kind = IsInsideCaption(*tree, block.element)
                               ? BlockKind::kCaption
                               : BlockKind::kParagraph;
    blocks.push_back({kind, std::move(block.text)});
  }
  return blocks;
}

std::string HtmlToText(std::string_view html) {
  std::string text;
  for (const Block& block : HtmlToBlocks(html)) {
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

std::string HtmlToLine(std::string_view html) {
  if (!HoldsHtml(html)) return CleanValue(html);
  return CollapseSpaces(HtmlToText(html));
}

}  // namespace archive
