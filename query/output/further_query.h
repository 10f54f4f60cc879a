// A query that goes on from the one just answered: what was asked, and one
// condition more.  Pure functions.
#ifndef ARCHIVE_QUERY_OUTPUT_FURTHER_QUERY_H_
#define ARCHIVE_QUERY_OUTPUT_FURTHER_QUERY_H_

#include <string>
#include <string_view>

#include "query/output/result_page.h"

namespace archive {

// `"South Korea"`, marks that mean something in quotes escaped.
std::string QuotedValue(std::string_view value);

// The clause that finds the articles with this value of a field and no others:
// `place:="South Korea"`, `source:="Wikinews"`.
std::string ClauseForValue(std::string_view field, std::string_view value);

// The query for the near-copies of an article.
std::string QueryForCopies(std::string_view id);

// The envelope's query and `clause`, with brackets where OR needs them.
std::string FurtherQuery(const Envelope& envelope, std::string_view clause);

// The command that asks it, for a shell and a screen.
std::string CommandFor(const Envelope& envelope, std::string_view query);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_FURTHER_QUERY_H_
