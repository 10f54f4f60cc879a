// JSON as programs write it that do not know the standard well: what can be
// understood without guessing is put right before it is parsed.
#ifndef ARCHIVE_INDEXER_READERS_JSON_FORGIVENESS_H_
#define ARCHIVE_INDEXER_READERS_JSON_FORGIVENESS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace archive {

// The same JSON with NaN and Infinity (Python's) and numbers that no double
// holds (1e999) as null, escaped halves of
// surrogate pairs that stand alone as U+FFFD, and tabs inside strings as
// spaces.  One pass.
std::string ForgiveJson(std::string_view json);

// How deep brackets are nested, those in strings not counted.
std::size_t NestingOfJson(std::string_view json);

// Whether the text is one '{…}' whose brackets close at its very end; what
// stands inside is not checked.
bool IsOneJsonObject(std::string_view json);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_FORGIVENESS_H_
