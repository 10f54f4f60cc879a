// A document of the News Industry Text Format → an Article, wherever it
// stands: a file of its own, or inside NewsML.
//
// NITF 3.x: https://iptc.org/standards/nitf/.  An Article has no member for
// urgency, series, rights and versions (du-key); an expiry and further dates
// are kept among the other dates.
#ifndef ARCHIVE_INDEXER_READERS_NITF_ARTICLE_H_
#define ARCHIVE_INDEXER_READERS_NITF_ARTICLE_H_

#include <cstddef>

#include "common/article.h"
#include "indexer/readers/xml_tree.h"

namespace archive {

// `nitf` is the element <nitf>.
Article ReadNitfArticle(const XmlTree& tree, std::size_t nitf);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_NITF_ARTICLE_H_
