#include <map>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

// A directory in memory.
class Pages final : public Neighbours {
 public:
  explicit Pages(std::map<std::string, std::string> files)
      : files_(std::move(files)) {}

  Result<std::string> Read(std::string_view path) const override {
    const auto file = files_.find(std::string(path));
    if (file == files_.end())
      return Error{ErrorCode::kNotFound, "there is no such file"};
    return file->second;
  }
  bool IsPageOfIssue() const override { return false; }

 private:
  std::map<std::string, std::string> files_;
};

std::string Block(std::string_view id, std::string_view words,
                  std::string_view sure = "1") {
  std::string text = "<TextBlock ID='" + std::string(id) + "'><TextLine>";
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    text += "<String CONTENT='" + std::string(words.substr(at, end - at)) +
            "' WC='" + std::string(sure) + "'/>";
    at = end + 1;
  }
  return text + "</TextLine></TextBlock>";
}

std::string Alto(std::string_view blocks, std::string_view number = "1") {
  return "<alto><Layout><Page ID='P" + std::string(number) +
         "' PHYSICAL_IMG_NR='" + std::string(number) + "'><PrintSpace>" +
         std::string(blocks) + "</PrintSpace></Page></Layout></alto>";
}

std::string File(std::string_view id, std::string_view address) {
  return "<file ID='" + std::string(id) + "'><FLocat xlink:href='" +
         std::string(address) + "'/></file>";
}

std::string Area(std::string_view file, std::string_view begin,
                 std::string_view end = "") {
  return "<fptr><area FILEID='" + std::string(file) +
         "' BETYPE='IDREF' BEGIN='" + std::string(begin) + "' END='" +
         std::string(end) + "'/></fptr>";
}

std::string Div(std::string_view type, std::string_view inside,
                std::string_view more = "") {
  return "<div TYPE='" + std::string(type) + "' " + std::string(more) + ">" +
         std::string(inside) + "</div>";
}

std::string Described(std::string_view id, std::string_view mods) {
  return "<dmdSec ID='" + std::string(id) + "'><mdWrap><xmlData><mods>" +
         std::string(mods) + "</mods></xmlData></mdWrap></dmdSec>";
}

std::string Mets(std::string_view before, std::string_view logical,
                 std::string_view behind = "") {
  return "<mets xmlns:xlink='http://www.w3.org/1999/xlink'>" +
         std::string(before) + "<structMap TYPE='LOGICAL'>" +
         std::string(logical) + "</structMap>" + std::string(behind) +
         "</mets>";
}

ReadResult Read(const std::string& mets,
                std::map<std::string, std::string> files,
                std::string_view path = "issue/mets.xml") {
  EXPECT_EQ(DetectFormat(path, mets).format, FindFormat("mets"));
  const Pages pages(std::move(files));
  ReadResult result = ReadAs("mets", mets, path, {}, &pages);
  for (const Article& article : result.articles) ExpectClean(article);
  return result;
}

TEST(ReaderMets, BlocksAreFoundByTheirNames) {
  const std::string page =
      Alto(Block("a", "One two.") + "<ComposedBlock ID='both'>" +
           Block("b", "Three.") + Block("c", "Four.") + "</ComposedBlock>" +
           Block("d", "Five."));
  const struct {
    std::string areas;
    Texts texts;
  } cases[] = {
      {Area("F", "a"), {"One two."}},
      {Area("F", "both"), {"Three.", "Four."}},
      {Area("F", "b", "d"), {"Three.", "Four.", "Five."}},
      {Area("F", "P1"), {"One two.", "Three.", "Four.", "Five."}},
      // In the order of the article, each once.
      {Area("F", "d") + Area("F", "a") + Area("F", "d"), {"Five.", "One two."}},
      // Pictures' rectangles are not text; all of a file is.
      {"<fptr><area FILEID='F' SHAPE='RECT' COORDS='1,2,3,4'/></fptr>" +
           Area("F", "c"),
       {"Four."}},
      {"<fptr><area FILEID='F'/></fptr>",
       {"One two.", "Three.", "Four.", "Five."}},
      // An end before the beginning.
      {Area("F", "c", "a"), {"Four."}},
  };
  for (const auto& c : cases) {
    const ReadResult read =
        Read(Mets(File("F", "file://./alto/1.xml"), Div("ARTICLE", c.areas)),
             {{"alto/1.xml", page}});
    ASSERT_EQ(read.articles.size(), 1U) << c.areas;
    EXPECT_EQ(TextsOf(read.articles[0]), c.texts) << c.areas;
  }
}

TEST(ReaderMets, WhatIsAnArticle) {
  const std::string areas = Area("F", "a");
  const struct {
    std::string divisions;
    std::size_t articles;
    Texts topics;
  } cases[] = {
      {Div("Newspaper", Div("Issue", Div("ARTICLE", areas))), 1, {}},
      {Div("article", areas), 1, {}},
      {Div("ADVERTISEMENT", areas), 1, {"advertisement"}},
      {Div("SECTION", Div("ARTICLE", areas) + Div("OBITUARY", areas)), 2, {}},
      // What lies in an article is a part of it.
      {Div("ARTICLE", Div("ILLUSTRATION", areas) + Div("ARTICLE", areas)),
       1,
       {}},
      {Div("PAGE", areas), 0, {}},
      {Div("ARTICLE", ""), 0, {}},
  };
  for (const auto& c : cases) {
    const ReadResult read = Read(Mets(File("F", "1.xml"), c.divisions),
                                 {{"1.xml", Alto(Block("a", "Text."))}});
    ASSERT_EQ(read.articles.size(), c.articles) << c.divisions;
    if (c.articles == 1) {
      EXPECT_EQ(read.articles[0].topics, c.topics) << c.divisions;
    }
    if (c.articles == 0) {
      ASSERT_EQ(read.rejections.size(), 1U);
      EXPECT_EQ(read.rejections[0].kind, RejectionKind::kNoArticle);
      EXPECT_EQ(read.rejections[0].reason, "a list of pages without articles");
    }
  }
}

TEST(ReaderMets, TitlesAreListedOrPrinted) {
  const std::string page =
      Alto(Block("h", "THE WALL IS OPEN") + Block("t", "Berlin sings.") +
           Block("c", "What next?"));
  const std::string parts =
      Div("HEADING", Area("F", "h")) +
      Div("BODY", Area("F", "t") + Div("SUBHEADING", Area("F", "c")));
  const struct {
    std::string attributes;
    std::string mods;
    std::string title;
    Texts texts;
  } cases[] = {
      {"", "", "THE WALL IS OPEN", {"Berlin sings.", "What next?"}},
      {"LABEL='The wall is open'",
       "",
       "The wall is open",
       {"Berlin sings.", "What next?"}},
      {"LABEL='x' DMDID='other D'",
       "<titleInfo><nonSort>The</nonSort><title>wall is open</title>"
       "<subTitle>A night</subTitle></titleInfo>"
       "<relatedItem type='host'><titleInfo><title>No</title></titleInfo>"
       "</relatedItem>",
       "The wall is open: A night",
       {"Berlin sings.", "What next?"}},
      // A title that lacks words of the print.
      {"LABEL='The wall'",
       "",
       "The wall",
       {"THE WALL IS OPEN", "Berlin sings.", "What next?"}},
  };
  for (const auto& c : cases) {
    const ReadResult read =
        Read(Mets(Described("D", c.mods) + File("F", "1.xml"),
                  Div("ARTICLE", parts, c.attributes)),
             {{"1.xml", page}});
    ASSERT_EQ(read.articles.size(), 1U) << c.attributes;
    EXPECT_EQ(read.articles[0].title, c.title) << c.attributes;
    EXPECT_EQ(TextsOf(read.articles[0]), c.texts) << c.attributes;
  }
}

TEST(ReaderMets, TheIssueSaysPaperAndDay) {
  const std::string article = Div("ARTICLE", Area("F", "a"));
  const std::string named =
      "<titleInfo><title>The Courier</title></titleInfo>"
      "<originInfo><dateIssued>1872-07-03</dateIssued></originInfo>";
  const struct {
    std::string described;
    std::string divisions;
    std::string_view path;
    std::string source;
    std::string day;
  } cases[] = {
      {Described("I", named), Div("ISSUE", article, "DMDID='I'"), "m.xml",
       "The Courier", "1872-07-03"},
      {Described("unnamed", named), Div("ISSUE", article), "m.xml",
       "The Courier", "1872-07-03"},
      {Described("I",
                 "<part><date>18720703</date></part><relatedItem>"
                 "<titleInfo><title>The Host</title></titleInfo>"
                 "</relatedItem>"),
       Div("ISSUE", article, "DMDID='I'"), "m.xml", "The Host", "1872-07-03"},
      {"", Div("NEWSPAPER", Div("ISSUE", article), "LABEL='The Label'"),
       "1872/07/03/m.xml", "The Label", "1872-07-03"},
      {"", article, "m.xml", "", ""},
  };
  for (const auto& c : cases) {
    const ReadResult read =
        Read(Mets(c.described + File("F", "1.xml"), c.divisions),
             {{"1.xml", Alto(Block("a", "Text."))}}, c.path);
    ASSERT_EQ(read.articles.size(), 1U) << c.described;
    EXPECT_EQ(read.articles[0].source, c.source) << c.described;
    const auto& published = read.articles[0].published;
    EXPECT_EQ(published ? ToIsoString(published->when.date) : "", c.day)
        << c.described;
  }
}

TEST(ReaderMets, AnArticleRunsOverPages) {
  const std::string mets =
      Mets(File("A", "./1.xml") + File("B", "2.xml"),
           Div("ARTICLE", Area("A", "t") + Area("B", "t"), "LABEL='Long'"));
  const ReadResult read =
      Read(mets, {{"1.xml", Alto(Block("t", "One.", "0.5"))},
                  {"2.xml", Alto(Block("t", "Two."), "2")}});
  ASSERT_EQ(read.articles.size(), 1U);
  EXPECT_EQ(TextsOf(read.articles[0]), (Texts{"One.", "Two."}));
  EXPECT_EQ(read.articles[0].pages, (Texts{"1", "2"}));
  EXPECT_DOUBLE_EQ(read.articles[0].ocr.value_or(0), 0.75);
}

TEST(ReaderMets, PagesAreLinkedInBritain) {
  const std::string physical =
      "<structMap TYPE='PHYSICAL'>" +
      Div("page", Div("pageArea", Area("F", "a"), "ID='pa1'")) + "</structMap>";
  for (const std::string& link :
       {std::string("<smLinkGrp><smLocatorLink xlink:href='#art1'/>"
                    "<smLocatorLink xlink:href='#pa1'/></smLinkGrp>"),
        std::string("<smLink xlink:from='art1' xlink:to='pa1'/>")}) {
    const ReadResult read =
        Read(Mets(File("F", "1.xml"), Div("ARTICLE", "", "ID='art1' LABEL='T'"),
                  physical + "<structLink>" + link + "</structLink>"),
             {{"1.xml", Alto(Block("a", "Text."))}});
    ASSERT_EQ(read.articles.size(), 1U) << link;
    EXPECT_EQ(TextsOf(read.articles[0]), Texts{"Text."}) << link;
  }
}

TEST(ReaderMets, WhatIsMissingIsSaid) {
  const std::string logical = Div("ARTICLE", Area("A", "t"), "ID='art1'") +
                              Div("ARTICLE", Area("B", "t"), "ID='art2'") +
                              Div("ARTICLE", Area("A", "no"), "ID='art3'");
  const ReadResult read =
      Read(Mets(File("A", "1.xml") + File("B", "2.xml"), logical),
           {{"1.xml", Alto(Block("t", "One."))}});
  EXPECT_EQ(read.articles.size(), 1U);
  ASSERT_EQ(read.rejections.size(), 3U);
  EXPECT_EQ(read.rejections[0].where, "art2");
  EXPECT_EQ(read.rejections[0].reason, "its text is not in the pages");
  EXPECT_EQ(read.rejections[1].where, "art3");
  EXPECT_EQ(read.rejections[2].where, "2.xml");
  EXPECT_EQ(read.rejections[2].reason, "there is no such file");
}

// A title stands alone, and what is missing is told.
TEST(ReaderMets, APageThatIsNoneLosesNoTextInSilence) {
  const struct {
    std::string page;
    std::string begin;
    std::vector<std::string> reasons;
  } cases[] = {
      {Alto(Block("t", "Text.")), "t", {}},
      {Alto(Block("t", "Text.")), "no", {"its text is not in the pages"}},
      {"Plain text.",
       "t",
       {"its text is not in the pages", "there is no text of ALTO in it"}},
      {Alto(Block("t", "Text.")).substr(0, 50),
       "t",
       {"its text is not in the pages", "there is no text of ALTO in it"}},
  };
  for (const auto& c : cases) {
    const ReadResult read =
        Read(Mets(File("F", "1.xml"),
                  Div("ARTICLE", Area("F", c.begin), "LABEL='Title'")),
             {{"1.xml", c.page}});
    EXPECT_EQ(read.articles.size(), 1U) << c.page;
    std::vector<std::string> reasons;
    for (const Rejection& rejection : read.rejections)
      reasons.push_back(rejection.reason);
    EXPECT_EQ(reasons, c.reasons) << c.page;
  }
}

TEST(ReaderMets, NothingLeadsOutOfTheDirectoryAndItIsTold) {
  for (const std::string_view address :
       {"../1.xml", "alto/../../1.xml", "/etc/passwd", "file:///etc/passwd",
        "http://example.org/1.xml", "..\\1.xml", "file://./../1.xml",
        "%2e%2e/1.xml"}) {
    const std::string listed = Div("ARTICLE", Area("F", "a"));
    const ReadResult read = Read(Mets(File("F", address), listed), {});
    EXPECT_TRUE(read.articles.empty()) << address;
    ASSERT_EQ(read.rejections.size(), 1U) << address;
    EXPECT_EQ(read.rejections[0].where, address);
    EXPECT_EQ(read.rejections[0].kind, RejectionKind::kMistake) << address;

    const ReadResult both =
        Read(Mets(File("F", address) + File("G", "1.xml"),
                  Div("ARTICLE", Area("G", "a") + Area("F", "a"))),
             {{"1.xml", Alto(Block("a", "Text."))}});
    EXPECT_EQ(both.articles.size(), 1U) << address;
    EXPECT_EQ(both.rejections.size(), 1U) << address;
  }
}

TEST(ReaderMets, AddressesAreWrittenInManyWays) {
  for (const std::string_view address :
       {"alto/a b.xml", "alto/a%20b.xml", ".//alto/a%20b.xml",
        "x/../alto/a b.xml", "alto//a b.xml", "alto\\a b.xml"}) {
    const ReadResult read =
        Read(Mets(File("F", address), Div("ARTICLE", Area("F", "a"))),
             {{"alto/a b.xml", Alto(Block("a", "Text."))}});
    EXPECT_EQ(read.articles.size(), 1U) << address;
    EXPECT_TRUE(read.rejections.empty()) << address;
  }
}

}  // namespace
}  // namespace archive
