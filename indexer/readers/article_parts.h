// What readers of several formats do with an Article's members alike.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_ARTICLE_PARTS_H_
#define ARCHIVE_INDEXER_READERS_ARTICLE_PARTS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace archive {

// Appends a value that says something and is not there yet.  A file that gives
// an article more than 500 of a kind is answered with the first 500.
void AddValue(std::string value, std::vector<std::string>& values);

// The items of "war; peace, trade", each by AddValue.
void AddList(std::string_view list, std::string_view separators,
             std::vector<std::string>& values);

// Where there is no title: what stands for it in pages of results.
void SetFirstLine(Article& article);

// "en_US" → "en-US"; empty for what is no tag of a language.
std::string LanguageTag(std::string_view language);

// The IPTC's urgency, "1" to "9"; nullopt for all else.
std::optional<int> UrgencyOf(std::string_view text);

// Until when the article must not be published, as the source says it.  What is
// no time is kept as such: nobody knows when it may be, so it is held back.
// What systems write for none ("none", "0001-01-01") is none.
void SetEmbargo(std::string_view said, Article& article);

// HTML as blocks; where it says nothing of paragraphs, blank lines part them.
std::vector<Block> MarkupToBlocks(std::string_view text);
// Paragraphs of a text that may be HTML or plain, with blank lines.
std::vector<Block> BlocksOfText(std::string_view text);

bool SaysNothing(const Article& article);  // neither a title nor a text

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_ARTICLE_PARTS_H_
