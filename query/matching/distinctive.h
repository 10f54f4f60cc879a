// What the articles found have more of than the rest of the archive.
//
// The measure is the log-likelihood ratio G2 (Dunning 1993) of the four numbers
// articles found with and without a value, other articles with and without it.
// What the result has less of is left out, and what fewer than two of its
// articles have.  Counts are exact.
#ifndef ARCHIVE_QUERY_MATCHING_DISTINCTIVE_H_
#define ARCHIVE_QUERY_MATCHING_DISTINCTIVE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/open_index.h"
#include "query/matching/match_visitor.h"

namespace archive {

inline constexpr std::size_t kMostDistinctive = 20;

struct DistinctiveValue {
  std::string value;
  std::uint64_t found = 0;  // articles of the result that have it
  std::uint64_t all = 0;    // articles of the archive
  double g2 = 0;
};

struct ArticleTotals {
  std::uint64_t found = 0;
  std::uint64_t all = 0;
};

// G2 of a value; 0 when the result has no more of it than the rest.
// REQUIRES: value.found <= totals.found, and so on.
double LogLikelihood(const DistinctiveValue& value,
                     const ArticleTotals& totals);

// Counts in how many articles each value of a facetable field stands.
//
// Threads: none.  Lives: no longer than the index.
class ValueTally : public MatchVisitor {
 public:
  ValueTally(const OpenIndex& index, FieldId field);
  void Take(std::size_t segment, DocId doc) override;

  // By folded value: the value as it is written first, and its articles.
  struct Count {
    std::string value;
    std::uint64_t articles = 0;
  };
  std::unordered_map<std::string, Count> Counts() const;

 private:
  std::vector<const CountedNames*> names_;            // by segment
  std::vector<std::vector<std::uint64_t>> articles_;  // segment, counted
};

// The same for the words of title, body and captions.
class WordTally : public MatchVisitor {
 public:
  explicit WordTally(const OpenIndex& index);
  void Take(std::size_t segment, DocId doc) override;

  std::unordered_map<std::string, std::uint64_t> Counts() const;
  std::uint64_t ArticlesWith(std::size_t segment, WordCode code) const {
    const std::vector<std::uint32_t>& articles = articles_[segment];
    return code < articles.size() ? articles[code] : 0;
  }

 private:
  const OpenIndex& index_;
  std::vector<std::vector<std::uint32_t>> articles_;  // segment, code
  std::vector<DocId> last_doc_;  // by code, of the segment in hand
  std::size_t segment_ = 0;
};

// Calls with the code of every word of title, body and captions of an article.
void EachTextWord(const Segment& segment, DocId doc,
                  const std::function<void(WordCode)>& sink);

// In how many live articles of the index a word stands in title, body or
// captions.
//
// Lives: no longer than the index.
class WordStatistics {
 public:
  // Of all living articles, or of those that are not hidden.
  WordStatistics(const OpenIndex& index, Hidden hidden);
  std::uint64_t ArticlesWith(std::string_view word) const;

 private:
  const OpenIndex& index_;
  WordTally removed_;  // the vocabulary counts them still
};

using WordTest = std::function<bool(std::string_view)>;

// The most distinctive values first, kMostDistinctive at most.
std::vector<DistinctiveValue> DistinctiveValues(const ValueTally& found,
                                                const ValueTally& all,
                                                const ArticleTotals& totals);
// Words that `is_asked_for` are left out: the result was chosen by them.
std::vector<DistinctiveValue> DistinctiveWords(const WordStatistics& statistics,
                                               const WordTally& found,
                                               const ArticleTotals& totals,
                                               const WordTest& is_asked_for);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_DISTINCTIVE_H_
