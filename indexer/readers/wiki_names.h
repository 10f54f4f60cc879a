// What wikis in several languages call the same things: sections, spaces and
// templates that are read in a way of their own.
//
// To know another name: a word in wiki_names.cc.  Pure; any thread.
#ifndef ARCHIVE_INDEXER_READERS_WIKI_NAMES_H_
#define ARCHIVE_INDEXER_READERS_WIKI_NAMES_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

enum class WikiName : std::uint8_t {
  kAppendix,       // a section that is no part of the article
  kFileSpace,      // of pictures
  kCategorySpace,  // of categories
  kDateTemplate,   // {{date|…}}
  kQuoteTemplate,  // {{quote|…}}, of which the first part is shown
};

// Names are compared without case and accents; empty for what is too long to
// be one.
std::string FoldedWikiName(std::string_view text);

bool IsWikiName(const std::string& folded, WikiName meaning);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_WIKI_NAMES_H_
