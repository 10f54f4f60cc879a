#include "common/text/stemmer.h"

#include <gtest/gtest.h>

#include "common/text/language.h"

namespace archive {
namespace {

TEST(Stemmer, EveryRowOfTheTableNamesOneOfXapians) {
  for (const Language& language : kLanguages) {
    SCOPED_TRACE(language.code);
    const Stemmer stemmer(language.code);
    EXPECT_EQ(stemmer.HasRules(), !language.stemmer.empty());
  }
}

TEST(Stemmer, InflectedFormsShareAStem) {
  const Stemmer english("en");
  EXPECT_EQ(english.Stem("hotlines"), english.Stem("hotline"));
  EXPECT_EQ(english.Stem("1950s"), "1950s");
  EXPECT_EQ(Stemmer("zh").Stem("hotlines"), "hotlines");
  EXPECT_EQ(Stemmer("").Stem("hotlines"), english.Stem("hotlines"));
  EXPECT_EQ(Stemmer("tlh").Stem("hotlines"), "hotlines");
  EXPECT_EQ(Stemmer("de").Stem("zeitungen"), Stemmer("de").Stem("zeitung"));
}

TEST(Languages, AreFoundByTag) {
  EXPECT_EQ(FindLanguage("en-GB")->code, "en");
  EXPECT_EQ(FindLanguage("PT_br")->code, "pt");
  EXPECT_EQ(FindLanguage("nb")->code, "no");
  EXPECT_EQ(FindLanguage("tlh"), nullptr);
  EXPECT_EQ(FindLanguage(""), nullptr);
}

}  // namespace
}  // namespace archive
