// The headline of a page, without the name of its site.
//
// Pages print it twice or more: in <h1>, in <title> with the site's name, in
// og:title, in JSON-LD.  What two of them agree on is it.
#ifndef ARCHIVE_INDEXER_READERS_HTML_TITLE_H_
#define ARCHIVE_INDEXER_READERS_HTML_TITLE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/html_metadata.h"
#include "indexer/readers/html_tree.h"

namespace archive {

struct HtmlTitle {
  std::string text;         // empty: the page has none
  std::size_t element = 0;  // where the page shows it; 0: nowhere
};

HtmlTitle TitleOf(const HtmlTree& tree, const HtmlMetadata& metadata);

// "Headline | The Courier" → "Headline".  `site` is the site's name, may be
// empty: then only what stands behind marks that no headline has is cut.
std::string WithoutSiteName(std::string_view title, std::string_view site);

// Letters and digits alone, small: two spellings of one headline are equal.
std::string Skeleton(std::string_view text);

// What the site calls itself; empty when it does not say.
std::string SiteNameOf(const HtmlMetadata& metadata);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_TITLE_H_
