// Changes of the query text that set mistakes right, for `try:` lines.
#ifndef ARCHIVE_QUERY_LANGUAGE_REPAIRS_H_
#define ARCHIVE_QUERY_LANGUAGE_REPAIRS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/lexer.h"

namespace archive {

struct Repair {
  std::size_t at = 0;       // byte of the query
  std::size_t removed = 0;  // bytes
  std::string inserted;
};

Repair Replacing(Span span, std::string text);
Repair Removing(Span span);

// The query with all repairs made, and the spaces put right around what went.
std::string Repaired(std::string_view query, std::vector<Repair> repairs);

// Where the bracket that opens at tokens[open] and is never closed was most
// likely meant to close: before the first `field:` that follows something in
// it, since a field is mostly a condition of its own; else at the end.  A call
// closes behind its first word.
std::size_t PlaceOfClose(std::string_view query,
                         const std::vector<QueryToken>& tokens,
                         std::size_t open);

// The quote that closes the one at which `quoted` begins.
std::string CloserOf(std::string_view query, const QueryToken& quoted);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_REPAIRS_H_
