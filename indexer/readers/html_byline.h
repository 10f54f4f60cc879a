// Who wrote a page: JSON-LD, <meta>, microdata, else the line that says "By".
#ifndef ARCHIVE_INDEXER_READERS_HTML_BYLINE_H_
#define ARCHIVE_INDEXER_READERS_HTML_BYLINE_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_metadata.h"
#include "indexer/readers/html_tree.h"

namespace archive {

// Names, one entry an author, without "By", role and the site's own name.
std::vector<std::string> AuthorsOf(const HtmlTree& tree,
                                   const HtmlMetadata& metadata,
                                   std::string_view site);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_BYLINE_H_
