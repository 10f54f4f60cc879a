// XML as publishers send it → XML that a parser reads to its end.
//
// One pass over the bytes: comments, instructions and document types go (so no
// DTD is fetched and no entity expanded: "billion laughs" is plain text), CDATA
// becomes text, names are written small, HTML's named entities become their
// characters, a bare '&' or '<' is text, end tags that fit nothing go and those
// that are missing are added.  What nests too deep or is too much is counted
// here, before a tree is made of it.
#ifndef ARCHIVE_INDEXER_READERS_XML_MENDING_H_
#define ARCHIVE_INDEXER_READERS_XML_MENDING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/span.h"

namespace archive {

// Years of a weekly's feed stay below a quarter of this; larger collections
// (dumps of wikis) are cut into their pages before.
inline constexpr std::size_t kMaxXmlBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxXmlNesting = 1000;
inline constexpr std::size_t kMaxXmlElements = 1'000'000;
inline constexpr std::size_t kMaxXmlAttributes = 1000;  // of one tag

struct MendedXml {
  std::string xml;
  std::vector<Span> elements;  // where each stood, in the order of their begin
  std::string broken_limit;    // for people; empty: all was read
};

// REQUIRES: `text` is valid UTF-8.
MendedXml MendXml(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_XML_MENDING_H_
