// Which blocks of a page are its article.
//
// Three steps: what says of itself that it is no article is left out
// (html_hints.h); the element around the most running text is chosen, a way
// that Readability (Arc90, Mozilla) made common; of its blocks those remain
// that read like text.  Where a page carries its article a second time, for
// machines (JSON-LD's articleBody), that copy says which blocks are right.
#ifndef ARCHIVE_INDEXER_READERS_HTML_BODY_H_
#define ARCHIVE_INDEXER_READERS_HTML_BODY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/html_tree.h"

namespace archive {

struct HtmlBody {
  std::vector<Block> blocks;
  std::size_t element = 0;  // the element around them; 0: none was found
  std::size_t words = 0;    // of the paragraphs
  // Boxes that show another article each: a headline that is a link, and little
  // text.
  std::size_t teasers = 0;
};

// `title` is not repeated in the body; `told_body` is the text of the article
// as the page tells it to machines, may be empty.
HtmlBody FindBody(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                  const HtmlTitle& title, std::string_view told_body);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_BODY_H_
