// What is to be written of an article: postings, values, record.  No Xapian
// in it.
#ifndef ARCHIVE_COMMON_INDEX_ANALYSED_ARTICLE_H_
#define ARCHIVE_COMMON_INDEX_ANALYSED_ARTICLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/dates/date_mention.h"
#include "common/index/columns.h"
#include "common/index/schema.h"
#include "common/index/stored_record.h"
#include "common/index/stream_item.h"

namespace archive {

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

#endif  // ARCHIVE_COMMON_INDEX_ANALYSED_ARTICLE_H_
