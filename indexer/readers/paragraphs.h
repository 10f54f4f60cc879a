// Text → lines and paragraphs.
//
// Pure functions over cleaned text (common/text/utf8.h: line ends are "\n").
// What a paragraph is to its reader (caption, keywords) is left to the readers.
#ifndef ARCHIVE_INDEXER_READERS_PARAGRAPHS_H_
#define ARCHIVE_INDEXER_READERS_PARAGRAPHS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

// What begins a paragraph, beside the beginning of the text.
enum class ParagraphStart : unsigned char {
  kBlankLine,
  kBlankOrIndentedLine,  // two spaces or a tab, as on old wires
  kEveryLine,
};

// The lines of a text, without their ends.  Views into `text`.
std::vector<std::string_view> LinesOf(std::string_view text);

bool IsBlankLine(std::string_view line);

// Columns of white space at the beginning of a line; a tab counts as four.
std::size_t IndentOf(std::string_view line);

// The paragraphs, none of them empty, line breaks inside as single spaces.
std::vector<std::string> SplitParagraphs(std::string_view text,
                                         ParagraphStart start);
std::vector<std::string> SplitParagraphs(
    const std::vector<std::string_view>& lines, ParagraphStart start);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_PARAGRAPHS_H_
