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

// What a wiki calls the spaces of its pictures and of its categories, as the
// head of its dump says: "Файл", "Категория".  The usual names are known.
struct WikiSpaces {
  std::vector<std::string> files;
  std::vector<std::string> categories;
};

WikiText ReadWikiText(std::string_view markup, const WikiSpaces& spaces = {});

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_WIKI_TEXT_H_
