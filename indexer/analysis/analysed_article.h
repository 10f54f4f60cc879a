// What is to be written of an article: postings, values, record.  No Xapian
// in it.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ANALYSED_ARTICLE_H_
#define ARCHIVE_INDEXER_ANALYSIS_ANALYSED_ARTICLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/columns.h"
#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "common/index/token_stream.h"
#include "indexer/analysis/word_table.h"

namespace archive {

// One item of a token stream before words have codes: the id of a word, or a
// mark of common/index/token_stream.h.
using StreamItem = std::uint32_t;
inline constexpr StreamItem kMarkBit = 0x80000000;
constexpr StreamItem MarkItem(TokenUnit mark) {
  return kMarkBit | mark;
}
constexpr bool IsMarkItem(StreamItem item) {
  return (item & kMarkBit) != 0;
}

struct FacetValue {
  FieldId field;
  std::string value;  // as written
};

struct AnalysedArticle {
  StoredRecord record;
  ColumnRow row;
  // Words and marks of every zone, in order.
  std::vector<StreamItem> stream;
  // Complete Xapian terms without weight: whole values, presence of fields,
  // pairs of ideographs.  Words of the stream are not among them.
  std::vector<std::string> terms;
  // Values of facetable fields; within an article no two of a field fold alike.
  std::vector<FacetValue> facets;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ANALYSED_ARTICLE_H_
