// What a word that stands nowhere may have been meant to be, from the index's
// own words and values.
#ifndef ARCHIVE_QUERY_MATCHING_SPELLING_H_
#define ARCHIVE_QUERY_MATCHING_SPELLING_H_

#include <string>
#include <string_view>

#include "common/index/open_index.h"
#include "common/index/schema.h"
#include "query/matching/word_set.h"

namespace archive {

// Whether any word of the index is what `spec` asks for.
bool IsInVocabulary(const OpenIndex& index, const WordSpec& spec);

// The likeliest word within two edits (one for short words) of `word`, which
// is folded; what stands in many articles counts for more, two edits for less.
// Empty when there is none.
std::string NearestWord(const OpenIndex& index, std::string_view word);

// The value of a facetable field, or the word of one, nearest to `value`,
// within two edits.  Empty when there is none.
std::string NearestValue(const OpenIndex& index, FieldId field,
                         std::string_view value);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SPELLING_H_
