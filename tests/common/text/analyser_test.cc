#include "common/text/analyser.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/fold.h"

namespace archive {
namespace {

// The words with a space between, with a plus before one that is joined to the
// word before it.
std::string Show(std::string_view text) {
  Analyser analyser;
  std::string out;
  for (const Word& word : analyser.Words(text)) {
    if (!out.empty()) out += word.joined ? "+" : " ";
    out += word.text;
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view words;
};

void CheckAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Show(c.text), c.words) << c.text;
}

TEST(Analyser, CaseAndAccents) {
  CheckAll({
      {"São Paulo", "sao paulo"},
      {"STRASSE Straße", "strasse strasse"},
      {"İstanbul Istanbul ISTANBUL ı", "istanbul istanbul istanbul i"},
      {"Łódź Ørsted Æsop", "lodz orsted aesop"},
      {"Ἀθῆναι ΣΊΣΥΦΟΣ Σίσυφος", "αθηναι σισυφοσ σισυφοσ"},
      {"Горбачёв Андрей", "горбачев андрей"},
      {"أحمد إسلام", "احمد اسلام"},
      {"שָׁלוֹם", "שלום"},
      {"ﬁne ｆｕｌｌ", "fine full"},
      {"co\u00adoperate", "cooperate"},
      {"हिन्दी", "हिन्दी"},
  });
}

TEST(Analyser, WordsAsPeopleTypeThem) {
  CheckAll({
      {"U.S. U.S", "u.s u.s"},
      {"US", "us"},
      {"the U.S.' spot", "the u.s spot"},
      {"U.S.-led", "u.s+led"},
      {"J. Edgar", "j edgar"},
      {"O'Brien", "o+brien"},
      {"AT&T", "at+t"},
      {"F-16 F16", "f+16 f16"},
      {"nº123", "no123"},
      {"2021/10/25", "2021+10+25"},
      {"10:30", "10+30"},
      {"co-operate", "co+operate"},
      {"China's China’s CHINA'S", "china china china"},
      {"the '90s parties' end", "the 90s parties end"},
      {"1,204 1,204.5 3.14 1950s", "1204 1204.5 3.14 1950s"},
      {"26.11.2020", "26+11+2020"},
      {"3,5 12,34,567", "3+5 12+34+567"},
      {"http://a.example/x?y=1", "http+a+example+x+y+1"},
      {"#MeToo", "metoo"},
      {"a - b", "a b"},
      {"snake_case a@b.c", "snake+case a+b.c"},
      {"צה\"ל צה״ל", "צה\"ל צה\"ל"},
  });
}

TEST(Analyser, ScriptsWithoutSpaces) {
  CheckAll({
      {"王毅", "王+毅"},
      {"3月11日", "3+月+11+日"},
      {"서울에서 한", "서+울+에+서 한"},
      {"東京タワー", "東+京+タ+ワ+ー"},
      {"АБВabc", "абв+abc"},
  });
  EXPECT_EQ(Show("ภาษาไทย"), "ภาษา+ไทย");
  Analyser analyser;
  const std::vector<Word> words = analyser.Words("王a");
  ASSERT_EQ(words.size(), 2U);
  EXPECT_TRUE(words[0].ideograph);
  EXPECT_FALSE(words[1].ideograph);
}

TEST(Analyser, SpansPointIntoTheText) {
  Analyser analyser;
  const std::string text = "“São” U.S. 1,204m";
  std::string spans;
  for (const Word& word : analyser.Words(text))
    spans +=
        text.substr(word.span.begin, word.span.end - word.span.begin) + "|";
  EXPECT_EQ(spans, "São|U.S|1,204m|");
}

TEST(Analyser, HowWordsAreWritten) {
  Analyser analyser;
  const std::vector<Word> words =
      analyser.Words("who Who WHO McCoy I 42 US. iPhone F16");
  const std::vector<LetterCase> want = {
      LetterCase::kSmall,    LetterCase::kCapital,  LetterCase::kCapitals,
      LetterCase::kCapital,  LetterCase::kCapitals, LetterCase::kSmall,
      LetterCase::kCapitals, LetterCase::kMixed,    LetterCase::kCapitals};
  ASSERT_EQ(words.size(), want.size());
  for (std::size_t i = 0; i < want.size(); ++i)
    EXPECT_EQ(words[i].letter_case, want[i]) << words[i].text;
}

TEST(Analyser, LongAndBrokenWords) {
  Analyser analyser;
  const std::vector<Word> words = analyser.Words(std::string(5000, 'x'));
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].text.size(), kMaxWordBytes);
  EXPECT_EQ(Show("a\xff\xfe b\xc3"), "a b");
}

// Indexing a folded word again, as a query does, must give the same word.
TEST(Analyser, FoldedWordsAreStable) {
  Analyser analyser;
  for (const std::string_view text :
       {"U.S. İstanbul Straße 王毅 O'Brien 1,204.5 ﬁne Ἀθῆναι"}) {
    for (const Word& word : analyser.Words(text)) {
      const std::vector<Word> again = analyser.Words(word.text);
      ASSERT_EQ(again.size(), 1U) << word.text;
      EXPECT_EQ(again[0].text, word.text);
    }
  }
}

TEST(Fold, ValuesAreBoundedAndStayApart) {
  EXPECT_EQ(FoldValue("  South \t Korea "), "south korea");
  const std::string a = FoldValue(std::string(500, 'a') + "1");
  const std::string b = FoldValue(std::string(500, 'a') + "2");
  EXPECT_LE(a.size(), 200U);
  EXPECT_NE(a, b);
}

}  // namespace
}  // namespace archive
