#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/packing.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kHead =
    "<?xml version=\"1.0\"?><w:document "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:body>";

std::string Docx(std::string_view body, std::string_view core = "",
                 std::string_view styles = "") {
  std::vector<Packed> parts = {{"[Content_Types].xml", "<Types/>"}};
  if (!core.empty())
    parts.push_back({"docProps/core.xml", "<c>" + std::string(core) + "</c>"});
  if (!styles.empty())
    parts.push_back({"word/styles.xml", "<s>" + std::string(styles) + "</s>"});
  parts.push_back({"word/document.xml", std::string(kHead) + std::string(body) +
                                            "</w:body></w:document>"});
  return Pack("zip", "", parts);
}

// A paragraph of these runs.
std::string P(std::string_view text, std::string_view style = "") {
  std::string p = "<w:p>";
  if (!style.empty())
    p += "<w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr>";
  return p + "<w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

Article ReadOne(const std::string& bytes, std::string_view path = "a.docx") {
  const ReadResult result = ReadAs("docx", bytes, path);
  for (const Rejection& rejection : result.rejections)
    ADD_FAILURE() << rejection.reason;
  if (result.articles.size() != 1) {
    ADD_FAILURE() << "no article";
    return {};
  }
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

TEST(ReaderDocx, TextAsItStandsWhenChangesAreAccepted) {
  const Article article = ReadOne(Docx(
      P("Wall falls", "Title") +
      "<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>rose"
      "</w:delText></w:r></w:del><w:ins><w:r><w:t>fell</w:t></w:r></w:ins>"
      "<w:r><w:tab/><w:t>on</w:t><w:br/><w:t>Thurs</w:t></w:r>"
      "<w:r><w:t>day.</w:t></w:r></w:p>"
      "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t>"
      "</w:r></w:p>"
      "<w:tbl><w:tr><w:tc>" +
      P("cell") +
      "</w:tc></w:tr></w:tbl>"
      "<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>" +
      P("box") + "</w:txbxContent></mc:Choice><mc:Fallback>" + P("box") +
      "</mc:Fallback></mc:AlternateContent><w:t>b</w:t></w:r></w:p>"));
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(TextsOf(article),
            (Texts{"It fell on Thursday.", "1", "cell", "box", "ab"}));
}

TEST(ReaderDocx, TitlesAndBylines) {
  const std::string core =
      "<dc:title>T</dc:title><dc:creator>Jane Doe"
      "</dc:creator>";
  const struct {
    std::string body, core, title;
    Texts byline, texts;
  } cases[] = {
      {P("H", "Heading1") + P("By John Roe") + P("x"),
       core,
       "H",
       {"John Roe"},
       {"x"}},
      {P("x.") + P("y"), core, "T", {"Jane Doe"}, {"x.", "y"}},
      {P("t") + P("y"), core, "T", {"Jane Doe"}, {"y"}},
      {P("A line") + P("y"),
       "<dc:title>Microsoft Word - a.doc</dc:title>",
       "A line",
       {},
       {"y"}},
      {P("A sentence.") + P("y"),
       "<dc:creator>Admin</dc:creator>",
       "",
       {},
       {"A sentence.", "y"}},
  };
  for (const auto& row : cases) {
    const Article article = ReadOne(Docx(row.body, row.core));
    EXPECT_EQ(article.title, row.title) << row.body;
    EXPECT_EQ(article.byline, row.byline) << row.body;
    EXPECT_EQ(TextsOf(article), row.texts) << row.body;
  }
}

TEST(ReaderDocx, StylesByTheirNames) {
  const Article article =
      ReadOne(Docx(P("x") + P("T", "Titel") + P("c", "Beschriftung"), "",
                   "<w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/>"
                   "</w:style><w:style w:styleId=\"Beschriftung\">"
                   "<w:name w:val=\"caption\"/></w:style>"));
  EXPECT_EQ(article.title, "T");
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"c"});
}

TEST(ReaderDocx, TheDayOfThePathComesFirst) {
  const std::string bytes =
      Docx(P("T", "Title") + P("x"),
           "<dcterms:created>1989-11-08T09:00:00Z</dcterms:created>"
           "<dcterms:modified>1989-11-10</dcterms:modified>"
           "<cp:keywords>a, b</cp:keywords>");
  const Article article = ReadOne(bytes, "1989/11/09/a.docx");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09");
  ASSERT_EQ(article.other_dates.size(), 1U);
  EXPECT_EQ(ToIsoString(article.other_dates[0].when), "1989-11-08T09:00:00Z");
  EXPECT_EQ(article.keywords, (Texts{"a", "b"}));
  const Article undated = ReadOne(bytes);
  ASSERT_TRUE(undated.published);
  EXPECT_LT(undated.published->confidence, 0.5);
}

TEST(ReaderDocx, WhatIsNone) {
  const std::string sound = Docx(P("T", "Title"));
  const struct {
    std::string bytes, reason;
  } cases[] = {
      {Pack("zip", "", {{"[Content_Types].xml", "<Types/>"}}),
       "there is no word/document.xml in it"},
      {Docx(""), "there is no text in it"},
      {Pack("zip", "", {{"word/document.xml", std::string(200 << 20, ' ')}}),
       "word/document.xml: "},
  };
  for (const auto& [bytes, reason] : cases) {
    const ReadResult result = ReadAs("docx", bytes);
    EXPECT_TRUE(result.articles.empty());
    ASSERT_EQ(result.rejections.size(), 1U);
    EXPECT_TRUE(result.rejections[0].reason.starts_with(reason))
        << result.rejections[0].reason;
  }
  for (std::size_t size = 0; size < sound.size(); size += 7) {
    const ReadResult result = ReadAs("docx", sound.substr(0, size));
    EXPECT_EQ(result.articles.size() + result.rejections.size(), 1U) << size;
  }
}

}  // namespace
}  // namespace archive
