// BM25, as Xapian computes it: the formula of Xapian::BM25Weight(k1, 0, 1, b,
// min_normlen) with the parameters below, so that scores are those of Enquire.
// Why these: docs/ranking.md.
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

inline constexpr double kBm25K1 = 1.6;
inline constexpr double kBm25B = 0.5;
// Articles shorter than this part of the average are taken to be that long: a
// headline without a text is not ahead of all others.
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

  // The score of `wdf` occurrences of a leaf of `weight` in an article of
  // `length` words.
  double Score(double weight, double wdf, std::uint32_t length) const {
    const double norm = std::max(length * inverse_, kBm25MinNormLength);
    return weight * (wdf / (kBm25K1 * (norm * kBm25B + (1 - kBm25B)) + wdf));
  }

 private:
  double inverse_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_SCORE_H_
