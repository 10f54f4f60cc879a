// An analysed article → the document that Xapian keeps of it.  A border to
// Xapian.
#ifndef ARCHIVE_COMMON_INDEX_ARTICLE_DOCUMENT_H_
#define ARCHIVE_COMMON_INDEX_ARTICLE_DOCUMENT_H_

#include <string>
#include <string_view>

#include <xapian.h>

#include "common/index/analysed_article.h"
#include "common/index/token_stream.h"
#include "common/index/word_table.h"

namespace archive {

// Terms and values; `table` is that of the article's stream.  Its data, the
// record, is the caller's to set: it may be packed.
Xapian::Document MakeDocument(const AnalysedArticle& article,
                              const WordTable& table);

// The prefix under which the words of a zone are terms, of the field that holds
// them; "" when they are none.  Words of the text are unprefixed terms besides.
std::string_view PrefixOfZone(TokenUnit mark);

// What stock tools sort by: moment of publication, then id.  Undated articles
// sort last when the newest come first.
std::string SortKey(const ColumnRow& row, std::string_view id);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_ARTICLE_DOCUMENT_H_
