// Trains the entity tagger and writes its model (indexer/analysis/
// entity_model.h).
//
// Usage: train_tagger DATA_DIRECTORY ALIASES MODEL [--held-out | --aliases]
//
// DATA_DIRECTORY is ../shared/data.  With --held-out, wikigold, gum_news and
// uner_ewt_dev are kept out, so that they can be scored.  With --aliases only
// the table of aliases in MODEL is made anew: no weight depends on it.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/section_file.h"
#include "common/result.h"
#include "indexer/analysis/entity_model.h"
#include "indexer/analysis/entity_tagger.h"
#include "training/field_trainer.h"
#include "training/name_lists.h"
#include "training/training_text.h"
#include "training/word_clusters.h"

namespace archive {
namespace {

// Weights that never move a score by more are left out.
constexpr float kLeastWeight = 0.01F;
constexpr std::size_t kMostFeatures = 380000;
constexpr float kLargestStep = 127;
// The weights of runs with so many seeds are averaged: for a linear model that
// is to ask all of them.
constexpr int kFirstSeeds = 1;
constexpr int kSeeds = 2;
constexpr float kNewsWeight = 0.5F;

enum class Part : std::uint8_t { kTraining, kScored };

struct TextFile {
  const char* name;
  float weight;
  Part part;
};

// The third of GMB was tagged by machine in part, so its mistakes weigh less.
constexpr TextFile kTexts[] = {
    {"ner/clean/crossner_politics.conll", 1, Part::kTraining},
    {"ner/clean/gmb3.conll", 0.4F, Part::kTraining},
    {"ner/clean/gum_free_other.conll", 1, Part::kTraining},
    {"ner/clean/meantime.conll", 1, Part::kTraining},
    {"ner/clean/re3d.conll", 1, Part::kTraining},
    {"ner/clean/wnut17_train.conll", 1, Part::kTraining},
    {"ner/clean/wikigold.conll", 1, Part::kScored},
    {"ner/clean/gum_news.conll", 1, Part::kScored},
    {"ner/dev/uner_ewt_dev.conll", 1, Part::kScored},
};

float Largest(const LabelScores& weights) {
  float largest = 0;
  for (std::size_t label = 0; label < kLabelCount; ++label)
    largest = std::max(largest, std::abs(weights[label]));
  return largest;
}

// The weight that the most important features exceed.
float Threshold(const FieldWeights& field) {
  std::vector<float> sizes;
  for (const LabelScores& weights : field.weights)
    sizes.push_back(Largest(weights));
  if (sizes.size() <= kMostFeatures) return kLeastWeight;
  const auto last = sizes.begin() + kMostFeatures;
  std::nth_element(sizes.begin(), last, sizes.end(), std::greater<>());
  return std::max(*last, kLeastWeight);
}

void AddKeys(std::string_view buckets, std::string_view tags,
             const std::vector<EntityHash>& keys, SectionFileWriter& file) {
  const HashedKeyArrays arrays(keys);
  file.Add(MakeTag(buckets), arrays.buckets);
  file.Add(MakeTag(tags), arrays.tags);
}

void AddWeights(const FieldWeights& field, SectionFileWriter& file) {
  const float threshold = Threshold(field);
  std::vector<std::size_t> kept;
  float largest = 0;
  for (std::size_t i = 0; i < field.weights.size(); ++i) {
    const float size = Largest(field.weights[i]);
    if (size <= threshold) continue;
    kept.push_back(i);
    largest = std::max(largest, size);
  }
  const float scale = largest / kLargestStep;
  std::vector<EntityHash> keys;
  std::vector<std::int8_t> steps;
  for (const std::size_t i : kept) {
    keys.push_back(field.features[i]);
    for (std::size_t label = 0; label < kLabelCount; ++label)
      steps.push_back(static_cast<std::int8_t>(
          std::lround(field.weights[i][label] / scale)));
  }
  AddKeys("FEAB", "FEAT", keys, file);
  file.Add(MakeTag("FEAW"), steps);
  file.Add(MakeTag("SCAL"), std::vector<float>{scale});
  std::vector<float> pairs;
  for (const auto& row : field.transitions)
    pairs.insert(pairs.end(), row.begin(), row.end());
  file.Add(MakeTag("TRAN"), pairs);
  std::fprintf(stderr, "%zu features kept, weights up to %.2f\n", kept.size(),
               static_cast<double>(largest));
}

void AddAliases(const NameLists& names, SectionFileWriter& file) {
  StringTable aliases;
  StringTable canonical;
  for (const auto& [alias, name] : names.aliases) {
    aliases.Add(alias);
    canonical.Add(name);
  }
  file.Add(MakeTag("ALIB"), MakeTag("ALIO"), aliases);
  file.Add(MakeTag("CANB"), MakeTag("CANO"), canonical);
}

// Clusters of which most words are names of places.
std::vector<std::uint8_t> PlaceClusters(const WordClusters& words,
                                        const NameLists& names) {
  static constexpr std::size_t kClusters = 1024;
  static constexpr double kMost = 0.6;
  std::vector<std::size_t> all(kClusters);
  std::vector<std::size_t> listed(kClusters);
  for (std::size_t i = 0; i < words.keys.size(); ++i) {
    ++all[words.fine[i]];
    const auto name = names.lists.find(words.keys[i]);
    if (name != names.lists.end() &&
        (name->second & (kPlaceNames | kCountryNames)) != 0)
      ++listed[words.fine[i]];
  }
  std::vector<std::uint8_t> places(kClusters);
  for (std::size_t i = 0; i < kClusters; ++i)
    places[i] =
        static_cast<double>(listed[i]) > kMost * static_cast<double>(all[i])
            ? 1
            : 0;
  return places;
}

Result<std::vector<TrainingDocument>> ReadTexts(const std::string& data,
                                                bool held_out) {
  std::vector<TrainingDocument> documents;
  for (const TextFile& text : kTexts) {
    if (held_out && text.part == Part::kScored) continue;
    RETURN_IF_ERROR(
        ReadTrainingText(data + "/" + text.name, text.weight, documents));
  }
  AddVariants(documents);
  return documents;
}

// What is looked up of words, whatever the weights.
struct Lexicon {
  WordClusters words;
  NameLists names;
  std::vector<EntityHash> name_keys;
  std::vector<std::uint8_t> lists;
  std::vector<std::uint8_t> places;

  void Finish() {
    for (const auto& [key, bits] : names.lists) {
      name_keys.push_back(key);
      lists.push_back(bits);
    }
    places = PlaceClusters(words, names);
  }
};

FieldWeights Train(const std::vector<TrainingDocument>& documents,
                   const Lexicon& lexicon, int seeds) {
  const HashedKeyArrays words(lexicon.words.keys);
  const HashedKeyArrays names(lexicon.name_keys);
  return TrainField(documents,
                    {.words = words.View(),
                     .fine = lexicon.words.fine,
                     .middle = lexicon.words.middle,
                     .coarse = lexicon.words.coarse,
                     .places = lexicon.places,
                     .names = names.View(),
                     .lists = lexicon.lists},
                    seeds);
}

Status WriteModel(const FieldWeights& field, const Lexicon& lexicon,
                  const std::string& path) {
  SectionFileWriter file(kEntityModelKind, OwnerId{});
  AddKeys("WORB", "WORT", lexicon.words.keys, file);
  file.Add(MakeTag("WFIN"), lexicon.words.fine);
  file.Add(MakeTag("WMID"), lexicon.words.middle);
  file.Add(MakeTag("WCOA"), lexicon.words.coarse);
  file.Add(MakeTag("WPLC"), lexicon.places);
  AddKeys("NAMB", "NAMT", lexicon.name_keys, file);
  file.Add(MakeTag("NAMK"), lexicon.lists);
  AddWeights(field, file);
  AddAliases(lexicon.names, file);
  return file.Write(path);
}

// News without labels, as a first model reads it: the two thirds of GMB that
// the labelled texts leave out.
Status AddNews(const std::string& data, const std::string& model_path,
               std::vector<TrainingDocument>& documents) {
  std::vector<TrainingDocument> news;
  RETURN_IF_ERROR(ReadTrainingText(data + "/ner/train/gmb_titlestripped.conll",
                                   kNewsWeight, news));
  for (std::size_t i = news.size(); i-- > 0;) {
    if (i % 3 == 0) news.erase(news.begin() + static_cast<std::ptrdiff_t>(i));
  }
  ASSIGN_OR_RETURN(const EntityModel model, EntityModel::Open(model_path));
  EntityTagger tagger(model);
  ReadWithTagger(tagger, news);
  std::move(news.begin(), news.end(), std::back_inserter(documents));
  return Ok();
}

Status TrainTagger(const std::string& data, const std::string& aliases,
                   const std::string& path, bool held_out) {
  ASSIGN_OR_RETURN(std::vector<TrainingDocument> documents,
                   ReadTexts(data, held_out));
  Lexicon lexicon;
  ASSIGN_OR_RETURN(lexicon.words, ClusterWords(data + "/words"));
  ASSIGN_OR_RETURN(lexicon.names, ReadNameLists(data + "/gazetteers", aliases));
  lexicon.Finish();
  const FieldWeights first = Train(documents, lexicon, kFirstSeeds);
  RETURN_IF_ERROR(WriteModel(first, lexicon, path));
  RETURN_IF_ERROR(AddNews(data, path, documents));
  return WriteModel(Train(documents, lexicon, kSeeds), lexicon, path);
}

Status ReplaceAliases(const std::string& data, const std::string& aliases,
                      const std::string& path) {
  static constexpr std::string_view kTrained[] = {
      "WORB", "WORT", "WFIN", "WMID", "WCOA", "WPLC", "NAMB",
      "NAMT", "NAMK", "FEAB", "FEAT", "FEAW", "SCAL", "TRAN"};
  ASSIGN_OR_RETURN(const NameLists names,
                   ReadNameLists(data + "/gazetteers", aliases));
  SectionFileWriter file(kEntityModelKind, OwnerId{});
  {
    ASSIGN_OR_RETURN(const SectionFile model,
                     SectionFile::Open(path, kEntityModelKind));
    for (const std::string_view section : kTrained)
      file.Add(MakeTag(section), std::string(model.Section(MakeTag(section))));
  }
  AddAliases(names, file);
  return file.Write(path);
}

int Run(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::string option = arguments.size() == 4 ? arguments[3] : "";
  const bool held_out = option == "--held-out";
  const bool only_aliases = option == "--aliases";
  if (arguments.size() != 3 && !held_out && !only_aliases) {
    std::fputs(
        "usage: train_tagger DATA ALIASES MODEL [--held-out | --aliases]\n",
        stderr);
    return 2;
  }
  const Status trained =
      only_aliases
          ? ReplaceAliases(arguments[0], arguments[1], arguments[2])
          : TrainTagger(arguments[0], arguments[1], arguments[2], held_out);
  if (trained) return 0;
  std::fprintf(stderr, "train_tagger: %s\n", trained.error().message.c_str());
  return 1;
}

}  // namespace
}  // namespace archive

int main(int argc, char** argv) {
  return archive::Run(argc, argv);
}
