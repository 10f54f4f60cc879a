// The texts of feeds: which of the five ways of writing them an element uses
// (plain, escaped HTML, XHTML inside, base64, or not said), and what it says.
//
// Atom: RFC 4287, section 3.1; Atom 0.3: section 3.1 of its draft.
#ifndef ARCHIVE_INDEXER_READERS_FEED_TEXT_H_
#define ARCHIVE_INDEXER_READERS_FEED_TEXT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/readers/xml_tree.h"

namespace archive {

// In one line: a title, a name.
std::string FeedLine(const XmlTree& tree, std::size_t element);

// As blocks; none for pictures, sounds and what is elsewhere.
std::vector<Block> FeedBlocks(const XmlTree& tree, std::size_t element);

// The names of an author's element: a person of Atom, a line of RSS, with or
// without an address of mail.
void AddFeedAuthors(const XmlTree& tree, std::size_t element,
                    std::vector<std::string>& authors);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FEED_TEXT_H_
