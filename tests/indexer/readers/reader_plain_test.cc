#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

Article ReadOne(std::string_view bytes, std::string_view path = "a.txt") {
  const ReadResult result = ReadAs("plain", bytes, path);
  EXPECT_EQ(result.articles.size(), 1U) << bytes;
  if (result.articles.empty()) return {};
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

TEST(ReaderPlain, HeadlineBylineParagraphs) {
  const Article article = ReadOne(
      "\n\nWall  falls\nBy Jane Doe and John Roe\n\nThe wall\nfell on "
      "Thurs-\nday.\n\n\nPeople cheered.\n",
      "berlin/1989/11/09/wall.txt");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(TextsOf(article),
            (Texts{"The wall fell on Thursday.", "People cheered."}));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09");
  EXPECT_EQ(article.published->source, DateSource::kPath);
  EXPECT_EQ(article.bytes, (Span{0, 87}));
}

TEST(ReaderPlain, Paragraphs) {
  const struct {
    std::string_view file;
    Texts paragraphs;
  } cases[] = {
      {"T\n\na\nb\n\nc", {"a b", "c"}},
      // No blank line: each line.
      {"T\na\nb\nc\n", {"a", "b", "c"}},
      // As on old wires.
      {"T\n    a\nb\n    c\nd\n", {"a b", "c d"}},
      {"T\n\n\ta\nb\n\tc\n", {"a b", "c"}},
      // Indented as a whole.
      {"T\n\n    a\n    b\n\n    c\n", {"a b", "c"}},
      {"T\r\n\r\na\r\nb\r\n", {"a b"}},
      {"T\n====\n\na\n\n* * *\n\nb", {"a", "b"}},
      {"T", {}},
  };
  for (const auto& [file, paragraphs] : cases) {
    const Article article = ReadOne(file);
    EXPECT_EQ(article.title, "T") << file;
    EXPECT_EQ(TextsOf(article), paragraphs) << file;
  }
}

TEST(ReaderPlain, LongLinesAreParagraphs) {
  const std::string line(150, 'x');
  EXPECT_EQ(TextsOf(ReadOne("T\n\n" + line + "\n" + line + "\nshort\n")),
            (Texts{line, line, "short"}));
}

TEST(ReaderPlain, PicturesAreNoParagraphs) {
  const Article article = ReadOne(
      "Wall falls\n\nThe wall fell.\n\nwall, berlin, trabant\nA car at the "
      "wall. JANE DOE/AFP/Getty Images\n\nPeople cheered.\n\nfreedom, "
      "joy, tears\n\nPHOTO: CORPUS WIRE/POOL\n");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(TextsOf(article), (Texts{"The wall fell.", "People cheered."}));
  EXPECT_EQ(article.keywords,
            (Texts{"wall", "berlin", "trabant", "freedom", "joy", "tears"}));
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"A car at the wall."});
  EXPECT_EQ(TextsOf(article, BlockKind::kCredit),
            (Texts{"JANE DOE/AFP/Getty Images", "PHOTO: CORPUS WIRE/POOL"}));
}

TEST(ReaderPlain, APictureAboveTheHeadline) {
  const Article article = ReadOne(
      "wall, berlin, trabant\nA car. JANE DOE/AFP\nWall falls\n\nIt fell.\n");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(LeadOf(article), "It fell.");
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"A car."});
}

TEST(ReaderPlain, AWrappedListIsNoKeywordLine) {
  const Article article = ReadOne(
      "T\n\nThey sold\napples, pears, plums\nand more.\n\napples, "
      "pears, plums\nwere sold too.\n");
  EXPECT_EQ(TextsOf(article), (Texts{"They sold apples, pears, plums and more.",
                                     "apples, pears, plums were sold too."}));
}

TEST(ReaderPlain, OneHugeLineHasNoHeadline) {
  std::string line;
  while (line.size() < 3'000'000) line += "word ";
  const Article article = ReadOne(line);
  EXPECT_EQ(article.title, "");
  EXPECT_LT(article.first_line.size(), 200U);
  EXPECT_TRUE(article.first_line.ends_with("word…"));
  EXPECT_EQ(TextsOf(article).size(), 1U);
}

TEST(ReaderPlain, WithoutTextARejection) {
  for (const std::string_view bytes : {"", " \n\n", "\x01\x02", "====\n"}) {
    const ReadResult result = ReadAs("plain", bytes);
    EXPECT_TRUE(result.articles.empty());
    ASSERT_EQ(result.rejections.size(), 1U);
    EXPECT_EQ(result.rejections[0].reason, "there is no text in it");
  }
  const std::string huge((std::size_t{32} << 20) + 1, 'x');
  const ReadResult result = ReadAs("plain", huge);
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].reason,
            "longer than an article can be (32 MiB)");
}

TEST(ReaderPlain, WindowsCharset) {
  EXPECT_EQ(ReadOne("Caf\xE9 \x96 \x93"
                    "quoted\x94\n\nText.")
                .title,
            "Café – “quoted”");
}

TEST(ReaderPlain, TheSavedArticle) {
  const auto path = SharedData() / "seed/hotline.txt";
  if (!std::filesystem::exists(path))
    GTEST_SKIP() << "../shared/data is not here";
  const Article article = ReadOne(FileContent(path), "hotline.txt");
  EXPECT_NE(article.title.find("Frontline Military Channel"),
            std::string::npos);
  EXPECT_FALSE(article.published);
  EXPECT_TRUE(article.byline.empty());
  EXPECT_EQ(article.keywords,
            (Texts{"south", "korea", "kang", "china", "wang", "visit"}));
  const Texts captions = TextsOf(article, BlockKind::kCaption);
  ASSERT_EQ(captions.size(), 1U);
  EXPECT_NE(captions[0].find("Kang"), std::string::npos);
  EXPECT_TRUE(captions[0].ends_with("in recent years."));
  EXPECT_EQ(TextsOf(article, BlockKind::kCredit),
            Texts{"KIM MIN-HEE/Pool/AFP/Getty Images"});
  EXPECT_EQ(LeadOf(article).find("Kang"), std::string::npos);
  for (const std::string& text : TextsOf(article))
    EXPECT_EQ(text.find("Kang"), std::string::npos);
  EXPECT_EQ(TextsOf(article).size(), 16U);
}

TEST(ReaderPlain, ChangedAtRandomItEnds) {
  constexpr std::string_view kSample =
      "Wall falls\nBy Jane Doe\n\n  The wall fell.\nAll of it\n\nwall, berlin, "
      "car\nA car. JANE DOE/AFP\n\nMore. (Photo: X)\n";
  for (std::size_t size = 0; size <= kSample.size(); ++size)
    for (const Article& article :
         ReadAs("plain", kSample.substr(0, size)).articles)
      ExpectClean(article);
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(kSample);
    for (int change = 0; change < 6; ++change)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    for (const Article& article : ReadAs("plain", bytes).articles)
      ExpectClean(article);
  }
}

}  // namespace
}  // namespace archive
