// Words that are cut at the ends of lines, put together again: in texts that
// were wrapped by hand or set in columns.
//
// The rule, in this order, for a hyphen behind letters at the end of a line:
//  1. A soft hyphen (U+00AD), "¬" and "⸗" always go, and the parts are one
//  word.
//  2. What goes on with a capital or a digit keeps its hyphen: Anglo-American,
//     1914-18.
//  3. Before "and", "or" and their like in some languages nothing is joined:
//     "Nord- und Südkorea".
//  4. A word that the text has elsewhere in one piece is one word.
//  5. One that it has elsewhere with its hyphen keeps it.
//  6. Behind parts that usually keep it ("self-", "co-", "ex-") it is kept.
//  7. Else it goes: govern-ment is government.
// Pure; linear.
#ifndef ARCHIVE_INDEXER_READERS_HYPHENATION_H_
#define ARCHIVE_INDEXER_READERS_HYPHENATION_H_

#include <string>
#include <string_view>

namespace archive {

// `text` with such words whole on the line where they begin.  Lines that were
// nothing but the end of a word are gone, others stay lines.
// REQUIRES: cleaned text (common/text/utf8.h).
std::string JoinCutWords(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HYPHENATION_H_
