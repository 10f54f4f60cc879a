// Pages that show several whole articles one under the other: the front page
// of a blog, a month of an archive.  Lists of teasers are told in html_body.h.
#ifndef ARCHIVE_INDEXER_READERS_HTML_STORIES_H_
#define ARCHIVE_INDEXER_READERS_HTML_STORIES_H_

#include "indexer/readers/html_tree.h"

namespace archive {

// Three or more elements that say that they are articles (<article>, hentry of
// hAtom, itemtype or typeof of schema.org), each with a headline that is a link
// and some text, none of them with most of it.  Pure.
bool ShowsSeveralArticles(const HtmlTree& tree);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_STORIES_H_
