#include "indexer/readers/picture_text.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(PictureText, CaptionsAndCredits) {
  const struct {
    std::string_view text, caption, credit;
  } cases[] = {
      {"Ministers greet in Seoul. Ties worsened in recent years. KIM "
       "MIN-HEE/Pool/AFP/Getty Images",
       "Ministers greet in Seoul. Ties worsened in recent years.",
       "KIM MIN-HEE/Pool/AFP/Getty Images"},
      {"The wall in 1989. PHOTO: CORPUS WIRE/POOL", "The wall in 1989.",
       "PHOTO: CORPUS WIRE/POOL"},
      {"The wall in 1989 PHOTO: CORPUS WIRE/POOL", "The wall in 1989",
       "PHOTO: CORPUS WIRE/POOL"},
      {"PHOTO: CORPUS WIRE/POOL", "", "PHOTO: CORPUS WIRE/POOL"},
      {"The wall (Photo by Jane Doe/Getty Images)", "The wall",
       "Photo by Jane Doe/Getty Images"},
      {"Die Mauer 1989. Foto: Erika Muster/dpa", "Die Mauer 1989.",
       "Foto: Erika Muster/dpa"},
      {"The wall. (AP Photo/Jane Doe)", "The wall.", "AP Photo/Jane Doe"},
      {"The wall [Photo/Xinhua]", "The wall", "Photo/Xinhua"},
      {"The wall. Reuters/J. R. Doe", "The wall.", "Reuters/J. R. Doe"},
      {"The wall. J. R. Doe/AFP", "The wall.", "J. R. Doe/AFP"},
      {"AFP/Getty Images", "", "AFP/Getty Images"},
      {"© Jane Doe", "", "© Jane Doe"},
  };
  for (const auto& [text, caption, credit] : cases) {
    const auto split = SplitPictureText(text);
    ASSERT_TRUE(split) << text;
    EXPECT_EQ(split->caption, caption);
    EXPECT_EQ(split->credit, credit);
  }
}

TEST(PictureText, ParagraphsStayParagraphs) {
  for (const std::string_view text :
       {"He told AFP/Reuters that the talks failed.",
        "The talks failed. Reuters/AFP", "The talks failed. Reuters",
        "She showed a photo by her uncle.", "The photo: a wall.",
        "It covers and/or replaces the treaty.",
        "The pact (signed in Seoul) holds.", "Getty Images sued the firm.",
        "He lives at 10 Main St. North/South traffic is heavy.", "", ")", "("})
    EXPECT_FALSE(SplitPictureText(text)) << text;
}

TEST(KeywordLine, Table) {
  for (const std::string_view line :
       {"south, korea, kang, china, wang, visit", "war, peace, love",
        "press freedom, 2021, strike", "москва, мир, переговоры"})
    EXPECT_TRUE(IsKeywordLine(line)) << line;
  for (const std::string_view line :
       {"war, peace", "war, Peace, love", "war, peace, love.",
        "he came, he saw, and he left without a word to anyone", "a, , b",
        "apples, pears, and plums", "1, 2, 3", "", "war; peace, love, x"})
    EXPECT_FALSE(IsKeywordLine(line)) << line;
}

}  // namespace
}  // namespace archive
