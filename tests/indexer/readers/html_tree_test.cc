#include "indexer/readers/html_tree.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/html_limits.h"
#include "tests/support/html_tree_text.h"

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

// Long texts and values are parsed as numbers: in every state of the parser the
// tree must be that of the letters.
TEST(HtmlTree, LongTextsAreWhatTheyWere) {
  const std::string text = "thirty letters and more of a text";
  const std::string value = "/news/2021/03/02/hotline-between-moscow.html";
  for (const std::string& html : {
           "<p>" + text + "<a href='" + value + "'>" + text + "</a> " + text,
           "<p>" + text + " &amp; " + text + "&copy " + text + "&notin" + text,
           "<p>&" + text + " &#38;" + text + "&#38" + text,
           "<p>&&amp" + text + "&&&lt" + text + "&ampé" + text,
           "<p title='&amp=" + text + "&amp&lt" + text + "&amp;=" + text + "'>",
           "<a href=\"" + value + "?a&b\" title='" + text + "\"' x>" + text,
           "<a href=" + value + " title=" + text + ">" + text,
           "<a href=\v'" + text + "'>",
           "<a a =\"" + text + ">" + text + "/ = '" + text + "'>",
           "<a href='" + text,
           "<a " + text,
           "<" + text + ">" + text,
           "<x-" + text + "='" + value + "'>",
           "</" + text + ">" + text,
           "</ " + text + "></>" + text,
           "<!" + text + ">" + text,
           "<!--" + text + "-->" + text,
           "<!-->" + text + "-->" + text,
           "<!--><p title='" + text + "'>--" + text + ">" + text,
           "<title>" + text + "</title>" + text,
           "<textarea>\n" + text,
           "<pre>\n \n \n " + text + "  \n   </pre><listing>\n   \n" + text,
           "<p>      " + text + "     <b>     </b><table>     <tr>     x",
           "<!-- " + text + " --><!-- " + text + "<p> --><!--" + text + "--->",
           "<p data-x='" + text + "\"&quot;" + text + "&x=" + text + "<>'>",
           "<p>&#x10FFFD;0;" + text,
           "<p>&#01114109;0;" + text,
           "<pre>\n" + text + "</pre><plaintext>" + text + "<p>" + text,
           "<table> " + text + "<tr>" + text + "<td>" + text,
           "<table><colgroup>" + text + "<col title='" + text + "'>",
           "<select>" + text + "<option>" + text + "<p title='" + text + "'>",
           "<frameset> " + text + " <frame src='" + value + "'>" + text,
           "<svg><![CDATA[" + text + "<b>" + text + "]]>" + text,
           "<svg><title>" + text + "</title><style>" + text + "</style>",
           "<math><annotation-xml encoding='" + text + "'><p>" + text,
           "<template>" + text + "</template>" + text,
           "<noscript>" + text + "</noscript><iframe>" + text + "</iframe>",
           "<body title='" + text + "'><body class='" + text + "'>" + text,
           "<p title='" + text + "' title='" + value + "'>" + text,
           "\r\n" + text + "\r\r\n" + text + "\r<p title='\r\n" + text + "'>",
           "<p>" + text +
               "\xF4\x8F\xBF\xBD"
               "12\xF4\x8F\xBF\xBD" +
               text,
           "<p>" + text + std::string(1, '\0') + text,
           "<p>" + text + "\uFDD0 \uFFFE \U0001FFFF \uFEFF" + text,
           "<script>" + text +
               "</script><script>\xF4\x8F\xBF\xBD"
               "0\xF4\x8F\xBF\xBD</script>",
           "<style>a \uFDD0 b</style>" + text + "<script>a \uFFFE</script ",
           "<b><p>" + text + "</b>" + text + "<i title='" + text + "'><p></i>x",
       }) {
    const auto abridged = HtmlTree::Parse(html);
    const auto letters = HtmlTree::Parse(html, HtmlParsing::kLetterByLetter);
    ASSERT_TRUE(abridged && letters) << html;
    EXPECT_EQ(TextOfTree(*abridged), TextOfTree(*letters)) << html;
  }
}

TEST(HtmlTree, PreKeepsItsBlanks) {
  const auto tree = HtmlTree::Parse("<p>     a     <pre>     b     </pre>");
  ASSERT_TRUE(tree);
  std::string texts;
  for (const HtmlNode& node : tree->nodes()) texts += node.text;
  EXPECT_EQ(texts, " a      b     ");
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

// Parsed as numbers the values take no room, and are as long as ever
// thereafter.
TEST(HtmlTree, MemoryOfLongValuesIsBounded) {
  const std::string letters = std::string(2000, 'x');
  for (const std::string& value : {letters, letters + "&amp;" + letters}) {
    std::string html = "<p>";
    for (int i = 0; i < 30; ++i)
      html += "<font size=" + std::to_string(i) + " title='" + value + "'>";
    const auto tree = HtmlTree::Parse(html + Repeated("<p>x", 20000));
    ASSERT_FALSE(tree);
    EXPECT_EQ(tree.error().message, "takes more memory than a page may");
  }
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
