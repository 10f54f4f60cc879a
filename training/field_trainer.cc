#include "training/field_trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <span>
#include <string_view>

#include "indexer/analysis/entity_context.h"
#include "training/random.h"

namespace archive {
namespace {

constexpr std::size_t kRarest = 2;  // a feature met less often is left out
constexpr int kRounds = 8;
constexpr int kFirstAveraged = 4;
constexpr float kRate = 0.1F;
constexpr float kLeastRate = 0.03F;  // of kRate, at the end
constexpr float kDropped = 0.3F;     // share of features
constexpr float kDamping = 0.1F;

// Live tokens without a gap: what the tagger decides at once.
struct Stretch {
  std::size_t first_token;
  std::size_t tokens;
  float weight;
};

struct Row {
  LabelScores weights = {};
  LabelScores squares = {};  // of gradients, added up
};

// All live tokens, their features and labels.
struct Examples {
  std::vector<Stretch> stretches;
  std::vector<LabelMask> labels;          // by token
  std::vector<std::size_t> feature_ends;  // by token
  std::vector<std::uint32_t> features;    // hashes, then rows
};

class ExampleMaker {
 public:
  explicit ExampleMaker(const EntityLexicon& lexicon)
      : words_(lexicon), context_(words_) {}

  void Add(const TrainingDocument& document) {
    std::vector<EntityWordId> tokens;
    std::vector<std::size_t> ends;
    std::vector<LabelMask> labels;
    for (const TrainingSentence& sentence : document.sentences) {
      for (const std::string& token : sentence.tokens)
        tokens.push_back(words_.Id(token));
      labels.insert(labels.end(), sentence.labels.begin(),
                    sentence.labels.end());
      ends.push_back(tokens.size());
    }
    context_.Begin(tokens, ends);
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      AddSentence(tokens, labels, begin, end, document.weight);
      begin = end;
    }
  }

  Examples Take() { return std::move(examples_); }

 private:
  // A name of which a part can never be found is not learned.
  void Forget(std::vector<LabelMask>& labels, std::size_t begin,
              std::size_t end) const {
    static constexpr LabelMask kOut = LabelMask{1} << kOutside;
    const auto is_open = [](LabelMask mask) {
      return mask != kAnyLabel && mask >> kClosedLabels != 0;
    };
    for (std::size_t i = begin; i < end;) {
      std::size_t last = i;
      bool is_live = context_.IsLive(i);
      while (is_open(labels[last]) && last + 1 < end)
        is_live &= context_.IsLive(++last);
      for (std::size_t j = i; !is_live && j <= last; ++j) labels[j] = kOut;
      i = last + 1;
    }
  }

  void AddSentence(const std::vector<EntityWordId>& tokens,
                   std::vector<LabelMask>& labels, std::size_t begin,
                   std::size_t end, float weight) {
    context_.EnterSentence(begin, end);
    Forget(labels, begin, end);
    bool was_live = false;
    for (std::size_t i = begin; i < end; ++i) {
      const bool is_live = context_.IsLive(i);
      if (is_live && !was_live)
        examples_.stretches.push_back({.first_token = examples_.labels.size(),
                                       .tokens = 0,
                                       .weight = weight});
      was_live = is_live;
      if (!is_live) continue;
      ++examples_.stretches.back().tokens;
      examples_.labels.push_back(labels[i]);
      AddFeatures(tokens, i, begin, end);
      examples_.feature_ends.push_back(examples_.features.size());
    }
  }

  void AddFeatures(const std::vector<EntityWordId>& tokens, std::size_t i,
                   std::size_t begin, std::size_t end) {
    for (int offset = -kWordReach; offset <= kWordReach; ++offset) {
      const auto at = static_cast<std::ptrdiff_t>(i) + offset;
      if (at < static_cast<std::ptrdiff_t>(begin) ||
          at >= static_cast<std::ptrdiff_t>(end)) {
        AppendEdgeFeatures(offset, examples_.features);
      } else {
        const EntityWordId id = tokens[static_cast<std::size_t>(at)];
        AppendWordFeatures(words_[id], words_.TextOf(id), offset,
                           examples_.features);
      }
    }
    context_.Append(i, examples_.features);
  }

  EntityWordTable words_;
  EntityContext context_;
  Examples examples_;
};

// Those met often enough, ascending.
std::vector<EntityHash> KeptFeatures(const std::vector<std::uint32_t>& met) {
  std::vector<EntityHash> sorted = met;
  std::sort(sorted.begin(), sorted.end());
  std::vector<EntityHash> kept;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && sorted[end] == sorted[i]) ++end;
    if (end - i >= kRarest) kept.push_back(sorted[i]);
    i = end;
  }
  return kept;
}

// Replaces hashes by rows, and leaves out those without one.
void NumberFeatures(const HashedKeys& rows, Examples& examples) {
  std::size_t written = 0;
  std::size_t read = 0;
  for (std::size_t& end : examples.feature_ends) {
    for (; read < end; ++read) {
      const std::size_t row = rows.Find(examples.features[read]);
      if (row != HashedKeys::kNone)
        examples.features[written++] = static_cast<std::uint32_t>(row);
    }
    end = written;
  }
  examples.features.resize(written);
}

class Trainer {
 public:
  Trainer(const Examples& examples, std::size_t rows, std::uint64_t seed)
      : examples_(examples), rows_(rows), averages_(rows), random_(seed) {}

  void Run() {
    std::vector<std::size_t> order(examples_.stretches.size());
    std::iota(order.begin(), order.end(), 0);
    for (int round = 0; round < kRounds; ++round) {
      random_.Shuffle(order);
      double loss = 0;
      for (std::size_t i = 0; i < order.size(); ++i) {
        const float done =
            (static_cast<float>(round) +
             static_cast<float>(i) / static_cast<float>(order.size())) /
            kRounds;
        rate_ = kRate * std::max(kLeastRate, 1 - done);
        loss += Learn(examples_.stretches[order[i]]);
      }
      if (round >= kFirstAveraged) Average(round - kFirstAveraged + 1);
      std::fprintf(stderr, "round %d of %d: loss %.4f a token\n", round + 1,
                   kRounds,
                   loss / static_cast<double>(examples_.labels.size()));
    }
  }

  // Adds a share of what was learned.
  void AddTo(FieldWeights& field, float share) const {
    for (std::size_t row = 0; row < averages_.size(); ++row) {
      for (std::size_t label = 0; label < kLabelCount; ++label)
        field.weights[row][label] += share * averages_[row][label];
    }
    for (std::size_t a = 0; a < kLabelCount; ++a) {
      for (std::size_t b = 0; b < kLabelCount; ++b)
        field.transitions[a][b] += share * pair_averages_[a][b];
    }
  }

 private:
  double Learn(const Stretch& stretch) {
    Score(stretch);
    const Transitions transitions(pairs_);
    const std::span<const LabelMask> labels =
        std::span(examples_.labels)
            .subspan(stretch.first_token, stretch.tokens);
    pair_gradients_ = {};
    const double all = lattice_.Sum(scores_, transitions);
    lattice_.AddPairs(transitions, stretch.weight, pair_gradients_);
    gradients_.assign(stretch.tokens, {});
    AddMarginals(stretch.weight);
    const double right = lattice_.Sum(scores_, transitions, labels);
    lattice_.AddPairs(transitions, -stretch.weight, pair_gradients_);
    AddMarginals(-stretch.weight);
    Update();
    return stretch.weight * (all - right);
  }

  // With some of the features left out, which Update leaves out, too.
  void Score(const Stretch& stretch) {
    static constexpr float kScale = 1 / (1 - kDropped);
    static constexpr auto kBound =
        static_cast<std::uint32_t>(kDropped * 4294967295.0);
    kept_.clear();
    kept_ends_.clear();
    scores_.assign(stretch.tokens, {});
    for (std::size_t k = 0; k < stretch.tokens; ++k) {
      const std::size_t token = stretch.first_token + k;
      const std::size_t begin =
          token == 0 ? 0 : examples_.feature_ends[token - 1];
      for (std::size_t f = begin; f < examples_.feature_ends[token]; ++f) {
        if (random_.Next() < kBound) continue;
        const std::uint32_t row = examples_.features[f];
        kept_.push_back(row);
        for (std::size_t label = 0; label < kScoreWidth; ++label)
          scores_[k][label] += kScale * rows_[row].weights[label];
      }
      kept_ends_.push_back(kept_.size());
    }
  }

  void AddMarginals(float weight) {
    for (std::size_t k = 0; k < gradients_.size(); ++k) {
      for (std::size_t label = 0; label < kScoreWidth; ++label)
        gradients_[k][label] += weight * lattice_.Marginal(k)[label];
    }
  }

  void Update() {
    std::size_t f = 0;
    for (std::size_t k = 0; k < gradients_.size(); ++k) {
      const LabelScores& gradient = gradients_[k];
      for (; f < kept_ends_[k]; ++f) {
        Row& row = rows_[kept_[f]];
        for (std::size_t label = 0; label < kScoreWidth; ++label) {
          const float g = gradient[label];
          row.squares[label] += g * g;
          row.weights[label] -=
              rate_ * g / (std::sqrt(row.squares[label]) + kDamping);
        }
      }
    }
    for (std::size_t a = 0; a < kLabelCount; ++a) {
      for (std::size_t b = 0; b < kLabelCount; ++b) {
        const float g = pair_gradients_[a][b];
        pair_squares_[a][b] += g * g;
        pairs_[a][b] -= rate_ * g / (std::sqrt(pair_squares_[a][b]) + kDamping);
      }
    }
  }

  void Average(int count) {
    const float share = 1.0F / static_cast<float>(count);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (std::size_t label = 0; label < kLabelCount; ++label)
        averages_[row][label] +=
            (rows_[row].weights[label] - averages_[row][label]) * share;
    }
    for (std::size_t a = 0; a < kLabelCount; ++a) {
      for (std::size_t b = 0; b < kLabelCount; ++b)
        pair_averages_[a][b] += (pairs_[a][b] - pair_averages_[a][b]) * share;
    }
  }

  const Examples& examples_;
  std::vector<Row> rows_;
  std::vector<LabelScores> averages_;
  Transitions::Table pairs_ = {};
  Transitions::Table pair_squares_ = {};
  Transitions::Table pair_gradients_ = {};
  Transitions::Table pair_averages_ = {};
  Random random_;
  float rate_ = kRate;
  EntityLattice lattice_;
  std::vector<LabelScores> scores_;
  std::vector<LabelScores> gradients_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::size_t> kept_ends_;
};

}  // namespace

FieldWeights TrainField(const std::vector<TrainingDocument>& documents,
                        const EntityLexicon& lexicon, int seeds) {
  ExampleMaker maker(lexicon);
  for (const TrainingDocument& document : documents) maker.Add(document);
  Examples examples = maker.Take();
  FieldWeights field;
  field.features = KeptFeatures(examples.features);
  const HashedKeyArrays rows(field.features);
  NumberFeatures(rows.View(), examples);
  std::fprintf(stderr, "%zu tokens to decide, %zu features\n",
               examples.labels.size(), field.features.size());
  field.weights.resize(field.features.size());
  for (int seed = 1; seed <= seeds; ++seed) {
    Trainer trainer(examples, field.features.size(),
                    static_cast<std::uint64_t>(seed));
    trainer.Run();
    trainer.AddTo(field, 1.0F / static_cast<float>(seeds));
  }
  return field;
}

}  // namespace archive
