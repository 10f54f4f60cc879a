// Posting lists of one word, walked; and what Xapian knows of terms: a border
// to Xapian.
#ifndef ARCHIVE_QUERY_MATCHING_POSTING_CURSOR_H_
#define ARCHIVE_QUERY_MATCHING_POSTING_CURSOR_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/segment.h"
#include "query/matching/cursor.h"
#include "query/matching/posting_list.h"
#include "query/matching/word_scorer.h"
#include "query/matching/word_set.h"

namespace archive {

// The languages of a segment's articles, as bits of LanguageMask.
class ArticleLanguages {
 public:
  explicit ArticleLanguages(const Segment& segment);
  LanguageMask BitOf(DocId doc) const;
  // The bits of all languages that occur.
  LanguageMask all() const { return all_; }

 private:
  const FacetColumn& column_;
  std::vector<LanguageMask> bit_of_;  // by ordinal of the column
  LanguageMask unknown_ = 0;
  LanguageMask all_ = 0;
};

// Those of the terms that any article has, each on its first posting.
std::vector<PostingList> OpenLists(const Segment& segment,
                                   const std::vector<TermOfLanguages>& terms);

// Articles that have any of the terms in an article of its languages;
// occurrences are added up (a term without weight counts one).  Segment and
// languages must outlive the cursor.
CursorPtr MakePostingCursor(const Segment& segment,
                            const ArticleLanguages& languages,
                            std::vector<PostingList> lists,
                            const WordScorer& scorer);

// Terms that begin with `prefix` and whose rest `accepts`.
std::vector<std::string> TermsWith(
    const Segment& segment, const std::string& prefix,
    const std::function<bool(std::string_view)>& accepts);

// How many live articles of the segment have any of the terms.
std::uint64_t CountLive(const Segment& segment,
                        const ArticleLanguages& languages,
                        const std::vector<TermOfLanguages>& terms);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_POSTING_CURSOR_H_
