// What a page shows, cut into blocks: a paragraph, a heading, an item of a
// list, a cell.  Elements that run in the text (<b>, <span>, <a>) join, the
// others and two <br> cut.  Which blocks belong to an article is left to
// html_body.h.
#ifndef ARCHIVE_INDEXER_READERS_HTML_BLOCKS_H_
#define ARCHIVE_INDEXER_READERS_HTML_BLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace archive {

struct HtmlBlock {
  std::uint32_t element = 0;  // the innermost that begins a block
  std::uint32_t first = 0;    // its first node of text
  std::string text;           // clean, with single spaces, never empty
  std::size_t words = 0;
  std::size_t linked = 0;  // bytes of `text` in links, about
};

// 1 to 6 for <h1> to <h6>, else 0.
int HeadingLevel(std::string_view name);

// <p>, <div>, <li> …: what stands inside is no part of the text around it.
bool BeginsBlock(std::string_view name);

// Scripts, styles, forms' parts and the like: never shown as text.
bool IsInvisible(std::string_view name);

// The blocks inside `root`, in the order of the page, without what is inside
// elements that `skip` names and what is never shown.
std::vector<HtmlBlock> BlocksOf(const HtmlTree& tree, std::size_t root,
                                const std::function<bool(std::size_t)>& skip);

std::size_t CountWords(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_BLOCKS_H_
