// What a page says of its article to machines: JSON-LD in the words of
// schema.org.  A border to nlohmann-json.
//
// Publishers write it by template: comments, line breaks inside strings, HTML
// around it, commas too many.  What can be understood without guessing is read;
// what cannot costs itself.  https://schema.org/NewsArticle
#ifndef ARCHIVE_INDEXER_READERS_JSON_LD_H_
#define ARCHIVE_INDEXER_READERS_JSON_LD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

enum class LinkedKind : std::uint8_t {
  kArticle,  // NewsArticle, BlogPosting, Report …
  kPage,     // WebPage: what it says is true of the article, mostly
  kIndex,    // CollectionPage, ItemList: a page of many
};

// An item; strings are clean and in one line, empty where it says nothing.
struct LinkedItem {
  LinkedKind kind = LinkedKind::kPage;
  std::string headline;
  std::string body;  // may hold HTML, may be cut
  std::string section;
  std::string language;
  std::string url;
  std::string publisher;
  std::vector<std::string> authors;
  std::vector<std::string> keywords;
  std::string published;  // as written
  std::string created;
  std::string modified;
};

// Every item of a <script type="application/ld+json">, also those inside
// arrays, @graph and mainEntity.
std::vector<LinkedItem> ReadJsonLd(std::string_view script);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_LD_H_
