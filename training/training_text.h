// The tagged texts that the tagger learns from: token TAB tag, BIO with PER,
// ORG, LOC, MISC; blank lines between sentences, -DOCSTART- between documents.
// A tag "?" says that any label may be right.
#ifndef ARCHIVE_TRAINING_TRAINING_TEXT_H_
#define ARCHIVE_TRAINING_TRAINING_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/analysis/entity_labels.h"
#include "indexer/analysis/entity_tagger.h"

namespace archive {

using LabelMask = std::uint32_t;  // a bit a label
inline constexpr LabelMask kAnyLabel = (LabelMask{1} << kLabelCount) - 1;

struct TrainingSentence {
  std::vector<std::string> tokens;
  std::vector<LabelMask> labels;  // which may be right, by token
};

struct TrainingDocument {
  std::vector<TrainingSentence> sentences;
  float weight = 1;  // of its mistakes
};

// Long documents are cut, as the tagger does.  Appends to `documents`.
Status ReadTrainingText(const std::string& path, float weight,
                        std::vector<TrainingDocument>& documents);

// Repeats some sentences of each document in capitals, as headlines or in small
// letters, and some with hyphens as tokens of their own: all of these are met,
// and the texts of training hold hardly any.
void AddVariants(std::vector<TrainingDocument>& documents);

// What the tagger itself makes of documents takes the place of their labels;
// where it is not sure, any label may be right.
void ReadWithTagger(EntityTagger& tagger,
                    std::span<TrainingDocument> documents);

}  // namespace archive

#endif  // ARCHIVE_TRAINING_TRAINING_TEXT_H_
