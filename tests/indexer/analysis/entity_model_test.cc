#include "indexer/analysis/entity_model.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

class EntityModelTest : public ::testing::Test {
 protected:
  std::string Path() const { return (directory_.Path() / "m").string(); }
  TempDir directory_;
};

TEST_F(EntityModelTest, SaysWhatANameIsKnownBy) {
  WriteEntityModel(TinyEntitySections(), Path(),
                   {{"LOC rok", "South Korea"}, {"LOC u.s.", "United States"}});
  const auto model = EntityModel::Open(Path());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->CanonicalOf(EntityKind::kPlace, "U.S."), "United States");
  EXPECT_EQ(model->CanonicalOf(EntityKind::kPlace, "Rok"), "South Korea");
  EXPECT_EQ(model->CanonicalOf(EntityKind::kOrganisation, "ROK"), "");
  EXPECT_EQ(model->CanonicalOf(EntityKind::kPlace, "zz"), "");
}

// Sections whose checksums are right and whose content is not.
TEST_F(EntityModelTest, RefusesNonsense) {
  const HashedKeyArrays one(std::vector<EntityHash>{7});
  std::vector<std::uint32_t> disorder = one.buckets;
  disorder[5] = 2;
  const float infinite = std::numeric_limits<float>::infinity();
  const struct {
    const char* section;
    std::string bytes;
  } rows[] = {
      {"WORB", ""},
      {"WORB", "abc"},
      {"WORB", BytesOf(one.buckets)},  // a word that has no tag
      {"NAMB", BytesOf(disorder)},
      {"NAMK", ""},
      {"FEAT", BytesOf(one.tags)},
      {"SCAL", ""},
      {"SCAL", BytesOf(std::vector<float>{infinite})},
      {"TRAN", BytesOf(std::vector<float>(3))},
      {"TRAN",
       BytesOf(std::vector<float>(kLabelCount * kLabelCount, infinite))},
      {"NEWS", "x"},  // a section of tomorrow, and needed
  };
  for (const auto& row : rows) {
    EntitySections sections = TinyEntitySections();
    sections[row.section] = row.bytes;
    WriteEntityModel(sections, Path());
    const auto model = EntityModel::Open(Path());
    ASSERT_FALSE(model) << row.section;
    EXPECT_NE(model.error().message.find("/m"), std::string::npos);
  }
}

TEST_F(EntityModelTest, RefusesChangedBytesAndCuts) {
  WriteEntityModel(TinyEntitySections(), Path(), {{"LOC rok", "South Korea"}});
  std::ifstream in(Path(), std::ios::binary);
  const std::string whole(std::istreambuf_iterator<char>(in), {});
  const auto reads = [this](const std::string& bytes) {
    std::ofstream(Path(), std::ios::binary | std::ios::trunc) << bytes;
    return static_cast<bool>(EntityModel::Open(Path()));
  };
  EXPECT_TRUE(reads(whole));
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = whole;
    // Of the table, behind the header: padding has no checksum.
    static constexpr std::size_t kHeader = 64;
    static constexpr std::size_t kTable = 18 * 48;
    bytes[kHeader + random() % kTable] ^= 1;
    EXPECT_FALSE(reads(bytes)) << round;
    EXPECT_FALSE(reads(whole.substr(0, random() % whole.size())));
  }
}

TEST_F(EntityModelTest, TheShippedOneIsSmallAndSound) {
  const std::string path =
      ARCHIVE_SOURCE_DIR "/indexer/analysis/models/entities-en.model";
  EXPECT_LE(std::filesystem::file_size(path), 10U << 20);
  const EntityModel model = ShippedEntityModel();
  EXPECT_EQ(model.CanonicalOf(EntityKind::kPlace, "U.S."), "United States");
  EXPECT_EQ(model.CanonicalOf(EntityKind::kPlace, "Republic of Korea"),
            "South Korea");
  EXPECT_EQ(model.CanonicalOf(EntityKind::kOrganisation, "Fed"),
            "Federal Reserve");
}

}  // namespace
}  // namespace archive
