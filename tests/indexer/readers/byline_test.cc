#include "indexer/readers/byline.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

using Names = std::vector<std::string>;

TEST(Byline, Names) {
  const struct {
    std::string_view text;
    Names names;
  } cases[] = {
      {"By Jane Doe", {"Jane Doe"}},
      {"by Jane Doe, Reuters", {"Jane Doe"}},
      {"BY STEPHEN ROE AND PHILIP DOE, REUTERS", {"STEPHEN ROE", "PHILIP DOE"}},
      {"By Colin Roe, Reuters.", {"Colin Roe"}},
      {"By Cal Roe, Reutersd", {"Cal Roe"}},
      {"By TED D'AFF, REUTERS", {"TED D'AFF"}},
      {"By Jane Doe, John Roe and Max Moe",
       {"Jane Doe", "John Roe", "Max Moe"}},
      {"Von Anna Muster und Karl Müller", {"Anna Muster", "Karl Müller"}},
      {"Par Jean de La Tour", {"Jean de La Tour"}},
      {"Por Ana Pérez y Luis Gil", {"Ana Pérez", "Luis Gil"}},
      {"Jane Doe; John Roe", {"Jane Doe", "John Roe"}},
      {"Anna Muster und Karl Müller", {"Anna Muster", "Karl Müller"}},
      {"Anne Noir et Luc Blanc", {"Anne Noir", "Luc Blanc"}},
      {"Ana Pérez y Luis Gil", {"Ana Pérez", "Luis Gil"}},
      {"José Ortega y Gasset", {"José Ortega y Gasset"}},
      {"Jane and John Doe", {"Jane", "John Doe"}},
      {"Doe, Jane", {"Doe, Jane"}},
      {"By Reuters", {"Reuters"}},
      {"Jane Doe, Associated Press Writer", {"Jane Doe"}},
      {"Yonhap", {"Yonhap"}},
      {"", {}},
      {"By ", {}},
  };
  for (const auto& [text, names] : cases)
    EXPECT_EQ(NamesOfByline(text), names) << text;
}

TEST(Byline, ToldFromSentences) {
  for (const std::string_view line :
       {"By Jane Doe", "BY JANE DOE AND JOHN ROE", "By J. D. Doe Jr.",
        "By Jane Doe, Associated Press Writer", "Von Anna von der Heide",
        "Door Jan de Vries en Piet Bakker", "By Kim Min-hee", "Di Élise Noir",
        "By: Jane Doe"})
    EXPECT_TRUE(IsByline(line)) << line;
  for (const std::string_view line :
       {"By Tuesday the storm had passed.", "By", "By the sea", "Jane Doe",
        "By Monday.", "By 1989 Berlin", "Par for the course",
        "By Far The Best Seller That Ever Was Sold Here", "Bye Jane Doe"})
    EXPECT_FALSE(IsByline(line)) << line;
}

}  // namespace
}  // namespace archive
