// What an element says of itself: its name, and the words of its class, id,
// role and test id, which designers choose for themselves and name alike all
// over the web ("related-posts", "share-bar", "entry-content").
//
// To know another word: a row in html_hints.cc.
#ifndef ARCHIVE_INDEXER_READERS_HTML_HINTS_H_
#define ARCHIVE_INDEXER_READERS_HTML_HINTS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace archive {

enum class HtmlHint : std::uint8_t {
  kNone,
  kBody,       // holds an article: "entry-content", itemprop=articleBody
  kArticle,    // <article>, <main>
  kCaption,    // the text under a picture
  kCredit,     // who made the picture
  kMeta,       // byline, date, tags of the article
  kClutter,    // never part of an article: navigation, advertising, sharing
  kElsewhere,  // clutter that tells of other articles: "related", "latest"
  kComments,   // what readers wrote
  kDoubtful,   // clutter more often than not: "widget", "box"
};

// Of each node of the tree; texts have none.
std::vector<HtmlHint> HintsOf(const HtmlTree& tree);

// display:none, hidden, aria-hidden.
bool IsHidden(const HtmlTree& tree, const HtmlNode& element);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_HINTS_H_
