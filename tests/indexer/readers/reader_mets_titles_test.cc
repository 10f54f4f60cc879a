// Titles of articles of METS that nobody has listed.
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

// An issue of one page and one article, which is all of the page.
class OnePage final : public Neighbours {
 public:
  explicit OnePage(std::string page) : page_(std::move(page)) {}

  Result<std::string> Read(std::string_view) const override { return page_; }
  bool IsPageOfIssue() const override { return false; }

 private:
  std::string page_;
};

// A line in a style, or of a height.
std::string Line(std::string_view words, std::string_view attributes) {
  std::string line = "<TextLine " + std::string(attributes) + ">";
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    line +=
        "<String CONTENT='" + std::string(words.substr(at, end - at)) + "'/>";
    at = end + 1;
  }
  return line + "</TextLine>";
}

TEST(ReaderMets, TitlesByTheSizeOfType) {
  const auto in_block = [](const std::string& lines) {
    return "<TextBlock ID='a'>" + lines + "</TextBlock>";
  };
  const auto is_large = "STYLEREFS='par large'";
  const auto is_small = "STYLEREFS='small'";
  const std::string text =
      Line("The bridge was opened to the public", is_small) +
      Line("by the mayor of the town.", is_small);
  const struct {
    std::string blocks, title;
    Texts texts;
  } cases[] = {
      // In a block of its own, and at the beginning of one.
      {in_block(Line("A NEW BRIDGE", is_large)) + in_block(text),
       "A NEW BRIDGE",
       {"The bridge was opened to the public by the mayor of the town."}},
      {in_block(Line("A NEW", is_large) + Line("BRIDGE", is_large) + text),
       "A NEW BRIDGE",
       {"The bridge was opened to the public by the mayor of the town."}},
      // What stands over it stays in the text.
      {in_block(Line("Local", is_small)) +
           in_block(Line("A NEW BRIDGE", is_large)) + in_block(text),
       "A NEW BRIDGE",
       {"Local",
        "The bridge was opened to the public by the mayor of the town."}},
      // All is of one size, or nothing is left, or it comes too late.
      {in_block(text),
       "",
       {"The bridge was opened to the public by the mayor of the town."}},
      {in_block(Line("A NEW BRIDGE", is_large)), "", {"A NEW BRIDGE"}},
      {in_block(text) + in_block(text) + in_block(text) +
           in_block(Line("A NEW BRIDGE", is_large)),
       "",
       {"The bridge was opened to the public by the mayor of the town.",
        "The bridge was opened to the public by the mayor of the town.",
        "The bridge was opened to the public by the mayor of the town.",
        "A NEW BRIDGE"}},
      // By the heights of lines, where no style says it.
      {in_block(Line("A NEW BRIDGE", "HEIGHT='90'")) +
           in_block(Line("The bridge was opened", "HEIGHT='41'") +
                    Line("to the public.", "HEIGHT='38'")),
       "A NEW BRIDGE",
       {"The bridge was opened to the public."}},
      // Capitals are higher than small letters of the same size.
      {in_block(Line("A NEW BRIDGE", "HEIGHT='50'")) +
           in_block(Line("The bridge was opened", "HEIGHT='41'") +
                    Line("to the public.", "HEIGHT='38'")),
       "",
       {"A NEW BRIDGE", "The bridge was opened to the public."}},
  };
  for (const auto& c : cases) {
    const OnePage page(
        "<alto><Styles><TextStyle ID='large' FONTSIZE='18'/><TextStyle "
        "ID='small' FONTSIZE='9'/><ParagraphStyle ID='par'/></Styles><Layout>"
        "<Page ID='P'><PrintSpace>" +
        c.blocks + "</PrintSpace></Page></Layout></alto>");
    const ReadResult read = ReadAs(
        "mets",
        "<mets xmlns:xlink='http://www.w3.org/1999/xlink'><file ID='F'>"
        "<FLocat xlink:href='1.xml'/></file><structMap TYPE='LOGICAL'><div "
        "TYPE='ARTICLE'><fptr><area FILEID='F'/></fptr></div></structMap>"
        "</mets>",
        "issue/mets.xml", {}, &page);
    ASSERT_EQ(read.articles.size(), 1U) << c.blocks;
    EXPECT_EQ(read.articles[0].title, c.title) << c.blocks;
    EXPECT_EQ(TextsOf(read.articles[0]), c.texts) << c.blocks;
  }
}

}  // namespace
}  // namespace archive
