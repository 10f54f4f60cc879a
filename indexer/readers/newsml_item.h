// One item of NewsML-G2 → an Article, or why it is none.
//
// https://iptc.org/standards/newsml-g2/.  What the metadata say comes before
// what an inline NITF or XHTML says again.  Catalogs are never fetched: a code
// without a name in the item stays a code.  An Article has no member for genre
// and rights.  Versions of an item have one guid and are told apart by their
// numbers; `replaces` is another item that a link names.
#ifndef ARCHIVE_INDEXER_READERS_NEWSML_ITEM_H_
#define ARCHIVE_INDEXER_READERS_NEWSML_ITEM_H_

#include <cstddef>
#include <string>
#include <variant>

#include "common/article.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml_tree.h"

namespace archive {

// <newsItem>, <packageItem>, <conceptItem> …
bool IsNewsMLItem(std::string_view name);

std::variant<Article, Rejection> ReadNewsMLItem(const XmlTree& tree,
                                                std::size_t item);

// The text of a <contentSet>, a NITF's with all that it says; without the
// item's metadata.
Article ReadNewsMLContent(const XmlTree& tree, std::size_t content_set);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_NEWSML_ITEM_H_
