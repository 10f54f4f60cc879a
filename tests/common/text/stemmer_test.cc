#include "common/text/stemmer.h"

#include <random>
#include <string>

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "common/text/fold.h"
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

// A word of some letters of `first` to `last`, or of both.
std::string RandomWord(std::mt19937& random, char32_t first, char32_t last) {
  icu::UnicodeString word;
  const auto letters = 1 + random() % 9;
  for (std::size_t i = 0; i < letters; ++i) {
    const auto step = static_cast<char32_t>(random() % (last - first + 1));
    word.append(static_cast<UChar32>(first + step));
  }
  std::string bytes;
  word.toUTF8String(bytes);
  std::string folded;
  AppendFolded(bytes, folded);
  return folded;
}

TEST(Stemmer, WordsThatCannotAgreeHaveOtherStems) {
  const struct {
    char32_t first;
    char32_t last;
  } alphabets[] = {{U'a', U'z'},
                   {U'a', U'z'},
                   {U'\u00df', U'\u017f'},
                   {U'\u0430', U'\u044f'},
                   {U'\u0561', U'\u0587'}};
  std::mt19937 random(7);
  for (const Language& language : kLanguages) {
    const Stemmer stemmer(language.code);
    for (int i = 0; i < 3000; ++i) {
      const auto& letters = alphabets[random() % std::size(alphabets)];
      const std::string word = RandomWord(random, letters.first, letters.last);
      const std::string stem = stemmer.Stem(word);
      EXPECT_TRUE(stemmer.MayAgree(word, stem))
          << language.code << ": " << word << " has the stem " << stem;
    }
  }
  EXPECT_FALSE(Stemmer("en").MayAgree("hotline", "line"));
  EXPECT_TRUE(Stemmer("id").MayAgree("berlari", "lari"));
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
