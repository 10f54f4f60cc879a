#include "indexer/readers/html_tree.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/html_limits.h"

namespace archive {
namespace {

std::string Repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(HtmlTree, NodesStandInTheOrderOfThePage) {
  const auto tree =
      HtmlTree::Parse("<p id=a>One <b>two</b><x-y>three</x-y><!-- no --></p>");
  ASSERT_TRUE(tree);
  std::string names;
  for (const HtmlNode& node : tree->nodes())
    names += std::string(node.IsText() ? node.text : node.name) + ' ';
  EXPECT_EQ(names, "html head body p One  b two x-y three ");
  const HtmlNode& p = (*tree)[3];
  EXPECT_EQ(tree->AttributeOf(p, "id"), "a");
  EXPECT_EQ(p.end, tree->size());
  EXPECT_EQ((*tree)[p.parent].name, "body");
  EXPECT_EQ(tree->TextOf(3), "One twothree");
}

TEST(HtmlTree, AnyBytesGiveATree) {
  for (const std::string_view html :
       {"", "<", "</", "<!", "<a", "<a b='", "&#xFFFFFF;&#0;&bogus;",
        "<svg><p>", "<table><tr><p>x", "<template><p>y</template>z", "]]>",
        "<math><mi>"})
    EXPECT_TRUE(HtmlTree::Parse(std::string(html))) << html;
}

// They are not parsed with the page, so what looks like one must not be taken
// for one, nor may one be lost.
TEST(HtmlTree, ScriptsAndStylesHoldWhatTheyHeld) {
  const struct {
    const char* html;
    const char* scripts;  // each in [], then the text of the body
  } cases[] = {
      {"<script>a < b && \"</p>\"</script><p>x", "[a < b && \"</p>\"]x"},
      {"<style>p > a {}</style><SCRIPT>two</SCRIPT >x", "[p > a {}][two]x"},
      {"<script>#0</script><script>#0</script>x", "[#0][#0]x"},
      {"<script></script><script> </script>x", "[][ ]x"},
      {"<script>a</scripts>b</script>x", "[a</scripts>b]x"},
      {"<script><!-- <script> a </script> --> b</script>x",
       "[<!-- <script> a </script> --> b]x"},
      {"<!-- <script>no</script> --><script>yes</script>x", "[yes]x"},
      {"<p title='<script>no</script>'>x<script>yes</script>", "x[yes]"},
      {"<textarea><script>no</script></textarea>x", "<script>no</script>x"},
      {"<svg><style>.a{}</style></svg><script>yes</script>x", "[yes]x"},
      {"<template><script>no</script></template><script>yes</script>x",
       "[yes]x"},
      {"<select><script>yes</script><style>gone</style></select>x",
       "[yes]gonex"},
      {"<script>never ends", "[never ends]"},
  };
  for (const auto& [html, scripts] : cases) {
    const auto tree = HtmlTree::Parse(html);
    ASSERT_TRUE(tree) << html;
    std::string found;
    for (std::size_t i = 0; i < tree->size(); ++i) {
      const HtmlNode& node = (*tree)[i];
      const std::string_view parent = (*tree)[node.parent].name;
      if (node.name == "script" || node.name == "style")
        found += '[' + tree->RawTextOf(i) + ']';
      else if (node.IsText() && parent != "script" && parent != "style")
        found += node.text;
    }
    EXPECT_EQ(found, scripts) << html;
  }
}

TEST(HtmlTree, BombsEndInAReason) {
  const struct {
    const char* name;
    std::string html;
    std::string reason;
  } cases[] = {
      {"deep", Repeated("<div>", 10000), "nested deeper than 2000 elements"},
      {"deep among false ends", Repeated("<div></b>", 10000),
       "nested deeper than 2000 elements"},
      {"deep and unclosed <font>", Repeated("<font size=1><p>", 10000),
       "nested deeper than 2000 elements"},
      {"a million attributes", "<p " + Repeated("a=1 ", 1000000) + ">",
       "a tag has more than 1000 attributes"},
      {"attributes without values", "<p" + Repeated(" ab", 2000) + ">",
       "a tag has more than 1000 attributes"},
      {"long", std::string(kMaxHtmlBytes + 1, 'x'),
       "longer than a page can be (16 MiB)"},
  };
  for (const auto& [name, html, reason] : cases) {
    const auto tree = HtmlTree::Parse(html);
    ASSERT_FALSE(tree) << name;
    EXPECT_EQ(tree.error().message, reason) << name;
  }
}

// Each <p> opens all formatting elements again: memory in the square of the
// page, which the arena refuses.
TEST(HtmlTree, MemoryIsBounded) {
  std::string html = "<p>";
  for (int i = 0; i < 1900; ++i)
    html += "<font size=" + std::to_string(i) + ">";
  const auto tree = HtmlTree::Parse(html + Repeated("<p>x", 20000));
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().message, "takes more memory than a page may");
}

TEST(HtmlTree, WhatOnlyLooksDeepIsRead) {
  const struct {
    const char* name;
    std::string html;
  } cases[] = {
      {"paragraphs that nobody closes", Repeated("<p>x", 10000)},
      {"items", "<ul>" + Repeated("<li>x", 10000) + "</ul>"},
      {"rows", "<table>" + Repeated("<tr><td>x", 5000) + "</table>"},
      {"in a script", "<script>" + Repeated("'<div>'", 5000) + "</script>"},
      {"in a comment", "<!--" + Repeated("<div>", 5000) + "-->"},
      {"a long value", "<p title='" + Repeated("a b ", 5000) + "'>x"},
      {"one line", std::string(8 << 20, 'x')},
  };
  for (const auto& [name, html] : cases)
    EXPECT_TRUE(HtmlTree::Parse(html)) << name;
}

}  // namespace
}  // namespace archive
