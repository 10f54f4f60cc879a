#include <string>

#include <gtest/gtest.h>

#include "tests/support/packing.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

std::string Odt(std::string_view text, std::string_view styles = "",
                std::string_view meta = "") {
  std::vector<Packed> parts = {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml", "<office:document-content>" + std::string(styles) +
                          "<office:body><office:text>" + std::string(text) +
                          "</office:text></office:body>"
                          "</office:document-content>"}};
  if (!meta.empty())
    parts.push_back(
        {"meta.xml", "<office:meta>" + std::string(meta) + "</office:meta>"});
  return Pack("zip", "", parts);
}

Article ReadOne(const std::string& bytes, std::string_view path = "a.odt") {
  const ReadResult result = ReadAs("odt", bytes, path);
  for (const Rejection& rejection : result.rejections)
    ADD_FAILURE() << rejection.reason;
  if (result.articles.size() != 1) {
    ADD_FAILURE() << "no article";
    return {};
  }
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

TEST(ReaderOdt, TextWithoutWhatIsNotShown) {
  const Article article = ReadOne(Odt(
      "<text:tracked-changes><text:deletion><text:p>gone</text:p>"
      "</text:deletion></text:tracked-changes>"
      "<text:p text:style-name=\"P1\">Wall falls</text:p>"
      "<text:p>It<text:s/>fell<text:tab/>on <text:span>Thurs</text:span>day"
      "<text:note><text:p>note</text:p></text:note>.<office:annotation>"
      "<text:p>check</text:p></office:annotation></text:p>"
      "<text:list><text:list-item><text:p>one</text:p></text:list-item>"
      "</text:list><text:h>Then</text:h>"
      "<text:p>a<draw:frame><draw:text-box><text:p text:style-name="
      "\"Illustration\">c</text:p></draw:text-box></draw:frame>b</text:p>",
      "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"));
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(TextsOf(article),
            (Texts{"It fell on Thursday.", "one", "Then", "ab"}));
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"c"});
}

TEST(ReaderOdt, Properties) {
  const Article article = ReadOne(
      Odt("<text:p>x</text:p>", "",
          "<dc:title>T</dc:title><meta:initial-creator>Jane Doe"
          "</meta:initial-creator><dc:creator>Desk</dc:creator>"
          "<meta:creation-date>1989-11-09T23:30:00</meta:creation-date>"
          "<dc:date>1989-11-10T08:00:00</dc:date><meta:keyword>a</meta:keyword>"
          "<meta:keyword>b</meta:keyword><dc:language>de-DE</dc:language>"));
  EXPECT_EQ(article.title, "T");
  EXPECT_EQ(article.byline, Texts{"Jane Doe"});
  EXPECT_EQ(article.keywords, (Texts{"a", "b"}));
  EXPECT_EQ(article.language, "de-DE");
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T23:30:00");
  EXPECT_LT(article.published->confidence, 0.5);
}

TEST(ReaderOdt, WhatIsNone) {
  const std::string sound = Odt("<text:p>x</text:p>");
  for (std::size_t size = 0; size < sound.size(); size += 7) {
    const ReadResult result = ReadAs("odt", sound.substr(0, size));
    EXPECT_EQ(result.articles.size() + result.rejections.size(), 1U) << size;
  }
  const ReadResult empty = ReadAs("odt", Odt(""));
  ASSERT_EQ(empty.rejections.size(), 1U);
  EXPECT_EQ(empty.rejections[0].reason, "there is no text in it");
}

}  // namespace
}  // namespace archive
