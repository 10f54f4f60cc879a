// What the exports of blogs, which are feeds, say of their items: WordPress's
// (WXR, <wp:post_type>, <wp:status>) and Blogger's (Atom, a category of
// "…/blogger/2008/kind#post", and <app:draft> of RFC 5023, 13.1.1).
#ifndef ARCHIVE_INDEXER_READERS_BLOG_EXPORT_H_
#define ARCHIVE_INDEXER_READERS_BLOG_EXPORT_H_

#include <cstddef>
#include <string_view>

#include "indexer/readers/xml_tree.h"

namespace archive {

// Why the item is no article, but a picture, a menu, a comment, a template;
// empty when it may be one.
std::string_view WhyNoPost(const XmlTree& tree, std::size_t item);

// Whether it has not been published, or not yet.
bool IsUnpublishedPost(const XmlTree& tree, std::size_t item);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_BLOG_EXPORT_H_
