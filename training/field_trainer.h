// Tagged documents → weights of a linear conditional random field.
//
// AdaGrad over sentences in a seeded order, features left out at random, the
// weights averaged over the ends of the last rounds; one thread, so that the
// same texts give the same weights.
#ifndef ARCHIVE_TRAINING_FIELD_TRAINER_H_
#define ARCHIVE_TRAINING_FIELD_TRAINER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/analysis/entity_hash.h"
#include "indexer/analysis/entity_lattice.h"
#include "indexer/analysis/entity_words.h"
#include "training/training_text.h"

namespace archive {

struct FieldWeights {
  std::vector<EntityHash> features;  // ascending
  std::vector<LabelScores> weights;  // by feature
  Transitions::Table transitions = {};
};

// The mean of what `seeds` runs learn.
FieldWeights TrainField(const std::vector<TrainingDocument>& documents,
                        const EntityLexicon& lexicon, int seeds);

}  // namespace archive

#endif  // ARCHIVE_TRAINING_FIELD_TRAINER_H_
