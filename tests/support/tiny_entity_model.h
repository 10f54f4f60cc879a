// A model of the entity tagger that knows next to nothing, for tests of what
// stands around it; and the one that is shipped.
#ifndef ARCHIVE_TESTS_SUPPORT_TINY_ENTITY_MODEL_H_
#define ARCHIVE_TESTS_SUPPORT_TINY_ENTITY_MODEL_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/section_file.h"
#include "indexer/analysis/entity_hash.h"
#include "indexer/analysis/entity_labels.h"
#include "indexer/analysis/entity_model.h"

namespace archive {

// Sections by their names; tests spoil one before they write them.
using EntitySections = std::map<std::string, std::string>;

template <typename Number>
std::string BytesOf(const std::vector<Number>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()),
          numbers.size() * sizeof(Number)};
}

inline EntitySections TinyEntitySections() {
  const HashedKeyArrays none(std::vector<EntityHash>{});
  const HashedKeyArrays demonym(std::vector<EntityHash>{HashOf("chinese")});
  return {
      {"WORB", BytesOf(none.buckets)},
      {"WORT", ""},
      {"WFIN", ""},
      {"WMID", ""},
      {"WCOA", ""},
      {"WPLC", ""},
      {"NAMB", BytesOf(demonym.buckets)},
      {"NAMT", BytesOf(demonym.tags)},
      {"NAMK", std::string(1, static_cast<char>(kDemonyms))},
      {"FEAB", BytesOf(none.buckets)},
      {"FEAT", ""},
      {"FEAW", ""},
      {"SCAL", BytesOf(std::vector<float>{1})},
      {"TRAN", BytesOf(std::vector<float>(kLabelCount * kLabelCount))},
  };
}

// Aliases: as EntityModel::AliasKey makes them → the name.
inline void WriteEntityModel(
    const EntitySections& sections, const std::string& path,
    const std::map<std::string, std::string>& aliases = {}) {
  SectionFileWriter file(kEntityModelKind, OwnerId{});
  for (const auto& [name, bytes] : sections) file.Add(MakeTag(name), bytes);
  StringTable keys;
  StringTable names;
  for (const auto& [alias, name] : aliases) {
    keys.Add(alias);
    names.Add(name);
  }
  file.Add(MakeTag("ALIB"), MakeTag("ALIO"), keys);
  file.Add(MakeTag("CANB"), MakeTag("CANO"), names);
  ASSERT_TRUE(file.Write(path));
}

inline EntityModel ShippedEntityModel() {
  Result<EntityModel> model = EntityModel::Open(
      ARCHIVE_SOURCE_DIR "/indexer/analysis/models/entities-en.model");
  EXPECT_TRUE(model) << (model ? "" : model.error().message);
  return *std::move(model);
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_TINY_ENTITY_MODEL_H_
