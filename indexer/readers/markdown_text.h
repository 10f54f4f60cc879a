// Markdown → what it shows.  The border to cmark, CommonMark's own parser.
//
// Pure; of any text, within a limit: cmark needs time that grows faster than
// some texts.
#ifndef ARCHIVE_INDEXER_READERS_MARKDOWN_TEXT_H_
#define ARCHIVE_INDEXER_READERS_MARKDOWN_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace archive {

inline constexpr std::size_t kMaxMarkdownBytes = std::size_t{2} << 20;

struct MarkdownText {
  std::string heading;        // the first block, where it is a heading
  std::vector<Block> blocks;  // without it
};

// Headings and items are paragraphs, the titles of pictures (or else what
// stands for them) captions.  HTML inside is read as HTML.
// REQUIRES: UTF-8, at most kMaxMarkdownBytes.
MarkdownText ReadMarkdownText(std::string_view markdown);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_MARKDOWN_TEXT_H_
