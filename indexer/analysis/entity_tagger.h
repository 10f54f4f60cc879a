// Finds the people, organisations and places that a document names: tokens →
// spans with a kind and a probability.
//
//     tokens ─EntityWordTable→ words ─AppendWordFeatures, EntityContext→
//     features ─EntityModel→ scores ─EntityLattice→ spans
//
// A linear conditional random field.  What a word says for itself is added up
// once for each word and distance and kept; only features of several words and
// of the document are looked up for each token, and only where a name may
// stand (EntityContext::IsLive).  Within a document the same word leans
// towards what its other occurrences are.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_TAGGER_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_TAGGER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/analysis/entity_context.h"
#include "indexer/analysis/entity_labels.h"
#include "indexer/analysis/entity_lattice.h"
#include "indexer/analysis/entity_model.h"
#include "indexer/analysis/entity_words.h"

namespace archive {

// Owns: sums of words met, at most some tens of megabytes; room, used again.
// Threads: one a tagger.  Lives: the model as long as the tagger.
class EntityTagger {
 public:
  explicit EntityTagger(const EntityModel& model);

  // Names in order, none inside another; kOther is among them.
  // `sentence_ends`: ascending, the last one is tokens.size().
  std::vector<TokenSpan> Tag(std::span<const std::string_view> tokens,
                             std::span<const std::size_t> sentence_ends);

 private:
  // What is known of a word by adding up its features, in steps of the
  // model's scale.
  using Sums = std::array<std::int16_t, kScoreWidth>;
  // Probabilities of the kinds, and of none (first), summed over occurrences.
  using KindSums = std::array<float, 1 + kEntityKindCount>;
  // Live tokens without a gap, within a sentence.
  struct Stretch {
    std::size_t begin;  // token
    std::size_t end;
    std::size_t scores;  // where they begin in scores_
  };
  struct Occurrences {
    KindSums sums = {};
    float count = 0;
  };

  void TagPart(std::span<const std::size_t> sentence_ends, std::size_t begin,
               std::vector<TokenSpan>& spans);
  void ScoreSentence(std::size_t begin, std::size_t end);
  void ScoreToken(std::size_t i, std::size_t begin, std::size_t end);
  const Sums& SumsOf(EntityWordId word, int offset);
  Sums SumOf(std::span<const EntityHash> features) const;
  void LeanOnOccurrences();
  void AppendStretch(const Stretch& stretch, std::vector<TokenSpan>& spans);
  std::span<LabelScores> ScoresOf(const Stretch& stretch);

  const EntityModel& model_;
  EntityWordTable words_;
  EntityContext context_;
  std::vector<Sums> sums_;           // by word and offset
  std::vector<std::uint8_t> known_;  // whether that sum was made
  std::array<Sums, kOffsetCount> edges_;

  std::vector<EntityWordId> tokens_;
  std::span<const EntityWordId> part_;  // what is read as a document
  std::vector<LabelScores> scores_;
  std::vector<Stretch> stretches_;
  std::vector<KindSums> shares_;  // by token of scores_
  std::unordered_map<std::uint32_t, Occurrences> occurrences_;  // by lower_id
  std::vector<EntityHash> features_;
  std::vector<EntityLabel> labels_;
  std::vector<std::size_t> ends_;
  EntityLattice lattice_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_TAGGER_H_
