// The chain of labels over a stretch of tokens: a linear conditional random
// field (Lafferty, McCallum, Pereira 2001), its sums and its best path.
//
// Impossible sequences (entity_labels.h) weigh nothing.  A stretch begins and
// ends outside of names.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_LATTICE_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_LATTICE_H_

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "indexer/analysis/entity_labels.h"

namespace archive {

// Scores of a token's labels; what is behind kLabelCount stays 0.
inline constexpr std::size_t kScoreWidth = 20;
using LabelScores = std::array<float, kScoreWidth>;

// Weights of one label behind another, and what the lattice makes of them.
class Transitions {
 public:
  using Table = std::array<std::array<float, kLabelCount>, kLabelCount>;
  // `weights[before][label]`; those of impossible pairs do not count.
  explicit Transitions(const Table& weights);

  float weight(EntityLabel before, EntityLabel label) const {
    return weights_[before][label];
  }
  float factor(EntityLabel before, EntityLabel label) const {
    return factors_[before][label];
  }

 private:
  Table weights_;
  Table factors_;  // exp of the weights, 0 for what is impossible
};

// Owns: room, used again.  Threads: one a lattice.
class EntityLattice {
 public:
  // Sums over all sequences; which labels may stand at a token is said by
  // `allowed` (a bit a label), or all may when it is empty.  Returns the
  // logarithm of the sum; marginals() are of it until the next call.
  double Sum(std::span<const LabelScores> scores,
             const Transitions& transitions,
             std::span<const std::uint32_t> allowed = {});

  // Probabilities of the labels of token `i`.
  const LabelScores& Marginal(std::size_t i) const { return marginals_[i]; }
  // How often, in expectation, labels follow each other, times `weight`.
  // REQUIRES: Sum was the last call, over `transitions`.
  void AddPairs(const Transitions& transitions, float weight,
                Transitions::Table& pairs) const;

  // The best sequence.
  void BestPath(std::span<const LabelScores> scores,
                const Transitions& transitions,
                std::vector<EntityLabel>& labels);

 private:
  void GoForward(std::size_t i, const Transitions& transitions);
  void GoBackward(std::size_t i, const Transitions& transitions);

  std::vector<LabelScores> factors_;  // exp of scores
  std::vector<LabelScores> forward_;  // each token's add up to 1
  std::vector<LabelScores> backward_;
  std::vector<LabelScores> marginals_;
  std::vector<float> sums_;
  std::vector<std::array<EntityLabel, kLabelCount>> origins_;
};

// The names in a sequence of labels, without probabilities; token 0 of it is
// token `first` of what is returned.
void AppendSpans(std::span<const EntityLabel> labels, std::size_t first,
                 std::vector<TokenSpan>& spans);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_LATTICE_H_
