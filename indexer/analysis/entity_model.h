// The trained model of the tagger: a section file (common/index/section_file.h)
// of kind "enti", mapped in.
//
//     WORB WORT      words that have clusters: buckets:u32[65537], tags:u16[]
//     WFIN WMID WCOA their clusters, of 1,024 (u16), 256 (u8) and 64 (u8)
//     WPLC           u8 by cluster of 1,024: 1, when its words are places
//     NAMB NAMT      names of the lists, by the chain of their words' hashes
//     NAMK           in which lists they stand (u8, NameList bits)
//     FEAB FEAT      features that weigh something
//     FEAW           their weights, i8 for each of the 17 labels
//     SCAL           f32: what a weight is multiplied with
//     TRAN           f32[17][17]: weights of one label behind another
//     ALIB ALIO CANB CANO  names that mean the same as another one (AliasKey),
//                    in order, and that one, as strings and their offsets
//
// Buckets and tags are HashedKeys.  training/ writes it; a word, feature or
// label that is numbered in another way needs a new model (kEntityModelKind).
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_MODEL_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/section_file.h"
#include "common/result.h"
#include "indexer/analysis/entity_hash.h"
#include "indexer/analysis/entity_labels.h"
#include "indexer/analysis/entity_lattice.h"
#include "indexer/analysis/entity_words.h"
#include "indexer/analysis/foreign_names.h"
#include "indexer/analysis/place_table.h"

namespace archive {

inline constexpr FileKind kEntityModelKind = {
    .name = "enti", .version = 1, .oldest_reader = 1};

// Owns: the mapping.  Lives: views until destruction.  Threads: any.
class EntityModel {
 public:
  // Fails as SectionFile::Open, and with kIndexDamaged when a checksum or the
  // size of a section is wrong.
  static Result<EntityModel> Open(const std::string& path);

  // The model that belongs to the program: $ARCHIVE_ENTITY_MODEL, or the one
  // that lies in ../share/archive-index beside the directory of the program, as
  // it is installed and in the build tree.
  static Result<EntityModel> OpenOwn();

  const EntityLexicon& lexicon() const { return lexicon_; }
  const Transitions& transitions() const { return *transitions_; }
  float scale() const { return scale_; }

  // Weights of a feature for the labels; nullptr when it has none.
  const std::int8_t* WeightsOf(EntityHash feature) const {
    const std::size_t row = features_.Find(feature);
    if (row == HashedKeys::kNone) return nullptr;
    return weights_.data() + row * kLabelCount;
  }

  // How an alias is looked up, whatever its case: its kind and its folded form.
  static std::string AliasKey(EntityKind kind, std::string_view name);
  // The name by which what is called `name` is known; empty when the model
  // does not say.
  std::string_view CanonicalOf(EntityKind kind, std::string_view name) const;
  // Where places lie, as the file places.tsv beside the model says.
  const PlaceTable& places() const { return places_; }
  // What other languages call places and organisations, as the file
  // foreign-names.tsv beside the model says.
  const ForeignNames& foreign_names() const { return foreign_names_; }
  // Whether an alias of several words, of a place, begins with `word`.
  bool MayBeginPlace(std::string_view word) const;

 private:
  explicit EntityModel(SectionFile file) : file_(std::move(file)) {}
  Status ReadLexicon();
  Status ReadWeights();
  Status ReadAliases();
  Result<HashedKeys> ReadKeys(std::string_view buckets, std::string_view tags);

  SectionFile file_;
  EntityLexicon lexicon_;
  HashedKeys features_;
  std::span<const std::int8_t> weights_;
  float scale_ = 1;
  std::unique_ptr<Transitions> transitions_;
  StringTableView aliases_;
  StringTableView canonical_;
  std::vector<EntityHash> place_beginnings_;  // ascending
  PlaceTable places_;
  ForeignNames foreign_names_ = ForeignNames::Parse({});
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_MODEL_H_
