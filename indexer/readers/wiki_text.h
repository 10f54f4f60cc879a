// The markup of wikis → paragraphs, and what it says beside the text: the day
// in a {{date}} template, the names of categories.
//
// Templates, tables, footnotes and comments are left out; links are what they
// show; texts under pictures are captions.  Linear in the text, whatever it
// nests.  https://www.mediawiki.org/wiki/Help:Formatting
#ifndef ARCHIVE_INDEXER_READERS_WIKI_TEXT_H_
#define ARCHIVE_INDEXER_READERS_WIKI_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace archive {

struct WikiText {
  std::vector<Block> blocks;
  std::string date;      // as {{date|…}} gives it
  std::string location;  // of {{byline|…|location=…}}
  std::vector<std::string> categories;
};

WikiText ReadWikiText(std::string_view markup);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_WIKI_TEXT_H_
