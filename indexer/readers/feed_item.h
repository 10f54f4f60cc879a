// One item of a feed → an Article.  What its elements mean stands in
// feed_elements.cc.
#ifndef ARCHIVE_INDEXER_READERS_FEED_ITEM_H_
#define ARCHIVE_INDEXER_READERS_FEED_ITEM_H_

#include <cstddef>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/readers/xml_tree.h"

namespace archive {

// What a feed says for all its items.
struct FeedChannel {
  std::string title;
  std::string language;
  std::string address;
  std::vector<std::string> authors;
};

// Whether a <link> leads to the article or site itself, not to a picture, a
// sound, the feed or comments.
bool IsAddressOfArticle(const XmlTree& tree, std::size_t link);

Article ReadFeedItem(const XmlTree& tree, std::size_t item,
                     const FeedChannel& channel);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FEED_ITEM_H_
