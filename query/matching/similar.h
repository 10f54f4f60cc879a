// An article → a query for articles like it.
#ifndef ARCHIVE_QUERY_MATCHING_SIMILAR_H_
#define ARCHIVE_QUERY_MATCHING_SIMILAR_H_

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/open_index.h"
#include "query/language/ast.h"
#include "query/matching/collector.h"

namespace archive {

inline constexpr std::size_t kTellingWords = 30;

// The words by which an article is told from the others: those of title, body
// and captions with the greatest tf-idf, (1 + log tf) * log(articles / articles
// that have it), the best first.  A word that no other article has tells
// nothing about others; numbers and single letters are left out.
std::vector<std::string> TellingWords(const OpenIndex& index,
                                      const Match& article);

// Articles that have any of the words, but for the one with this id: a parsed
// tree.  REQUIRES: there are words.
Node LikeThese(const std::vector<std::string>& words, const std::string& id);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SIMILAR_H_
