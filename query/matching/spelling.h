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

// Where to look: words and values of articles that are not shown are none.
struct SpellingScope {
  const OpenIndex& index;
  Hidden hidden = Hidden::kLeftOut;
};

// Whether any word of the index is what `spec` asks for.
bool IsInVocabulary(const SpellingScope& scope, const WordSpec& spec,
                    FieldId field);

// The likeliest word within two edits (one for short words) of `word`, which
// is folded; what stands in many articles counts for more, two edits for less.
// Empty when there is none.
std::string NearestWord(const SpellingScope& scope, std::string_view word);

// The value of a facetable field, or the word of one, nearest to `value`,
// within two edits.  Empty when there is none.
std::string NearestValue(const SpellingScope& scope, FieldId field,
                         std::string_view value);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SPELLING_H_
