// Lines that content systems put between and behind paragraphs:
// "Advertisement", "Share this article", "Related stories".
//
// Known are those that no article would hold as a line of its own.  To add one:
// a row in html_lines.cc, in small letters.  Pure functions over clean text.
#ifndef ARCHIVE_INDEXER_READERS_HTML_LINES_H_
#define ARCHIVE_INDEXER_READERS_HTML_LINES_H_

#include <string_view>

namespace archive {

// A line that is passed over.
bool IsFurnitureLine(std::string_view line);

// A line behind which no article goes on: "Related articles", "Leave a reply".
bool EndsArticle(std::string_view line);

// "Read more: …", "Also read: …": begins a link to another article.
bool PointsElsewhere(std::string_view line);

// A short line of date, author or category, as it stands above an article.
bool IsByDateLine(std::string_view line);

bool EndsSentence(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_LINES_H_
