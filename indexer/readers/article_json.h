// An article as one JSON object, for `archive-index read` and for tests: what
// the readers made of a file, and the language and length that the index has.
#ifndef ARCHIVE_INDEXER_READERS_ARTICLE_JSON_H_
#define ARCHIVE_INDEXER_READERS_ARTICLE_JSON_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/dates/date_mention.h"
#include "common/json_writer.h"
#include "indexer/readers/reader.h"

namespace archive {

// What is said of an article beside what it says itself.
struct ArticleFacts {
  std::string id;
  std::string format;
  std::string language = {};  // its code in the index; empty: not known
  std::size_t words = 0;
  std::span<const DateMention> mentions = {};
};

// Every part of the article under its name; those that the source does not
// give are "", [] or null.  "body" is all running paragraphs, the lead among
// them, with a blank line between.
void WriteArticle(const Article& article, const ArticleFacts& facts,
                  JsonWriter& json);

// {"skipped": reason, "path": path}, with "where" when a part of the file is
// meant.
void WriteSkipped(std::string_view path, const Rejection& rejection,
                  JsonWriter& json);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_ARTICLE_JSON_H_
