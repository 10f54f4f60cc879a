// A fragment of HTML → its text: what feeds, mail and JSON carry in a field.
//
// Everything shown is kept: a fragment has no navigation around it.  What is
// hidden, as the preview of a mail, is left out unless it is all there is.  For
// whole pages: html_body.h.  Pure functions; whatever the bytes, they end, and
// give clean UTF-8 with single spaces.
#ifndef ARCHIVE_INDEXER_READERS_HTML_TEXT_H_
#define ARCHIVE_INDEXER_READERS_HTML_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace archive {

// Whether a text has tags or entities that need reading: "<p>", "&amp;".
bool HoldsHtml(std::string_view text);

// The fragment's paragraphs, headings and items, the texts under pictures as
// captions.  A fragment beyond the limits of html_limits.h is one paragraph
// with its tags cut out.
std::vector<Block> HtmlToBlocks(std::string_view html);

// The same as one text, with a blank line between paragraphs.
std::string HtmlToText(std::string_view html);

// In one line: a title, a name.  "Fish &amp; chips" → "Fish & chips".
std::string HtmlToLine(std::string_view html);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_TEXT_H_
