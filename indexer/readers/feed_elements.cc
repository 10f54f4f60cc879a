#include "indexer/readers/feed_elements.h"

#include <algorithm>
#include <array>

namespace archive {
namespace {

constexpr auto kElements = std::to_array<FeedElement>({
    {"title", FeedPart::kTitle, 0},
    {"dc:title", FeedPart::kTitle, 1},
    {"media:title", FeedPart::kTitle, 2},
    {"itunes:title", FeedPart::kTitle, 3},
    {"content:encoded", FeedPart::kText, 0},
    {"content", FeedPart::kText, 1},
    {"xhtml:body", FeedPart::kText, 1},
    {"body", FeedPart::kText, 1},
    {"xhtml:div", FeedPart::kText, 1},
    {"fullitem", FeedPart::kText, 2},
    {"description", FeedPart::kText, 3},
    {"summary", FeedPart::kText, 4},
    {"abstract", FeedPart::kText, 4},
    {"dc:description", FeedPart::kText, 4},
    {"dcterms:abstract", FeedPart::kText, 5},
    {"media:description", FeedPart::kText, 6},
    {"itunes:summary", FeedPart::kText, 6},
    {"itunes:subtitle", FeedPart::kText, 7},
    {"feedburner:origlink", FeedPart::kAddress, 0},
    {"link", FeedPart::kAddress, 1},
    {"guid", FeedPart::kUid, 0},
    {"id", FeedPart::kUid, 0},
    {"dc:identifier", FeedPart::kUid, 1},
    {"dc:creator", FeedPart::kAuthor, 0},
    {"author", FeedPart::kAuthor, 0},
    {"itunes:author", FeedPart::kAuthor, 1},
    {"dc:author", FeedPart::kAuthor, 1},
    {"managingeditor", FeedPart::kAuthor, 2},
    {"category", FeedPart::kKeyword},
    {"dc:subject", FeedPart::kKeyword},
    {"dcterms:subject", FeedPart::kKeyword},
    {"media:category", FeedPart::kKeyword},
    {"itunes:category", FeedPart::kKeyword},
    {"media:keywords", FeedPart::kKeywords},
    {"itunes:keywords", FeedPart::kKeywords},
    {"prism:keyword", FeedPart::kKeyword},
    {"pubdate", FeedPart::kPublished, 0},
    {"published", FeedPart::kPublished, 0},
    {"issued", FeedPart::kPublished, 0},
    {"prism:publicationdate", FeedPart::kPublished, 0},
    {"dcterms:issued", FeedPart::kPublished, 0},
    {"dc:date", FeedPart::kPublished, 1},
    {"date", FeedPart::kPublished, 1},
    {"dcterms:date", FeedPart::kPublished, 1},
    {"created", FeedPart::kPublished, 2},
    {"dcterms:created", FeedPart::kPublished, 2},
    {"updated", FeedPart::kModified, 0},
    {"modified", FeedPart::kModified, 0},
    {"dcterms:modified", FeedPart::kModified, 0},
    {"prism:modificationdate", FeedPart::kModified, 0},
    {"dc:language", FeedPart::kLanguage},
    {"language", FeedPart::kLanguage},
    {"source", FeedPart::kSource, 0},
    {"dc:source", FeedPart::kSource, 1},
    {"prism:publicationname", FeedPart::kSource, 1},
    {"prism:section", FeedPart::kSection},
    {"dc:coverage", FeedPart::kPlace},
    {"georss:featurename", FeedPart::kPlace},
    {"media:content", FeedPart::kMedia},
    {"media:group", FeedPart::kMedia},
    {"media:thumbnail", FeedPart::kMedia},
    {"media:text", FeedPart::kMedia},
    {"media:credit", FeedPart::kMedia},
});

}  // namespace

const FeedElement* FindFeedElement(std::string_view name) {
  const auto* const found =
      std::find_if(kElements.begin(), kElements.end(),
                   [name](const FeedElement& row) { return row.name == name; });
  return found == kElements.end() ? nullptr : &*found;
}

std::string_view WithoutAtom(std::string_view name) {
  constexpr std::string_view kAtom = "atom:";
  return name.starts_with(kAtom) ? name.substr(kAtom.size()) : name;
}

}  // namespace archive
