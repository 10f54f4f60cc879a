#include "query/matching/facet_tally.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

using Rows = std::vector<FacetRow>;

TEST(FacetTally, CountsSpellingsOfOneValueTogetherAsMostWriteIt) {
  FacetTally tally;
  tally.Add("BUSH", 2);
  tally.Add("Bush", 1);
  tally.Add("Bush", 3);
  tally.Add("Müller", 1);
  EXPECT_EQ(tally.Rows(10), (Rows{{"Bush", 6}, {"Müller", 1}}));
}

TEST(FacetTally, OfEqualSpellingsTakesTheFirst) {
  FacetTally tally;
  tally.Add("bush", 1);
  tally.Add("Bush", 1);
  tally.Add("buSH", 1);
  EXPECT_EQ(tally.Rows(1), (Rows{{"Bush", 3}}));
}

TEST(FacetTally, PutsTheMostFirstAndEqualsByTheirFoldedValue) {
  FacetTally tally;
  for (const char* const value : {"d", "B", "a", "C"}) tally.Add(value, 1);
  tally.Add("e", 2);
  EXPECT_EQ(tally.Rows(5),
            (Rows{{"e", 2}, {"a", 1}, {"B", 1}, {"C", 1}, {"d", 1}}));
}

TEST(FacetTally, GivesNoMoreRowsThanAreAskedFor) {
  FacetTally tally;
  for (const char* const value : {"d", "b", "a", "c"}) tally.Add(value, 1);
  const Rows rows = tally.Rows(2);
  EXPECT_EQ(rows, (Rows{{"a", 1}, {"b", 1}}));
  EXPECT_TRUE(tally.Rows(0).empty());
  EXPECT_EQ(tally.size(), 4U);
}

}  // namespace
}  // namespace archive
