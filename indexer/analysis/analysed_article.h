// What is to be written of an article: postings, values, record.  No Xapian
// in it.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ANALYSED_ARTICLE_H_
#define ARCHIVE_INDEXER_ANALYSIS_ANALYSED_ARTICLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/dates/date_mention.h"
#include "common/index/columns.h"
#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "common/index/token_stream.h"
#include "indexer/analysis/word_table.h"

namespace archive {

// One item of a token stream before words have codes: a word's id and how it
// was written, or a mark of common/index/token_stream.h.
using StreamItem = std::uint32_t;
inline constexpr StreamItem kMarkBit = 0x80000000;
inline constexpr int kCaseShift = 29;
inline constexpr StreamItem kWordIdMask = (StreamItem{1} << kCaseShift) - 1;
constexpr StreamItem MarkItem(TokenUnit mark) {
  return kMarkBit | mark;
}
constexpr bool IsMarkItem(StreamItem item) {
  return (item & kMarkBit) != 0;
}
constexpr TokenUnit MarkOf(StreamItem item) {
  return static_cast<TokenUnit>(item & 0xffff);
}
// REQUIRES: word <= kWordIdMask.
constexpr StreamItem WordItem(WordId word, LetterCase letter_case) {
  return static_cast<StreamItem>(letter_case) << kCaseShift | word;
}
constexpr WordId WordIdOf(StreamItem item) {
  return item & kWordIdMask;
}
constexpr LetterCase LetterCaseOf(StreamItem item) {
  return static_cast<LetterCase>((item & ~kMarkBit) >> kCaseShift);
}
// No word id is cut: a segment with more words is refused.
static_assert(kMaxWordCodes <= kWordIdMask);

struct FacetValue {
  FieldId field;
  std::string value;  // as written
  // The value by which it is known, spelt so; empty: itself.
  std::string known_as = {};
};

struct AnalysedArticle {
  StoredRecord record;
  ColumnRow row;
  // Words and marks of every zone, in order.
  std::vector<StreamItem> stream;
  // Complete Xapian terms without weight: whole values, presence of fields,
  // pairs of ideographs.  Words of the stream are not among them.
  std::vector<std::string> terms;
  // Times that the title, paragraphs and captions speak of; parts as in
  // common/index/mention_list.h.
  std::vector<DateMention> mentions;
  // Values of facetable fields; within an article no two of a field fold alike.
  std::vector<FacetValue> facets;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ANALYSED_ARTICLE_H_
