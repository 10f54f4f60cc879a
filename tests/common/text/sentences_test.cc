#include "common/text/sentences.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::string Show(std::string_view text, std::string_view language = "en") {
  SentenceCutter cutter;
  std::vector<std::size_t> ends;
  cutter.Cut(text, language, ends);
  std::string shown;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    shown += "[" + std::string(text.substr(begin, end - begin)) + "]";
    begin = end;
  }
  return shown;
}

TEST(Sentences, EndsAndWhatLooksLikeThem) {
  const struct {
    std::string_view text;
    std::string_view want;
  } cases[] = {
      {"", ""},
      {"No stop", "[No stop]"},
      {"It rained. It poured.", "[It rained. ][It poured.]"},
      {"Why? Because! \"Yes.\" He left.",
       "[Why? ][Because! ][\"Yes.\" ][He left.]"},
      {"Gen. Smith met Sen. Warren. They spoke.",
       "[Gen. Smith met Sen. Warren. ][They spoke.]"},
      {"GEN. SMITH SPOKE. THEY LEFT.", "[GEN. SMITH SPOKE. ][THEY LEFT.]"},
      {"THEY SAW A DOG. CATS RAN.", "[THEY SAW A DOG. ][CATS RAN.]"},
      {"The U.S. Navy sailed. It turned.",
       "[The U.S. Navy sailed. ][It turned.]"},
      {"J. R. Smith and Mr. Kim left.", "[J. R. Smith and Mr. Kim left.]"},
      {"See No. 5 Downing Street. No. Never.",
       "[See No. 5 Downing Street. ][No. ][Never.]"},
      {"Acme Corp. Chairman Lee quit. Why?",
       "[Acme Corp. Chairman Lee quit. ][Why?]"},
      {"It cost 3.5 mln dlrs. at 10 a.m. on Jan. 5.",
       "[It cost 3.5 mln dlrs. at 10 a.m. on Jan. 5.]"},
      {"说了。他走了。", "[说了。][他走了。]"},
      {"a.\xff\xfe. B", "[a.\xff\xfe. ][B]"},
  };
  for (const auto& c : cases) EXPECT_EQ(Show(c.text), c.want);
}

TEST(Sentences, TheLanguageCounts) {
  EXPECT_EQ(Show("Τι είναι; Δεν ξέρω.", "el"), "[Τι είναι; ][Δεν ξέρω.]");
  EXPECT_EQ(Show("One. Two.", ""), "[One. ][Two.]");
  EXPECT_EQ(Show("One. Two.", "not a language"), "[One. ][Two.]");
}

}  // namespace
}  // namespace archive
