#include "indexer/analysis/entity_tagger.h"

#include <algorithm>
#include <cmath>

namespace archive {
namespace {

// More words than this are forgotten at the next document.
constexpr std::size_t kMostWords = 100000;
// A document with more sentences is tagged in parts of so many; the figures of
// both were found on the sets of docs/entities.md.
constexpr std::size_t kLongDocument = 100;
constexpr std::size_t kPart = 40;
// How strongly a word leans towards its other occurrences, and what keeps a
// few of them from deciding.
constexpr float kLeaning = 0.4F;
constexpr float kSmoothing = 0.1F;

std::array<float, 1 + kEntityKindCount> KindShares(const LabelScores& labels) {
  std::array<float, 1 + kEntityKindCount> shares = {};
  shares[0] = labels[kOutside];
  for (EntityLabel label = 1; label < kLabelCount; ++label)
    shares[1 + static_cast<std::size_t>(KindOf(label))] += labels[label];
  return shares;
}

// Where the sums of what lies `offset` words outside a part stand.
std::size_t EdgeAt(int offset) {
  const int at = offset + kWordReach;
  return static_cast<std::size_t>(at);
}

}  // namespace

EntityTagger::EntityTagger(const EntityModel& model)
    : model_(model), words_(model.lexicon()), context_(words_), edges_() {
  for (int offset = -kWordReach; offset <= kWordReach; ++offset) {
    features_.clear();
    AppendEdgeFeatures(offset, features_);
    edges_[EdgeAt(offset)] = SumOf(features_);
  }
}

std::vector<TokenSpan> EntityTagger::Tag(
    std::span<const std::string_view> tokens,
    std::span<const std::size_t> sentence_ends) {
  if (words_.size() > kMostWords) {
    words_.Clear();
    sums_.clear();
    known_.clear();
  }
  std::vector<TokenSpan> spans;
  tokens_.clear();
  for (const std::string_view token : tokens)
    tokens_.push_back(words_.Id(token));
  sums_.resize(words_.size() * kOffsetCount);
  known_.resize(words_.size() * kOffsetCount);
  const std::size_t part =
      sentence_ends.size() > kLongDocument ? kPart : kLongDocument;
  for (std::size_t first = 0; first < sentence_ends.size(); first += part) {
    TagPart(sentence_ends.subspan(first,
                                  std::min(part, sentence_ends.size() - first)),
            first == 0 ? 0 : sentence_ends[first - 1], spans);
  }
  return spans;
}

// The sentences from token `begin` on, as a document of their own.
void EntityTagger::TagPart(std::span<const std::size_t> sentence_ends,
                           std::size_t begin, std::vector<TokenSpan>& spans) {
  ends_.clear();
  for (const std::size_t end : sentence_ends) ends_.push_back(end - begin);
  part_ = std::span(tokens_).subspan(begin, ends_.back());
  context_.Begin(part_, ends_);
  scores_.clear();
  stretches_.clear();
  std::size_t first = 0;
  for (const std::size_t end : ends_) {
    if (first < end) ScoreSentence(first, end);
    first = end;
  }
  LeanOnOccurrences();
  const std::size_t first_span = spans.size();
  for (const Stretch& stretch : stretches_) AppendStretch(stretch, spans);
  for (std::size_t i = first_span; i < spans.size(); ++i) {
    spans[i].begin += begin;
    spans[i].end += begin;
  }
}

void EntityTagger::ScoreSentence(std::size_t begin, std::size_t end) {
  if (std::none_of(part_.begin() + static_cast<std::ptrdiff_t>(begin),
                   part_.begin() + static_cast<std::ptrdiff_t>(end),
                   [this](EntityWordId id) { return MayBeName(words_[id]); }))
    return;
  context_.EnterSentence(begin, end);
  bool was_live = false;
  for (std::size_t i = begin; i < end; ++i) {
    const bool is_live = context_.IsLive(i);
    if (is_live && !was_live)
      stretches_.push_back({.begin = i, .end = i, .scores = scores_.size()});
    was_live = is_live;
    if (!is_live) continue;
    ScoreToken(i, begin, end);
    stretches_.back().end = i + 1;
  }
}

void EntityTagger::ScoreToken(std::size_t i, std::size_t begin,
                              std::size_t end) {
  std::array<std::int32_t, kScoreWidth> sums = {};
  for (int offset = -kWordReach; offset <= kWordReach; ++offset) {
    const auto at = static_cast<std::ptrdiff_t>(i) + offset;
    const bool is_inside = at >= static_cast<std::ptrdiff_t>(begin) &&
                           at < static_cast<std::ptrdiff_t>(end);
    const Sums& word = is_inside
                           ? SumsOf(part_[static_cast<std::size_t>(at)], offset)
                           : edges_[EdgeAt(offset)];
    for (std::size_t label = 0; label < kScoreWidth; ++label)
      sums[label] += word[label];
  }
  features_.clear();
  context_.Append(i, features_);
  for (const EntityHash feature : features_) {
    const std::int8_t* const weights = model_.WeightsOf(feature);
    if (weights == nullptr) continue;
    for (std::size_t label = 0; label < kLabelCount; ++label)
      sums[label] += weights[label];
  }
  LabelScores& scores = scores_.emplace_back();
  for (std::size_t label = 0; label < kLabelCount; ++label)
    scores[label] = static_cast<float>(sums[label]) * model_.scale();
}

const EntityTagger::Sums& EntityTagger::SumsOf(EntityWordId word, int offset) {
  const std::size_t at =
      word * kOffsetCount + static_cast<std::size_t>(offset + kWordReach);
  if (known_[at] == 0) {
    known_[at] = 1;
    std::vector<EntityHash> features;
    AppendWordFeatures(words_[word], words_.TextOf(word), offset, features);
    sums_[at] = SumOf(features);
  }
  return sums_[at];
}

EntityTagger::Sums EntityTagger::SumOf(
    std::span<const EntityHash> features) const {
  Sums sums = {};
  for (const EntityHash feature : features) {
    const std::int8_t* const weights = model_.WeightsOf(feature);
    if (weights == nullptr) continue;
    for (std::size_t label = 0; label < kLabelCount; ++label)
      sums[label] = static_cast<std::int16_t>(sums[label] + weights[label]);
  }
  return sums;
}

std::span<LabelScores> EntityTagger::ScoresOf(const Stretch& stretch) {
  return std::span(scores_).subspan(stretch.scores,
                                    stretch.end - stretch.begin);
}

// A word with a capital that stands in the document more than once gains for
// each kind what its other occurrences give to it.
void EntityTagger::LeanOnOccurrences() {
  shares_.resize(scores_.size());
  occurrences_.clear();
  const auto leans = [this](std::size_t i) {
    const EntityWord& word = words_[part_[i]];
    return word.Is(EntityWord::kLetters) && !word.Is(EntityWord::kSmall) &&
           !word.Is(EntityWord::kOneByte);
  };
  for (const Stretch& stretch : stretches_) {
    lattice_.Sum(ScoresOf(stretch), model_.transitions());
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      if (!leans(i)) continue;
      const std::size_t k = i - stretch.begin;
      KindSums& shares = shares_[stretch.scores + k];
      shares = KindShares(lattice_.Marginal(k));
      Occurrences& all = occurrences_[words_[part_[i]].lower_id];
      all.count += 1;
      for (std::size_t kind = 0; kind < shares.size(); ++kind)
        all.sums[kind] += shares[kind];
    }
  }
  for (const Stretch& stretch : stretches_) {
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      if (!leans(i)) continue;
      const std::size_t at = stretch.scores + i - stretch.begin;
      const Occurrences& all = occurrences_[words_[part_[i]].lower_id];
      if (all.count < 2) continue;
      KindSums gains;
      for (std::size_t kind = 0; kind < gains.size(); ++kind) {
        gains[kind] =
            kLeaning *
            std::log((all.sums[kind] - shares_[at][kind] + kSmoothing) /
                     (all.count - 1 +
                      kSmoothing * static_cast<float>(gains.size())));
      }
      scores_[at][kOutside] += gains[0];
      for (EntityLabel label = 1; label < kLabelCount; ++label)
        scores_[at][label] +=
            gains[1 + static_cast<std::size_t>(KindOf(label))];
    }
  }
}

void EntityTagger::AppendStretch(const Stretch& stretch,
                                 std::vector<TokenSpan>& spans) {
  const std::span<const LabelScores> scores = ScoresOf(stretch);
  lattice_.BestPath(scores, model_.transitions(), labels_);
  const std::size_t first = spans.size();
  AppendSpans(labels_, stretch.begin, spans);
  if (spans.size() == first) return;
  lattice_.Sum(scores, model_.transitions());
  for (std::size_t s = first; s < spans.size(); ++s) {
    for (std::size_t i = spans[s].begin; i < spans[s].end; ++i) {
      const std::size_t k = i - stretch.begin;
      spans[s].probability =
          std::min(spans[s].probability, lattice_.Marginal(k)[labels_[k]]);
    }
  }
}

}  // namespace archive
