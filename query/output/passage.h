// Where a passage of a paragraph begins and ends.  Pure functions.
#ifndef ARCHIVE_QUERY_OUTPUT_PASSAGE_H_
#define ARCHIVE_QUERY_OUTPUT_PASSAGE_H_

#include <cstddef>
#include <string_view>

#include "common/span.h"

namespace archive {

// So many characters of `text` in bytes, on average.
std::size_t BytesForCharacters(std::string_view text, std::size_t characters);

// The bytes of `text` to show around `core`, about `budget` of them: from the
// start of a sentence where one is near, else of a word; to the end of one.
// REQUIRES: core lies in the text, at characters.
Span PassageAround(std::string_view text, Span core, std::size_t budget);

// Whether a sentence begins at `at`, as far as one can see.
bool IsSentenceStart(std::string_view text, std::size_t at);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_PASSAGE_H_
