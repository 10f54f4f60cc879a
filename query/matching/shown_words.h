// Whether words stand in articles that may be shown.
//
// A vocabulary has the words of removed, withheld and hidden articles, too,
// until its segment is written again; who lists or suggests words asks here.
#ifndef ARCHIVE_QUERY_MATCHING_SHOWN_WORDS_H_
#define ARCHIVE_QUERY_MATCHING_SHOWN_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/open_index.h"
#include "common/index/schema.h"
#include "common/index/vocabulary.h"

namespace archive {

// Of a word of a segment, in articles that are shown.
struct WordUse {
  bool is_shown = false;       // in the field that is asked for, or in the text
  std::uint64_t articles = 0;  // that have it in title, body or captions
};

// What cannot be read is not shown.  Costs: nothing where a segment has nothing
// to hide, else a walk over the postings of the word.
// REQUIRES: segment < index.segments().size(), rank < its vocabulary's size.
WordUse UseOfWord(const OpenIndex& index, Hidden hidden, std::size_t segment,
                  WordRank rank, FieldId field);

// By ordinal: whether a value of a facetable field stands in an article that is
// shown; empty: each of them does.
std::vector<bool> ShownValues(const OpenIndex& index, Hidden hidden,
                              std::size_t segment, FieldId field);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SHOWN_WORDS_H_
