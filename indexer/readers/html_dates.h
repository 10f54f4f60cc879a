// Every day that a page gives for its publication, and for its last change.
//
// JSON-LD, <meta>, microdata, <time>, the address, and lines such as "Published
// 2 March 2021".  Left out is what stands in navigation, comments, teasers of
// other articles and copyright lines.  Which day is right is decided by
// publication_date.h.
#ifndef ARCHIVE_INDEXER_READERS_HTML_DATES_H_
#define ARCHIVE_INDEXER_READERS_HTML_DATES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/readers/date_text.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_metadata.h"
#include "indexer/readers/html_place.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/html_tree.h"
#include "indexer/readers/publication_date.h"

namespace archive {

struct HtmlDates {
  std::vector<DateOfClaim> published;
  std::optional<Timestamp> modified;
};

// `body` is the element around the article, 0 when none was found.
HtmlDates DatesOf(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                  const HtmlMetadata& metadata, const HtmlTitle& title,
                  std::size_t body);

// Those of the lines that the page shows alone.
HtmlDates DatesOfLines(const HtmlTree& tree, const HtmlPlace& place,
                       DateOrder order);

// The day that an address holds: /2021/03/02/, /2021-03-02-, /20210302/.
std::optional<Date> DayOfUrl(std::string_view url);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_DATES_H_
