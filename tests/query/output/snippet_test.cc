#include "query/output/snippet.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/query_text.h"

namespace archive {
namespace {

void CollectTrees(const Node& node, Analyser& analyser,
                  std::vector<PositionTree>& trees) {
  const bool is_group = std::holds_alternative<And>(node.kind) ||
                        std::holds_alternative<Or>(node.kind);
  if (is_group) {
    for (const Node& operand : *OperandsOf(node))
      CollectTrees(operand, analyser, trees);
  } else if (auto tree = BuildPositions(node, analyser)) {
    trees.push_back(*std::move(tree));
  }
}

std::string Bracketed(const Highlighted& text) {
  std::string out;
  std::size_t at = 0;
  for (const Span& mark : text.marks) {
    EXPECT_LE(at, mark.begin);
    EXPECT_LT(mark.begin, mark.end);
    EXPECT_LE(mark.end, text.text.size());
    out += text.text.substr(at, mark.begin - at) + "«" +
           text.text.substr(mark.begin, mark.end - mark.begin) + "»";
    at = mark.end;
  }
  return out + text.text.substr(at);
}

MarkedArticle Marked(std::string_view query, std::vector<Block> blocks,
                     std::string title = "A title",
                     std::string language = "en") {
  const ReadQuery read = ReadQueryText(query, {});
  EXPECT_TRUE(read.errors.empty()) << query;
  Analyser analyser;
  std::vector<PositionTree> trees;
  CollectTrees(read.tree, analyser, trees);
  StoredRecord record;
  record.language = std::move(language);
  record.article.title = std::move(title);
  record.article.blocks = std::move(blocks);
  return SnippetMaker(trees).Make(record);
}

std::vector<Block> Body(std::vector<std::string> paragraphs) {
  std::vector<Block> blocks;
  for (std::string& text : paragraphs)
    blocks.push_back({BlockKind::kParagraph, std::move(text)});
  return blocks;
}

std::string Filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i)
    text += "Nothing of note was said at the meeting that day. ";
  return text;
}

TEST(Snippet, MarksWhatMatches) {
  struct Row {
    std::string_view query;
    std::string text;
    std::string expected;
  };
  const std::vector<Row> rows = {
      // Inflected forms, any case, without accents.
      {"hotline", "Two HOTLINES and a hotline.",
       "Two «HOTLINES» and a «hotline»."},
      {"sao", "From São Paulo.", "From «São» Paulo."},
      {"=hotline", "Two hotlines, one hotline.",
       "Two hotlines, one «hotline»."},
      // A word of a phrase that stands alone is not marked.
      {"\"direct link\"", "A link, a direct one: the direct link.",
       "A link, a direct one: the «direct link»."},
      {"\"front line\"", "Of front-line troops.", "Of «front-line» troops."},
      // Nor one that is too far away.
      {"navy W/2 air", "Navy and air. Then air, long after any other navy.",
       "«Navy» and «air». Then air, long after any other navy."},
      // Nor what stands in another sentence.
      {"navy W/S air", "Navy and air. The air was cold. Navy.",
       "«Navy» and «air». The air was cold. Navy."},
      {"air* OR sea", "The airlines, the sea.", "The «airlines», the «sea»."},
      // What is excluded, or is no text, marks nothing.
      {"hotline date:2021", "A hotline of 2021.", "A «hotline» of 2021."},
      {"title:hotline", "A hotline.", "A hotline."},
      {"王毅", "外长王毅说。", "外长«王毅»说。"},
      {"place:korea", "In Korea.", "In Korea."},
  };
  for (const Row& row : rows)
    EXPECT_EQ(Bracketed(Marked(row.query, Body({row.text})).snippet),
              row.expected)
        << row.query;
}

TEST(Snippet, MarksTheTitle) {
  const MarkedArticle marked =
      Marked("hotline \"south korea\"", Body({"Nothing here."}),
             "South Korea widens its hotlines");
  EXPECT_EQ(Bracketed(marked.title), "«South Korea» widens its «hotlines»");
  EXPECT_EQ(Bracketed(marked.snippet), "Nothing here.");
}

TEST(Snippet, PrefersThePassageThatHoldsMore) {
  const auto blocks = Body({"A hotline. " + Filler(8),
                            Filler(4) + "The Eastern hotline. " + Filler(4)});
  const std::string text =
      Bracketed(Marked("hotline AND eastern", blocks).snippet);
  EXPECT_NE(text.find("«Eastern» «hotline»"), std::string::npos) << text;
  EXPECT_EQ(text.find("A «hotline»"), std::string::npos) << text;
}

TEST(Snippet, JoinsPassagesThatHoldTheRest) {
  const auto blocks =
      Body({"A hotline. " + Filler(8), Filler(8) + "Eastern. " + Filler(8)});
  const std::string text =
      Bracketed(Marked("hotline AND eastern", blocks).snippet);
  EXPECT_TRUE(text.starts_with("A «hotline».")) << text;
  EXPECT_NE(text.find(" … "), std::string::npos) << text;
  EXPECT_NE(text.find("«Eastern»"), std::string::npos) << text;
  EXPECT_TRUE(text.ends_with(" …")) << text;
}

TEST(Snippet, ShowsTheLeadWithoutAMatch) {
  EXPECT_EQ(
      Bracketed(Marked("date:2021", Body({"The lead.", "More."})).snippet),
      "The lead.");
  EXPECT_EQ(Marked("date:2021", {}).snippet.text, "");
}

TEST(Snippet, TakesACaptionWhenOnlyItMatches) {
  const std::vector<Block> blocks = {
      {BlockKind::kParagraph, "The lead."},
      {BlockKind::kCaption, "The harbour."},
      {BlockKind::kCaption, "Panmunjom in winter."}};
  EXPECT_EQ(Bracketed(Marked("panmunjom", blocks).snippet),
            "«Panmunjom» in winter.");
  EXPECT_EQ(Bracketed(Marked("lead OR panmunjom", blocks).snippet),
            "The «lead».");
}

TEST(Snippet, IsBoundedAndCutAtWords) {
  const auto blocks = Body({Filler(200) + "The hotline rang. " + Filler(200)});
  const Highlighted snippet = Marked("hotline", blocks).snippet;
  EXPECT_LE(snippet.text.size(), kSnippetCharacters + 16);
  const std::string text = Bracketed(snippet);
  EXPECT_NE(text.find("«hotline»"), std::string::npos) << text;
  EXPECT_TRUE(text.starts_with("Nothing") || text.starts_with("… ")) << text;
  EXPECT_TRUE(text.ends_with(" …")) << text;
}

TEST(Snippet, StaysInsideCharacters) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "北京";
  const Highlighted snippet =
      Marked("王毅", Body({text + "王毅" + text}), "", "zh").snippet;
  EXPECT_EQ(snippet.text.find("\uFFFD"), std::string::npos);
  EXPECT_NE(Bracketed(snippet).find("«王毅»"), std::string::npos);
}

// Any query over any small text: marks are in order and inside (checked by
// Bracketed), and the text is bounded.
TEST(Snippet, HoldsItsPromisesForManyTexts) {
  const std::vector<std::string> words = {"air", "sea.",   "navy",
                                          "São", "王毅。", "front-line"};
  unsigned state = 1;
  const auto next = [&state](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16) % below;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> paragraphs(1 + next(4));
    for (std::string& paragraph : paragraphs) {
      for (std::size_t i = 1 + next(120); i > 0; --i)
        paragraph += words[next(words.size())] + (i > 1 ? " " : "");
    }
    for (const char* const query :
         {"air sea", "\"air sea\" OR navy", "air W/3 navy", "a?r front-line",
          "sao \"王毅 air\"~2"}) {
      const Highlighted snippet = Marked(query, Body(paragraphs)).snippet;
      Bracketed(snippet);
      EXPECT_LE(snippet.text.size(), kSnippetCharacters * 3);
    }
  }
}

}  // namespace
}  // namespace archive
