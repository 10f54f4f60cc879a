// The values of an article's fields, and its texts.
#ifndef ARCHIVE_COMMON_INDEX_ARTICLE_VALUES_H_
#define ARCHIVE_COMMON_INDEX_ARTICLE_VALUES_H_

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

// What the article says itself, by title and block: a credit is about a
// picture, and empty here.
std::vector<std::string_view> TextsOf(const Article& article);

// Whether it has a person, an organisation or a place.
bool NamesEntities(const Article& article);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_ARTICLE_VALUES_H_
