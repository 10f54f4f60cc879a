// The best articles by their words → in the order of a closer look.
//
// Walking postings is cheap and says how often a word stands in an article,
// not where.  So a fixed number of the best is looked at once more, and what
// lies behind them stays where it was: pages follow each other, the total is
// what it was.  docs/ranking.md says what was measured.
#ifndef ARCHIVE_QUERY_MATCHING_RERANKER_H_
#define ARCHIVE_QUERY_MATCHING_RERANKER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "query/matching/collector.h"
#include "query/matching/feedback.h"
#include "query/matching/plan.h"
#include "query/matching/search_context.h"

namespace archive {

// What ranks; each does what those before it do, too.
enum class Ranking : std::uint8_t {
  kPlain,     // BM25, as Enquire has it
  kTitle,     // a word of the title counts once more
  kFeedback,  // and so do words that the best articles have in common
};

struct RankingName {
  Ranking ranking = Ranking::kPlain;
  std::string_view name;  // of --rank
};
inline constexpr std::array<RankingName, 3> kRankings = {{
    {Ranking::kPlain, "plain"},
    {Ranking::kTitle, "title"},
    {Ranking::kFeedback, "feedback"},
}};
constexpr std::string_view NameOf(Ranking ranking) {
  return kRankings[static_cast<std::size_t>(ranking)].name;
}
static_assert(NameOf(Ranking::kPlain) == "plain" &&
                  NameOf(Ranking::kTitle) == "title" &&
                  NameOf(Ranking::kFeedback) == "feedback",
              "kRankings stands in the order of Ranking");

// So many articles are looked at again.
inline constexpr std::size_t kReranked = 1000;
// What an occurrence in the title counts beside that in the text.
inline constexpr double kTitleExtra = 1;
// What the words of feedback weigh together, for each word of the query.
inline constexpr double kFeedbackWeight = 1;

// Puts the first kReranked matches into a new order, by new scores, which are
// never less than the old ones.  `matches` are in the order of relevance;
// plan and context are those they were found by.  Yields the words of
// feedback.  What Xapian throws passes through.
std::vector<FeedbackWord> Rerank(Ranking ranking, const Plan& plan,
                                 const SearchContext& context,
                                 std::vector<Match>& matches);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_RERANKER_H_
