// What the elements of a feed's item mean, whatever the vocabulary.
//
// To know another element: a row in feed_elements.cc.
#ifndef ARCHIVE_INDEXER_READERS_FEED_ELEMENTS_H_
#define ARCHIVE_INDEXER_READERS_FEED_ELEMENTS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace archive {

enum class FeedPart : std::uint8_t {
  kTitle,
  kText,
  kAddress,
  kUid,
  kAuthor,
  kKeyword,
  kKeywords,  // with commas
  kPublished,
  kModified,
  kLanguage,
  kSource,
  kSection,
  kPlace,
  kMedia,
};
inline constexpr std::size_t kFeedPartCount = 14;

struct FeedElement {
  std::string_view name;
  FeedPart part;
  int rank = 0;  // of several the lowest that says something is meant
};

// nullptr for what means nothing to us.  `name` as xml_tree.h has it, without
// "atom:".
const FeedElement* FindFeedElement(std::string_view name);

// Atom's elements have the names of RSS's.
std::string_view WithoutAtom(std::string_view name);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FEED_ELEMENTS_H_
