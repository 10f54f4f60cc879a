// The best articles of a query → words that they have in common: pseudo
// relevance feedback.
//
// Rocchio's method ("Relevance feedback in information retrieval", 1971) with
// BM25 for the weights of words in articles, and without articles that are
// known to be wrong: what the best articles are about is what the query was
// about.  Measured in docs/ranking.md.
#ifndef ARCHIVE_QUERY_MATCHING_FEEDBACK_H_
#define ARCHIVE_QUERY_MATCHING_FEEDBACK_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/matching/collector.h"
#include "query/matching/search_context.h"
#include "query/matching/word_set.h"

namespace archive {

inline constexpr std::size_t kFeedbackArticles = 10;
inline constexpr std::size_t kFeedbackWords = 30;
// An article counts as much as its score to this power: the tenth best of ten
// is often about something else.
inline constexpr double kFeedbackSharpness = 3;

// A word with all its forms that share a stem, in articles of one language.
struct FeedbackWord {
  std::string form;  // as the articles write it most often, for people
  std::string stem;
  std::string language;        // whose rules the stem is of
  std::uint64_t articles = 0;  // live ones of the index that have it
  double share = 0;            // of all words chosen together: 0 to 1
};

// The words that weigh most in the best articles, the heaviest first;
// kFeedbackWords at most.  `best` are in their order, by score; at most
// kFeedbackArticles of them are looked at.  What Xapian throws passes through.
std::vector<FeedbackWord> ChooseFeedback(const SearchContext& context,
                                         std::span<const Match> best);

// The forms of a word in one segment.
std::vector<IndexedWord> FormsOf(const FeedbackWord& word,
                                 const Vocabulary& vocabulary);

// Whether a word can tell one article from another: it has two characters at
// least, and no digit.
bool IsTelling(std::string_view word);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_FEEDBACK_H_
