// What the formats for bibliographies have in common: a title for what has
// none, and a note by which a footnote can be repeated.  Pure functions.
#ifndef ARCHIVE_QUERY_OUTPUT_CITATION_H_
#define ARCHIVE_QUERY_OUTPUT_CITATION_H_

#include <string>
#include <string_view>
#include <vector>

#include "query/output/result_page.h"

namespace archive {

// The headline, else the article's first line, else its id.
std::string CitedTitle(const Hit& hit);

// Subjects and keywords, in the order of the source.
std::vector<std::string> CitedKeywords(const Hit& hit);

// Which indexes: "index b1f0, generation 17"; `what` they are called.
std::string CitedIndexes(const Envelope& envelope, std::string_view what);

// The same, as citations have it: "archive-index b1f0, generation 17".
std::string CitedArchive(const Envelope& envelope);

// Where the article was found, and how its date is known.
std::string CitedNote(const Envelope& envelope, const Hit& hit);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_CITATION_H_
