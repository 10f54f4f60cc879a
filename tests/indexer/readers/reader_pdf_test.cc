#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/child_process.h"
#include "indexer/readers/pdf_text.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

std::string Corpus() {
  return FileContent(ARCHIVE_SOURCE_DIR "/corpus/office/zarya.pdf");
}

TEST(ReaderPdf, TitlePagesAndParagraphs) {
  const ReadResult result = ReadAs("pdf", Corpus(), "a.pdf");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.title, "First room of a house in orbit");
  EXPECT_EQ(article.byline, Texts{"Anneke Vos"});
  EXPECT_EQ(article.pages, (Texts{"1", "2", "3"}));
  EXPECT_EQ(article.keywords, (Texts{"space station", "Zarya"}));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1998-11-20T15:45:00+01:00");
  EXPECT_LT(article.published->confidence, 0.5);
  const Texts texts = TextsOf(article);
  ASSERT_EQ(texts.size(), 4U);
  EXPECT_TRUE(texts[0].starts_with("BAIKONUR, Kazakhstan - A Proton rocket"));
  // Over a page's end, and a cut word.
  EXPECT_NE(texts[1].find("What it costs nobody"), std::string::npos);
  EXPECT_TRUE(texts[1].ends_with("accountants of Congress of more."));
  EXPECT_EQ(texts[3],
            "In two weeks a shuttle will bring Unity, a knot with six doors.");
}

TEST(ReaderPdf, WhatIsNone) {
  const std::string sound = Corpus();
  for (const std::string& bytes :
       {std::string("%PDF-1.4\n"), std::string("%PDF-1.4\n%%EOF garbage"),
        sound.substr(0, 300)}) {
    const ReadResult result = ReadAs("pdf", bytes);
    EXPECT_TRUE(result.articles.empty());
    EXPECT_EQ(result.rejections.size(), 1U);
  }
}

TEST(PdfText, LigaturesIndentsAndSizes) {
  const Result<PdfText> read = ReadPdfText(
      "<html><head><title>T</title></head><body><doc><page><flow>"
      "<block xMin='10'><line xMin='10' yMin='0' yMax='10'>"
      "<word>\xEF\xAC\x81rst</word><word>line</word></line>"
      "<line xMin='10' yMin='10' yMax='20'><word>govern-</word></line>"
      "<line xMin='10' yMin='20' yMax='30'><word>ment.</word></line>"
      "<line xMin='20' yMin='30' yMax='40'><word>Next</word></line></block>"
      "<block xMin='10'><line xMin='10' yMin='0' yMax='30'>"
      "<word>Larger</word><word>line</word></line></block>"
      "<block xMin='10'><line xMin='10' yMin='0' yMax='90'>"
      "<word>A</word></line></block></flow></page></doc></body></html>");
  ASSERT_TRUE(read);
  Texts texts;
  for (const DocumentParagraph& paragraph : read->document.paragraphs)
    texts.push_back(paragraph.text);
  EXPECT_EQ(texts,
            (Texts{"Larger line", "first line government.", "Next", "A"}));
  EXPECT_EQ(read->pages, 1U);
}

TEST(ChildProcess, IsHeldWithinItsLimits) {
  const auto output = [](std::vector<std::string> arguments,
                         const ChildLimits& limits = {}) {
    const Result<std::string> text =
        OutputOfChild({"sh", std::move(arguments)}, "the input", limits);
    return text ? *text : "failed: " + text.error().message;
  };
  EXPECT_EQ(output({"-c", "cat /dev/fd/3; echo $HOME"}), "the input\n");
  EXPECT_EQ(output({"-c", "exit 3"}), "failed: sh cannot read it");
  EXPECT_EQ(output({"-c", "kill -SEGV $$"}), "failed: sh broke down over it");
  EXPECT_EQ(output({"-c", "sleep 60"}, {.seconds = 1}),
            "failed: sh took too long and was stopped");
  EXPECT_EQ(output({"-c", "while :; do :; done"}, {.processor_seconds = 1}),
            "failed: sh took too long and was stopped");
  EXPECT_EQ(output({"-c", "while :; do echo x; done"},
                   {.output_bytes = std::uint64_t{1} << 20}),
            "failed: it holds more than 1 MiB of text");
  EXPECT_EQ(output({"-c", "echo x > /tmp/archive-index-child || echo no"}),
            "failed: sh broke down over it");
  EXPECT_EQ(OutputOfChild({"no-such-program", {}}, "").error().code,
            ErrorCode::kNotFound);
}

}  // namespace
}  // namespace archive
