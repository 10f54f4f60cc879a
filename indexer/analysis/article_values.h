// The values of an article's fields.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ARTICLE_VALUES_H_
#define ARCHIVE_INDEXER_ANALYSIS_ARTICLE_VALUES_H_

#include <string_view>
#include <vector>

#include "common/index/field.h"
#include "common/index/stored_record.h"

namespace archive {

// What an article holds of a field, as written: what facets, whole-value terms
// and the words of its zone are made from.  Empty for fields that are numbers,
// dates or made of others.
std::vector<std::string_view> ValuesOf(const StoredRecord& record,
                                       FieldId field);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ARTICLE_VALUES_H_
