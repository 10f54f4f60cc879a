#include "indexer/readers/html_text.h"

#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(HtmlText, FragmentsBecomeParagraphs) {
  const struct {
    std::string_view html, text;
  } cases[] = {
      {"", ""},
      {"Plain", "Plain"},
      {"Fish &amp; chips &lt;b&gt;", "Fish & chips <b>"},
      {"<p>One<p>Two", "One\n\nTwo"},
      {"One<br>line", "One line"},
      {"One<br><br>Two", "One\n\nTwo"},
      {"a <b>bold</b> and an <a href='x'>end</a>.", "a bold and an end."},
      {"<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
      {"<script>x()</script><style>p{}</style>Text", "Text"},
      {"<td>cell</td>", "cell"},
      {"<div style='display: none'>Peek</div><p hidden>b</p><p>Text", "Text"},
      {"<div style='display:none'>All there is</div>", "All there is"},
      {"a\x01\x02 b\xFF", "a b\xEF\xBF\xBD"},
      {"&#1;&#xD800;x", "\xEF\xBF\xBDx"},
  };
  for (const auto& [html, text] : cases)
    EXPECT_EQ(HtmlToText(html), text) << html;
}

TEST(HtmlText, CaptionsAreApart) {
  const auto blocks = HtmlToBlocks(
      "<figure><img><figcaption>A cat</figcaption></figure><p>Text");
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0], (Block{BlockKind::kCaption, "A cat"}));
  EXPECT_EQ(blocks[1], (Block{BlockKind::kParagraph, "Text"}));
}

TEST(HtmlText, BeyondTheLimitsTheTagsAreCutOut) {
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "<div>";
  EXPECT_EQ(HtmlToText(deep + "Text</div>"), "Text");
}

TEST(HtmlText, WhatHoldsHtml) {
  const struct {
    std::string_view text;
    bool holds;
  } cases[] = {
      {"AT&T", false},     {"a < b", false}, {"1 <2", false},
      {"a & b; c", false}, {"&amp;", true},  {"&#8217;", true},
      {"<p>", true},       {"</p>", true},   {"<!-- -->", true},
      {"", false},         {"<", false},
  };
  for (const auto& [text, holds] : cases)
    EXPECT_EQ(HoldsHtml(text), holds) << text;
}

TEST(HtmlText, LinesAreOneLine) {
  EXPECT_EQ(HtmlToLine("<b>Fish</b> &amp;\n chips<br>tonight"),
            "Fish & chips tonight");
}

}  // namespace
}  // namespace archive
