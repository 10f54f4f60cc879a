// What EntityContext says of a token: see entity_context.h.
#include <algorithm>

#include "indexer/analysis/entity_context.h"

namespace archive {
namespace {

constexpr std::size_t kLongestRun = 12;  // what is longer is no name

// Numbers of features; those below 100 are AppendWordFeatures'.
enum ContextFeature : std::uint32_t {
  kBias = 100,
  kShapes3,
  kShapesBefore,
  kBigramBefore,
  kBigramBehind,
  kAround,
  kInCapitals,
  kShapeInCapitals,
  kInTitle,
  kFirstOrNot,
  kClustersBefore,
  kClustersBehind,
  kClustersAround,
  kClusterBeforeShape,
  kClusterBehindShape,
  kClusters3,
  kClustersFarBefore,
  kClustersFarBehind,
  kFineBeforeShape,
  kFineBehindShape,
  kListed,
  kListedShape,
  kListedBehind,
  kListedBefore,
  kListedNext,
  kOccurrences,
  kLonger,
  kEarlier,
  kSurrounded,
  kSurroundedLonger,
  kAcronym,
  kAcronymOf,
  kRunPlace,
  kRunLast,
  kRunFirst,
  kRunBefore,
  kRunBehind,
  kRunLastCluster,
  kRunAround,
  kRunEnds,
  kJoinedFirst,
  kJoinedLast,
  kJoinedEnds,
  kRunWhole,
  kRunLastFine,
  kRunBeforeLast,
  kRunLastBehind,
};

const EntityWord& Edge() {
  static const EntityWord kEdge = [] {
    EntityWord word;
    word.lower = HashOf("<edge>");
    word.shape = HashOf("<edge>");
    return word;
  }();
  return kEdge;
}

std::uint32_t AtMost2(std::uint32_t count) {
  return std::min<std::uint32_t>(count, 2);
}

}  // namespace

const EntityWord& EntityContext::Near(std::size_t i, int offset) const {
  const auto at = static_cast<std::ptrdiff_t>(i) + offset;
  if (at < static_cast<std::ptrdiff_t>(begin_) ||
      at >= static_cast<std::ptrdiff_t>(end_))
    return Edge();
  return At(static_cast<std::size_t>(at));
}

const EntityContext::Occurrences* EntityContext::OccurrencesOf(
    const EntityWord& word) const {
  if (word.lower_id >= occurrences_.size()) return nullptr;
  const Occurrences& counts = occurrences_[word.lower_id];
  return counts.document == document_ ? &counts : nullptr;
}

// With what is joined by one or two of of, and, the: Bank of the West.
EntityContext::Run EntityContext::RunAround(std::size_t i) const {
  Run run = {begin_ + run_begins_[i - begin_],
             begin_ + run_ends_[i - begin_] - 1};
  for (std::size_t step = 1; step <= 2; ++step) {
    while (run.begin >= begin_ + step + 1 &&
           At(run.begin - 1).Is(EntityWord::kJoiner) &&
           At(run.begin - step).Is(EntityWord::kJoiner) &&
           IsCapital(run.begin - step - 1) &&
           run.last - run.begin < kLongestRun)
      run.begin = begin_ + run_begins_[run.begin - step - 1 - begin_];
    while (run.last + step + 1 < end_ &&
           At(run.last + 1).Is(EntityWord::kJoiner) &&
           At(run.last + step).Is(EntityWord::kJoiner) &&
           IsCapital(run.last + step + 1) && run.last - run.begin < kLongestRun)
      run.last = begin_ + run_ends_[run.last + step + 1 - begin_] - 1;
  }
  return run;
}

void EntityContext::Append(std::size_t i,
                           std::vector<EntityHash>& features) const {
  AppendWindow(i, features);
  AppendNames(i, features);
  AppendOccurrences(i, features);
  AppendRun(i, features);
}

void EntityContext::AppendWindow(std::size_t i,
                                 std::vector<EntityHash>& features) const {
  const auto add = [&features](std::uint32_t number, std::uint32_t first,
                               std::uint32_t second = 0,
                               std::uint32_t third = 0) {
    features.push_back(FeatureHash(number, first, second, third));
  };
  const EntityWord& word = At(i);
  const EntityWord& before = Near(i, -1);
  const EntityWord& behind = Near(i, 1);
  const EntityWord& far_before = Near(i, -2);
  const EntityWord& far_behind = Near(i, 2);
  add(kBias, 0);
  add(kShapes3, before.shape, word.shape, behind.shape);
  add(kShapesBefore, far_before.shape, before.shape, word.shape);
  add(kBigramBefore, before.lower, word.lower);
  add(kBigramBehind, word.lower, behind.lower);
  add(kAround, before.lower, behind.lower);
  add(kFirstOrNot, i == begin_ ? 1 : 0, word.shape);
  if (all_capitals_) {
    add(kInCapitals, word.lower);
    add(kShapeInCapitals, word.shape);
  }
  if (is_title_) add(kInTitle, word.shape);
  const auto middle = [](const EntityWord& w) -> std::uint32_t {
    return &w == &Edge() ? 0xffff : w.clusters[1];
  };
  add(kClustersBefore, middle(before), middle(word));
  add(kClustersBehind, middle(word), middle(behind));
  add(kClustersAround, middle(before), middle(behind));
  add(kClusterBeforeShape, middle(before), word.shape);
  add(kClusterBehindShape, middle(behind), word.shape);
  add(kClusters3, before.clusters[0], word.clusters[0], behind.clusters[0]);
  add(kClustersFarBefore, middle(far_before), middle(before));
  add(kClustersFarBehind, middle(behind), middle(far_behind));
  add(kFineBeforeShape, before.clusters[2], word.shape);
  add(kFineBehindShape, behind.clusters[2], word.shape);
}

void EntityContext::AppendNames(std::size_t i,
                                std::vector<EntityHash>& features) const {
  const std::uint32_t names = names_[i - begin_];
  for (std::uint32_t bit = 0; names >> bit != 0; ++bit) {
    if ((names >> bit & 1U) == 0) continue;
    features.push_back(FeatureHash(kListed, bit));
    features.push_back(FeatureHash(kListedShape, bit, At(i).shape));
    features.push_back(FeatureHash(kListedBehind, bit, Near(i, -1).lower));
  }
  if (i > begin_ && names_[i - begin_ - 1] != 0)
    features.push_back(FeatureHash(kListedBefore, names_[i - begin_ - 1]));
  if (i + 1 < end_ && names_[i - begin_ + 1] != 0)
    features.push_back(FeatureHash(kListedNext, names_[i - begin_ + 1]));
}

void EntityContext::AppendOccurrences(std::size_t i,
                                      std::vector<EntityHash>& features) const {
  const EntityWord& word = At(i);
  const auto add = [&features](std::uint32_t number, std::uint32_t first,
                               std::uint32_t second = 0) {
    features.push_back(FeatureHash(number, first, second));
  };
  if (word.letters != 0) {
    if (const auto run = acronyms_.find(word.letters); run != acronyms_.end()) {
      add(kAcronym, 1);
      add(kAcronymOf, run->second);
    }
  }
  const Occurrences* const counts = OccurrencesOf(word);
  if (counts == nullptr) return;
  const std::uint32_t capital = counts->capital > 2   ? 2
                                : counts->capital > 0 ? 1
                                                      : 0;
  const std::uint32_t small = counts->small == 0                    ? 0
                              : counts->small > 2 * counts->capital ? 2
                                                                    : 1;
  add(kOccurrences, capital * 3 + small, word.Is(EntityWord::kCapital) ? 1 : 0);
  if (word.Is(EntityWord::kSmall)) return;
  const std::uint32_t longer = AtMost2(counts->later);
  if (longer != 0) add(kLonger, longer);
  if (counts->earlier != 0) add(kEarlier, AtMost2(counts->earlier));
  for (std::uint32_t bit = 0; bit < kSurroundings; ++bit) {
    if ((counts->surroundings >> bit & 1U) == 0) continue;
    add(kSurrounded, bit);
    add(kSurroundedLonger, bit, longer != 0 ? 1 : 0);
  }
}

void EntityContext::AppendRun(std::size_t i,
                              std::vector<EntityHash>& features) const {
  if (!IsCapital(i)) return;
  const Run run = {begin_ + run_begins_[i - begin_],
                   begin_ + run_ends_[i - begin_] - 1};
  if (run.last - run.begin >= kLongestRun) return;
  const auto add = [&features](std::uint32_t number, std::uint32_t first,
                               std::uint32_t second = 0) {
    features.push_back(FeatureHash(number, first, second));
  };
  const EntityWord& first = At(run.begin);
  const EntityWord& last = At(run.last);
  const EntityWord& before = Near(run.begin, -1);
  const EntityWord& behind = Near(run.last, 1);
  add(kRunPlace,
      static_cast<std::uint32_t>(
          std::min<std::size_t>(run.last - run.begin, 4)),
      static_cast<std::uint32_t>(std::min<std::size_t>(i - run.begin, 3)));
  add(kRunLast, last.lower);
  add(kRunFirst, first.lower);
  add(kRunBefore, before.lower);
  add(kRunBehind, behind.lower);
  add(kRunLastCluster, last.clusters[1]);
  add(kRunAround, before.clusters[1], behind.clusters[1]);
  add(kRunEnds, first.clusters[1], last.clusters[1]);
  if (run.last > run.begin) {
    EntityHash whole = 0;
    for (std::size_t k = run.begin; k <= run.last; ++k)
      whole = ChainHash(whole, At(k).lower);
    add(kRunWhole, whole);
  }
  add(kRunLastFine, last.clusters[2]);
  add(kRunBeforeLast, before.lower, last.clusters[1]);
  add(kRunLastBehind, last.clusters[1], behind.lower);
  const Run joined = RunAround(i);
  if (joined.begin == run.begin && joined.last == run.last) return;
  add(kJoinedFirst, At(joined.begin).lower, joined.begin < run.begin ? 1 : 0);
  add(kJoinedLast, At(joined.last).lower, joined.last > run.last ? 1 : 0);
  add(kJoinedEnds, At(joined.begin).clusters[1], At(joined.last).clusters[1]);
}

}  // namespace archive
