#include "indexer/analysis/source_codes.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

constexpr EntityKind kPer = EntityKind::kPerson;
constexpr EntityKind kOrg = EntityKind::kOrganisation;
constexpr EntityKind kLoc = EntityKind::kPlace;

TEST(SourceCodes, StandForNames) {
  const TempDir directory;
  const std::string path = (directory.Path() / "m").string();
  WriteEntityModel(
      TinyEntitySections(), path,
      {{"LOC usa", "United States"}, {"LOC republic of korea", "South Korea"}});
  const EntityModel model = *EntityModel::Open(path);
  FoundNames found;
  found.names = {{kPer, "Paul Volcker", "", {}},
                 {kPer, "James Miller", "", {}},
                 {kPer, "Ann Miller", "", {}},
                 {kPer, "Lyng", "", {}},
                 {kOrg, "Reagan Library", "", {}}};
  const struct {
    EntityKind kind;
    const char* code;
    const char* name;
  } rows[] = {
      {kLoc, "usa", "United States"},
      {kLoc, "USA", "United States"},
      {kLoc, "republic-of-korea", "South Korea"},
      {kLoc, "hong-kong", "Hong Kong"},
      {kLoc, "Hong Kong", ""},
      {kLoc, "Paris, France", ""},
      {kLoc, "", ""},
      {kLoc, "1987", ""},
      {kLoc, "köln", ""},
      {kPer, "volcker", "Paul Volcker"},
      {kPer, "lyng", "Lyng"},
      {kPer, "miller", "Miller"},
      {kPer, "james-miller", "James Miller"},
      {kPer, "reagan", "Reagan"},
      {kPer, "de-la-madrid", "De la Madrid"},
      {kPer, "jean-claude juncker", "Jean-Claude Juncker"},
      {kOrg, "gatt", "GATT"},
      {kOrg, "ico_coffee", "Ico Coffee"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(KnownNameOf(row.kind, row.code, found, model), row.name)
        << row.code;
}

}  // namespace
}  // namespace archive
