#include "indexer/analysis/entity_lattice.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace archive {
namespace {

constexpr float kSmallest = 1e-30F;

}  // namespace

Transitions::Transitions(const Table& weights) : weights_(weights), factors_{} {
  for (std::size_t before = 0; before < kLabelCount; ++before) {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      if (MayFollow(static_cast<EntityLabel>(before),
                    static_cast<EntityLabel>(label)))
        factors_[before][label] = std::exp(weights[before][label]);
    }
  }
}

double EntityLattice::Sum(std::span<const LabelScores> scores,
                          const Transitions& transitions,
                          std::span<const std::uint32_t> allowed) {
  const std::size_t n = scores.size();
  factors_.assign(n, {});
  forward_.assign(n, {});
  backward_.assign(n, {});
  marginals_.assign(n, {});
  sums_.resize(n);
  double log_sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const float most =
        *std::max_element(scores[i].begin(), scores[i].begin() + kLabelCount);
    log_sum += most;
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      if (allowed.empty() || (allowed[i] >> label & 1U) != 0)
        factors_[i][label] = std::exp(scores[i][label] - most);
    }
    GoForward(i, transitions);
    log_sum += std::log(sums_[i]);
  }
  for (std::size_t i = n; i-- > 0;) {
    GoBackward(i, transitions);
    for (std::size_t label = 0; label < kLabelCount; ++label)
      marginals_[i][label] = forward_[i][label] * backward_[i][label];
  }
  return log_sum;
}

void EntityLattice::GoForward(std::size_t i, const Transitions& transitions) {
  LabelScores& now = forward_[i];
  for (std::size_t before = 0; before < kLabelCount; ++before) {
    const float share =
        i == 0 ? (before == kOutside ? 1.0F : 0.0F) : forward_[i - 1][before];
    if (share == 0) continue;
    for (std::size_t label = 0; label < kLabelCount; ++label)
      now[label] += share * transitions.factor(static_cast<EntityLabel>(before),
                                               static_cast<EntityLabel>(label));
  }
  float sum = 0;
  for (std::size_t label = 0; label < kLabelCount; ++label) {
    now[label] *= factors_[i][label];
    if (i + 1 == forward_.size()) {
      // Behind the last token stands something outside.
      now[label] *=
          transitions.factor(static_cast<EntityLabel>(label), kOutside);
    }
    sum += now[label];
  }
  sums_[i] = std::max(sum, kSmallest);
  for (float& share : now) share /= sums_[i];
}

void EntityLattice::GoBackward(std::size_t i, const Transitions& transitions) {
  const std::size_t n = backward_.size();
  LabelScores& now = backward_[i];
  if (i + 1 == n) {
    std::fill_n(now.begin(), kLabelCount, 1.0F);
    return;
  }
  LabelScores next = {};
  for (std::size_t label = 0; label < kLabelCount; ++label) {
    next[label] =
        backward_[i + 1][label] * factors_[i + 1][label] / sums_[i + 1];
    if (i + 2 == n)
      next[label] *=
          transitions.factor(static_cast<EntityLabel>(label), kOutside);
  }
  for (std::size_t before = 0; before < kLabelCount; ++before) {
    float sum = 0;
    for (std::size_t label = 0; label < kLabelCount; ++label)
      sum += next[label] * transitions.factor(static_cast<EntityLabel>(before),
                                              static_cast<EntityLabel>(label));
    now[before] = sum;
  }
}

void EntityLattice::AddPairs(const Transitions& transitions, float weight,
                             Transitions::Table& pairs) const {
  const std::size_t n = marginals_.size();
  for (std::size_t i = 0; i < n; ++i) {
    LabelScores next = {};
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      next[label] = backward_[i][label] * factors_[i][label] / sums_[i];
      if (i + 1 == n)
        next[label] *=
            transitions.factor(static_cast<EntityLabel>(label), kOutside);
    }
    for (std::size_t before = 0; before < kLabelCount; ++before) {
      const float share =
          i == 0 ? (before == kOutside ? 1.0F : 0.0F) : forward_[i - 1][before];
      if (share == 0) continue;
      for (std::size_t label = 0; label < kLabelCount; ++label)
        pairs[before][label] +=
            weight * share * next[label] *
            transitions.factor(static_cast<EntityLabel>(before),
                               static_cast<EntityLabel>(label));
    }
  }
  for (std::size_t label = 0; n > 0 && label < kLabelCount; ++label)
    pairs[label][kOutside] += weight * marginals_[n - 1][label];
}

void EntityLattice::BestPath(std::span<const LabelScores> scores,
                             const Transitions& transitions,
                             std::vector<EntityLabel>& labels) {
  static constexpr float kImpossible = -1e30F;
  const std::size_t n = scores.size();
  labels.assign(n, kOutside);
  if (n == 0) return;
  origins_.resize(n);
  LabelScores before = {};
  std::fill(before.begin(), before.end(), kImpossible);
  before[kOutside] = 0;
  for (std::size_t i = 0; i < n; ++i) {
    LabelScores now;
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      float best = kImpossible;
      EntityLabel origin = kOutside;
      for (std::size_t from = 0; from < kLabelCount; ++from) {
        if (!MayFollow(static_cast<EntityLabel>(from),
                       static_cast<EntityLabel>(label)))
          continue;
        const float score =
            before[from] + transitions.weight(static_cast<EntityLabel>(from),
                                              static_cast<EntityLabel>(label));
        if (score > best) {
          best = score;
          origin = static_cast<EntityLabel>(from);
        }
      }
      now[label] = std::max(best + scores[i][label], kImpossible);
      origins_[i][label] = origin;
    }
    before = now;
  }
  float best = -std::numeric_limits<float>::infinity();
  EntityLabel label = kOutside;
  for (std::size_t last = 0; last < kClosedLabels; ++last) {
    const float score =
        before[last] +
        transitions.weight(static_cast<EntityLabel>(last), kOutside);
    if (score > best) {
      best = score;
      label = static_cast<EntityLabel>(last);
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = label;
    label = origins_[i][label];
  }
}

void AppendSpans(std::span<const EntityLabel> labels, std::size_t first,
                 std::vector<TokenSpan>& spans) {
  for (std::size_t i = 0; i < labels.size();) {
    if (labels[i] == kOutside) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    if (IsOpen(labels[i])) {
      while (end < labels.size() && IsOpen(labels[end])) ++end;
      end = std::min(end + 1, labels.size());
    }
    spans.push_back({first + i, first + end, KindOf(labels[i])});
    i = end;
  }
}

}  // namespace archive
