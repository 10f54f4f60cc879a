#include "indexer/analysis/place_table.h"

#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::string WhereIs(const PlaceTable& table, std::string_view name) {
  const PlacedIn* in = table.Find(name);
  if (in == nullptr) return "?";
  return std::string(in->country) + " / " + std::string(in->region);
}

TEST(PlaceTable, LinesThatAreNoneAreLeftOut) {
  const PlaceTable table = PlaceTable::Parse(
      "# a comment\tx\ty\nMünchen\tGermany\tBavaria\r\nJapan\tJapan\t\n\nodd\n"
      "half\tway\nJapan\tElsewhere\t\nDutch\tNetherlands\t~\n");
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(WhereIs(table, "MUNCHEN"), "Germany / Bavaria");
  EXPECT_EQ(WhereIs(table, "japan"), "Japan / ");
  EXPECT_EQ(WhereIs(table, "odd"), "?");
  EXPECT_EQ(WhereIs(table, "Dutch"), "?");
  EXPECT_EQ(table.CountryOfPeople("DUTCH"), "Netherlands");
  EXPECT_EQ(table.CountryOfPeople("Japan"), "");
}

// What news names most, and what nobody can tell.
TEST(PlaceTable, OfTheProgramKnowsTheWorld) {
  const Result<PlaceTable> table = PlaceTable::Open(
      ARCHIVE_SOURCE_DIR "/indexer/analysis/models/places.tsv");
  ASSERT_TRUE(table);
  const struct {
    std::string_view name;
    std::string_view where;
  } rows[] = {
      {"Seoul", "South Korea / Seoul"},
      {"Pyongyang", "North Korea / Pyongyang"},
      {"Peking", "China / Beijing"},
      {"Munich", "Germany / Bavaria"},
      {"Texas", "United States / Texas"},
      {"Washington", "United States / "},
      {"Springfield", "United States / "},
      {"Birmingham", "United Kingdom / England"},
      {"Soviet Union", "Soviet Union / "},
      {"Georgia", "?"},
      {"Nowhereville", "?"},
  };
  for (const auto& row : rows) EXPECT_EQ(WhereIs(*table, row.name), row.where);
}

TEST(PlaceTable, OfTheProgramKnowsThePeoples) {
  const Result<PlaceTable> table = PlaceTable::Open(
      ARCHIVE_SOURCE_DIR "/indexer/analysis/models/places.tsv");
  ASSERT_TRUE(table);
  const struct {
    std::string_view people;
    std::string_view country;
  } rows[] = {
      {"Chinese", "China"},
      {"South Koreans", "South Korea"},
      {"British", "United Kingdom"},
      {"Americans", "United States"},
      {"Soviet", "Soviet Union"},
      {"Swiss", "Switzerland"},
      // Of two countries, or of none.
      {"Korean", ""},
      {"Congolese", ""},
      {"Georgian", ""},
      {"s", ""},
      {"", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(table->CountryOfPeople(row.people), row.country) << row.people;
}

}  // namespace
}  // namespace archive
