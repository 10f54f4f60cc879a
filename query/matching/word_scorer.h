// What occurrences of a word earn an article, and what they earn at most.
#ifndef ARCHIVE_QUERY_MATCHING_WORD_SCORER_H_
#define ARCHIVE_QUERY_MATCHING_WORD_SCORER_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "common/index/columns.h"
#include "query/matching/score.h"

namespace archive {

// Lives: no longer than the columns.  Threads: const methods any.
class WordScorer {
 public:
  // `weight` 0: no score.  What an article earns counts `times` times.
  WordScorer(const Columns& columns, double weight, const LengthNorm& norm,
             int times = 1)
      : columns_(columns), weight_(weight), norm_(norm), times_(times) {
    // In an article without a length occurrences earn no less than in any
    // other, and no number of them earns more than the weight.
    for (std::size_t count = 0; count < kCounted; ++count)
      most_[count] =
          times_ * norm_.Score(weight_, static_cast<double>(count), 0);
    most_[kCounted] = times_ * weight_;
  }

  double Score(DocId doc, std::uint32_t occurrences) const {
    if (weight_ == 0) return 0;
    return times_ * norm_.Score(weight_, occurrences, columns_.LengthOf(doc));
  }
  // No less than Score() in any article, rounding included; it is cheap.
  double Most(std::uint32_t occurrences) const {
    return most_[std::min<std::size_t>(occurrences, kCounted)];
  }

 private:
  static constexpr std::size_t kCounted = 15;

  const Columns& columns_;
  double weight_;
  LengthNorm norm_;
  double times_;
  std::array<double, kCounted + 1> most_ = {};  // by occurrences
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_WORD_SCORER_H_
