#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

// A page with these lines in a block.
std::string Alto(std::string_view lines, std::string_view attributes = "",
                 std::string_view prefix = "") {
  const std::string p(prefix);
  std::string text = "<" + p + "alto><" + p + "Layout><" + p + "Page " +
                     std::string(attributes) + "><" + p + "PrintSpace><" + p +
                     "TextBlock ID='B'>" + std::string(lines) + "</" + p +
                     "TextBlock></" + p + "PrintSpace></" + p + "Page></" + p +
                     "Layout></" + p + "alto>";
  return text;
}

std::string Word(std::string_view content, std::string_view more = "") {
  return "<String CONTENT='" + std::string(content) + "' " + std::string(more) +
         "/><SP/>";
}

std::string Line(std::string_view words) {
  return "<TextLine>" + std::string(words) + "</TextLine>";
}

ReadResult Read(std::string_view bytes, std::string_view path = "a.xml") {
  EXPECT_EQ(DetectFormat(path, bytes).format, FindFormat("alto")) << bytes;
  ReadResult result = ReadAs("alto", bytes, path);
  for (const Article& article : result.articles) ExpectClean(article);
  return result;
}

TEST(ReaderAlto, CutWordsAreWhole) {
  const std::string first = "SUBS_TYPE='HypPart1' SUBS_CONTENT='government'";
  const std::string second = "SUBS_TYPE='HypPart2' SUBS_CONTENT='government'";
  const struct {
    std::string lines;
    Texts texts;
  } cases[] = {
      {Line(Word("The") + Word("wall")) + Line(Word("falls.")),
       {"The wall falls."}},
      // As the file says, with marks behind the second part.
      {Line(Word("the") + Word("govern", first) + "<HYP CONTENT='-'/>") +
           Line(Word("ment.", second) + Word("It")),
       {"the government. It"}},
      {Line(Word("govern-", first)) + Line(Word("ment", second) + Word("is")),
       {"government is"}},
      // Without: by the rule.
      {Line(Word("the") + Word("govern") + "<HYP CONTENT='-'/>") +
           Line(Word("ment") + Word("is")),
       {"the government is"}},
      {Line(Word("govern-")) + Line(Word("ment")), {"government"}},
      {Line(Word("Anglo-")) + Line(Word("American")), {"Anglo-American"}},
      // A second part whose first is on another page.
      {Line(Word("ment", second) + Word("is")), {"ment is"}},
  };
  for (const auto& [lines, texts] : cases) {
    const ReadResult result = Read(Alto(lines));
    ASSERT_EQ(result.articles.size(), 1U) << lines;
    EXPECT_EQ(TextsOf(result.articles[0]), texts) << lines;
  }
}

TEST(ReaderAlto, Confidence) {
  const struct {
    std::string lines, attributes;
    std::optional<double> ocr;
  } cases[] = {
      {Line(Word("a", "WC='0.5'") + Word("b", "WC='1.0'") + Word("c")), "",
       0.75},
      {Line(Word("a")), "PC='0.25'", 0.25},
      {Line(Word("a")), "ACCURACY='50'", 0.5},
      {Line(Word("a", "WC='7'")), "", std::nullopt},
      {Line(Word("a", "WC='nan'")), "PC='-1'", std::nullopt},
  };
  for (const auto& [lines, attributes, ocr] : cases) {
    const ReadResult result = Read(Alto(lines, attributes));
    ASSERT_EQ(result.articles.size(), 1U) << lines;
    EXPECT_EQ(result.articles[0].ocr, ocr) << lines << attributes;
  }
}

TEST(ReaderAlto, PagesBlocksAndMargins) {
  const ReadResult result = Read(
      "<alto:alto xmlns:alto='http://www.loc.gov/standards/alto/ns-v4#'>"
      "<alto:Layout><alto:Page PHYSICAL_IMG_NR='7' LANG='de'><alto:TopMargin>"
      "<alto:TextBlock><alto:String CONTENT='Kurier'/></alto:TextBlock>"
      "</alto:TopMargin><alto:PrintSpace><alto:ComposedBlock><alto:TextBlock>"
      "<alto:TextLine><alto:String CONTENT='Die'/><alto:String CONTENT='Mauer'"
      "/></alto:TextLine></alto:TextBlock><alto:TextBlock/><alto:TextBlock>"
      "<alto:TextLine><alto:String CONTENT='f&#228;llt.'/></alto:TextLine>"
      "</alto:TextBlock></alto:ComposedBlock></alto:PrintSpace></alto:Page>"
      "<alto:Page/></alto:Layout></alto:alto>",
      "kurier/1989-11-09/0007.xml");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.first_line, "Die Mauer");
  EXPECT_EQ(TextsOf(article), (Texts{"Die Mauer", "f\xC3\xA4llt."}));
  EXPECT_EQ(article.pages, Texts{"7"});
  EXPECT_EQ(article.language, "de");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09");
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].where, "page 2");
}

TEST(ReaderAlto, WhateverTheBytesItEnds) {
  const std::string sound = Alto(Line(Word("a", "WC='0.5'") + Word("b-")));
  for (std::size_t size = 0; size < sound.size(); ++size)
    ReadAs("alto", sound.substr(0, size));
  EXPECT_EQ(ReadAs("alto", "<alto/>").rejections.size(), 1U);
}

}  // namespace
}  // namespace archive
