// What a page says of its article outside of the article: <meta>, OpenGraph,
// Dublin Core, Parse.ly and their like, JSON-LD, microdata, RDFa, <link>.
//
// Everything is gathered as it is written; what it means together is decided by
// html_title.h (title), html_dates.h (dates) and reader_html.cc.
#ifndef ARCHIVE_INDEXER_READERS_HTML_METADATA_H_
#define ARCHIVE_INDEXER_READERS_HTML_METADATA_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_tree.h"
#include "indexer/readers/json_ld.h"

namespace archive {

struct MetaTag {
  std::string name;  // of name, property, itemprop or http-equiv; small letters
  std::string value;  // clean, never empty
};

// What an element with itemprop (microdata) or property (RDFa) says, one for
// each name it has: content, datetime, else its text.
// https://html.spec.whatwg.org/multipage/microdata.html,
// https://www.w3.org/TR/rdfa-lite/
struct HtmlProperty {
  std::string name;  // in the words of schema.org: "datePublished"
  std::string value;
  std::size_t element = 0;
  std::size_t item = 0;      // the element around it that says a type; 0: none
  bool is_of_other = false;  // of a comment, a person, a picture in the page
};

struct HtmlMetadata {
  std::vector<MetaTag> metas;
  std::vector<LinkedItem> linked;
  std::vector<HtmlProperty> properties;
  std::string title_tag;
  std::string canonical;  // of <link>, as written
  std::string language;   // of <html lang>

  // The first value of the first of these names that there is.
  std::string_view Meta(std::initializer_list<std::string_view> names) const;
  std::vector<std::string_view> AllMetas(std::string_view name) const;
  // What the page says of its article under this name, in its order.
  std::vector<const HtmlProperty*> PropertiesOf(std::string_view name) const;

  // The linked item that tells of this page's article; nullptr when none does.
  const LinkedItem* Article() const;
};

HtmlMetadata ReadHtmlMetadata(const HtmlTree& tree);

// The URL of the page, absolute; empty when it does not say.
std::string PageUrlOf(const HtmlMetadata& metadata);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_METADATA_H_
