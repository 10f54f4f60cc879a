#include "indexer/analysis/language_detector.h"

#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

const std::string kGerman =
    "Der Bundestag hat am Donnerstag mit großer Mehrheit beschlossen, die "
    "Häfen an der Nordsee auszubauen, sagte der Minister vor Journalisten.\n";
const std::string kEnglish =
    "The parliament decided on Thursday with a large majority to extend the "
    "ports on the coast, the minister told reporters after the vote.\n";

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(DetectLanguage, TableOfTexts) {
  const struct {
    std::string text, language;
  } rows[] = {
      {"", ""},
      {"1987 12.5 33", ""},
      {kGerman, "de"},
      {kEnglish, "en"},
      {Repeated(kEnglish, 40), "en"},
      // The beginning does not tell: a table of figures.
      {Repeated("14.50 13.75 118 1,204 +0.3\n", 60) + Repeated(kGerman, 10),
       "de"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(DetectLanguage(row.text), row.language) << row.text.substr(0, 60);
}

TEST(OtherLanguage, OnlyOfALongTextPlainlyInIt) {
  const std::string danish =
      "Regeringen besluttede torsdag med stort flertal at udbygge havnene ved "
      "kysten, sagde ministeren til journalister efter afstemningen.\n";
  const struct {
    std::string text, said, other;
  } rows[] = {
      {Repeated(kGerman, 4), "en", "de"},
      {Repeated(kEnglish, 4), "de", "en"},
      {Repeated(kGerman, 4), "de", ""},
      {kGerman, "en", ""},
      {Repeated(kGerman + kEnglish, 3), "fr", ""},
      {Repeated(danish, 4), "no", ""},
      {Repeated(danish, 4), "en", "da"},
      {Repeated("14.50 13.75 118\n", 60), "en", ""},
      {"", "en", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(OtherLanguage(row.text, row.said), row.other)
        << row.said << ": " << row.text.substr(0, 60);
}

}  // namespace
}  // namespace archive
