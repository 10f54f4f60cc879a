#include "indexer/analysis/entity_model.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/file_system.h"

namespace archive {
namespace {

// A model with other numbers would make nonsense of every score.
constexpr float kGreatestWeight = 1000;

bool IsUsable(float number) {
  return std::isfinite(number) && std::abs(number) <= kGreatestWeight;
}

}  // namespace

Result<EntityModel> EntityModel::Open(const std::string& path) {
  Result<SectionFile> file = SectionFile::Open(path, kEntityModelKind);
  if (!file) return file.error();
  RETURN_IF_ERROR(file->CheckSections());
  EntityModel model(std::move(*file));
  RETURN_IF_ERROR(model.ReadLexicon());
  RETURN_IF_ERROR(model.ReadWeights());
  RETURN_IF_ERROR(model.ReadAliases());
  RETURN_IF_ERROR(model.file_.RefuseUnknown());
  const auto beside = std::filesystem::path(path).parent_path();
  if (const std::string places = beside / "places.tsv"; FileExists(places)) {
    ASSIGN_OR_RETURN(model.places_, PlaceTable::Open(places));
  }
  if (const std::string names = beside / "foreign-names.tsv";
      FileExists(names)) {
    ASSIGN_OR_RETURN(model.foreign_names_, ForeignNames::Open(names));
  }
  return model;
}

Result<EntityModel> EntityModel::OpenOwn() {
  const char* const named = std::getenv("ARCHIVE_ENTITY_MODEL");
  if (named != nullptr && *named != '\0') return Open(named);
  std::error_code failed;
  const std::filesystem::path program =
      std::filesystem::read_symlink("/proc/self/exe", failed);
  return Open(program.parent_path().parent_path() / "share" / "archive-index" /
              "entities-en.model");
}

Result<HashedKeys> EntityModel::ReadKeys(std::string_view buckets,
                                         std::string_view tags) {
  const auto bucket_array = file_.Array<std::uint32_t>(MakeTag(buckets));
  if (!bucket_array) return bucket_array.error();
  const auto tag_array = file_.Array<std::uint16_t>(MakeTag(tags));
  if (!tag_array) return tag_array.error();
  const auto keys = HashedKeys::Open(*bucket_array, *tag_array);
  if (!keys) return file_.Damaged(MakeTag(buckets));
  return *keys;
}

Status EntityModel::ReadLexicon() {
  const Result<HashedKeys> words = ReadKeys("WORB", "WORT");
  if (!words) return words.error();
  const Result<HashedKeys> names = ReadKeys("NAMB", "NAMT");
  if (!names) return names.error();
  const auto fine = file_.Array<std::uint16_t>(MakeTag("WFIN"), words->size());
  const auto middle = file_.Array<std::uint8_t>(MakeTag("WMID"), words->size());
  const auto coarse = file_.Array<std::uint8_t>(MakeTag("WCOA"), words->size());
  const auto lists = file_.Array<std::uint8_t>(MakeTag("NAMK"), names->size());
  const auto places = file_.Array<std::uint8_t>(MakeTag("WPLC"));
  if (!places) return places.error();
  if (!fine) return fine.error();
  if (!middle) return middle.error();
  if (!coarse) return coarse.error();
  if (!lists) return lists.error();
  lexicon_ = {.words = *words,
              .fine = *fine,
              .middle = *middle,
              .coarse = *coarse,
              .places = *places,
              .names = *names,
              .lists = *lists};
  return Ok();
}

Status EntityModel::ReadWeights() {
  const Result<HashedKeys> features = ReadKeys("FEAB", "FEAT");
  if (!features) return features.error();
  const auto weights =
      file_.Array<std::int8_t>(MakeTag("FEAW"), features->size() * kLabelCount);
  if (!weights) return weights.error();
  const auto scale = file_.Array<float>(MakeTag("SCAL"), 1);
  if (!scale) return scale.error();
  const auto pairs =
      file_.Array<float>(MakeTag("TRAN"), kLabelCount * kLabelCount);
  if (!pairs) return pairs.error();
  if (!IsUsable((*scale)[0])) return file_.Damaged(MakeTag("SCAL"));
  if (!std::all_of(pairs->begin(), pairs->end(), IsUsable))
    return file_.Damaged(MakeTag("TRAN"));
  features_ = *features;
  weights_ = *weights;
  scale_ = (*scale)[0];
  Transitions::Table table;
  for (std::size_t before = 0; before < kLabelCount; ++before)
    std::copy_n(
        pairs->begin() + static_cast<std::ptrdiff_t>(before * kLabelCount),
        kLabelCount, table[before].begin());
  transitions_ = std::make_unique<Transitions>(table);
  return Ok();
}

Status EntityModel::ReadAliases() {
  Result<StringTableView> aliases =
      StringTableView::Open(file_, MakeTag("ALIB"), MakeTag("ALIO"));
  if (!aliases) return aliases.error();
  Result<StringTableView> canonical =
      StringTableView::Open(file_, MakeTag("CANB"), MakeTag("CANO"));
  if (!canonical) return canonical.error();
  if (aliases->size() != canonical->size())
    return file_.Damaged(MakeTag("CANO"));
  aliases_ = *aliases;
  canonical_ = *canonical;
  const std::string places = AliasKey(EntityKind::kPlace, "");
  for (std::size_t i = 0; i < aliases_.size(); ++i) {
    std::string_view alias = aliases_[i];
    if (!alias.starts_with(places)) continue;
    alias.remove_prefix(places.size());
    if (alias.find(' ') == std::string_view::npos) continue;
    // People's Republic: a possessive is a token of its own.
    place_beginnings_.push_back(
        HashOf(alias.substr(0, alias.find_first_of(" '"))));
  }
  std::sort(place_beginnings_.begin(), place_beginnings_.end());
  return Ok();
}

std::string EntityModel::AliasKey(EntityKind kind, std::string_view name) {
  std::string key(kEntityKinds[static_cast<std::size_t>(kind)]);
  key += ' ';
  key += EntityFolded(name);
  return key;
}

bool EntityModel::MayBeginPlace(std::string_view word) const {
  return std::binary_search(place_beginnings_.begin(), place_beginnings_.end(),
                            HashOf(EntityFolded(word)));
}

std::string_view EntityModel::CanonicalOf(EntityKind kind,
                                          std::string_view name) const {
  const std::string key = AliasKey(kind, name);
  std::size_t begin = 0;
  std::size_t end = aliases_.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (aliases_[middle] < key)
      begin = middle + 1;
    else
      end = middle;
  }
  if (begin < aliases_.size() && aliases_[begin] == key)
    return canonical_[begin];
  return {};
}

}  // namespace archive
