// BM25, as Xapian computes it: the same formula and parameters as
// Xapian::BM25Weight(), so that scores are those of Enquire.
//
// Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: "Okapi at TREC-3"
// (1994); Xapian's weight/bm25weight.cc for what happens to words that most
// articles have.
#ifndef ARCHIVE_QUERY_MATCHING_SCORE_H_
#define ARCHIVE_QUERY_MATCHING_SCORE_H_

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace archive {

inline constexpr double kBm25K1 = 1;
inline constexpr double kBm25B = 0.5;
inline constexpr double kBm25MinNormLength = 0.5;

// What an occurrence of a leaf is worth: `found` of `articles` have it.
// REQUIRES: found <= articles.
inline double LeafWeight(std::uint64_t found, std::uint64_t articles) {
  const double n = static_cast<double>(articles);
  const double tf = static_cast<double>(found);
  double odds = (n - tf + 0.5) / (tf + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (kBm25K1 + 1);
}

// What an article's length does to its scores.
class LengthNorm {
 public:
  // `average_length` in words; 0 for an empty index.
  explicit LengthNorm(double average_length)
      : inverse_(average_length > 0 ? 1 / average_length : 0) {}

  // The score of `occurrences` of a leaf of `weight` in an article of `length`
  // words.
  double Score(double weight, std::uint32_t occurrences,
               std::uint32_t length) const {
    const double norm = std::max(length * inverse_, kBm25MinNormLength);
    const double wdf = occurrences;
    return weight * (wdf / (kBm25K1 * (norm * kBm25B + (1 - kBm25B)) + wdf));
  }

 private:
  double inverse_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SCORE_H_
