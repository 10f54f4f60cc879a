// An object of JSON → an Article, by the names of its members (json_fields.h).
// A border to nlohmann-json.
//
// For every reader whose articles are such objects: lines, arrays, answers of
// content systems.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_JSON_ARTICLE_H_
#define ARCHIVE_INDEXER_READERS_JSON_ARTICLE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/result.h"
#include "indexer/readers/reader.h"

namespace archive {

inline constexpr std::size_t kMaxJsonArticleBytes = std::size_t{64} << 20;

// Fails with kBadInput: no JSON, no object, neither a title nor a text.
Result<Article> ReadJsonArticle(std::string_view json,
                                const ReaderOptions& options);

// The same of what need not have either, as the head of a page: the parts that
// are there.
Result<Article> ReadJsonParts(std::string_view json,
                              const ReaderOptions& options);

// Whether each name that the configuration gives is one of ours.
Status CheckJsonFields(const ReaderOptions& options);

// Fails with kBadInput, saying why it is no JSON that is read.
Status CheckJson(std::string_view json);

// The text of a value by itself: of a string, a number, or what names an
// object; empty for others.  In one line, and with its lines.
std::string JsonTextOf(std::string_view json);
std::string JsonLinesOf(std::string_view json);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_ARTICLE_H_
