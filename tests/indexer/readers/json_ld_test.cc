#include "indexer/readers/json_ld.h"

#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

using Texts = std::vector<std::string>;

TEST(JsonLd, WhatAnArticleSays) {
  const auto items = ReadJsonLd(R"({"@type": "NewsArticle",
      "headline": "Fish &amp; chips", "articleBody": "One.\nTwo.",
      "author": [{"name": "Jane Doe"}, "John Roe", {"url": "x"}],
      "publisher": {"name": "The Courier"}, "keywords": "a, b; c",
      "datePublished": "2021-03-02", "dateModified": "2021-03-03",
      "articleSection": ["World"], "mainEntityOfPage": {"@id": "http://x/1"}})");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].kind, LinkedKind::kArticle);
  EXPECT_EQ(items[0].headline, "Fish & chips");
  EXPECT_EQ(items[0].authors, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(items[0].keywords, (Texts{"a", "b", "c"}));
  EXPECT_EQ(items[0].publisher, "The Courier");
  EXPECT_EQ(items[0].section, "World");
  EXPECT_EQ(items[0].url, "http://x/1");
  EXPECT_EQ(items[0].published, "2021-03-02");
  EXPECT_EQ(items[0].modified, "2021-03-03");
}

// How many items are read, and the first headline.
TEST(JsonLd, BrokenAndWrapped) {
  const struct {
    std::string_view script, read;
  } cases[] = {
      {R"([{"@type": "NewsArticle", "headline": "a"}])", "1 a"},
      {R"({"@graph": [{"@type": "Organization"}, {"@type": "Article", "headline": "a"}]})",
       "1 a"},
      {R"({"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "b"}})",
       "2 "},
      {"<!-- {\"@type\": \"Article\", \"headline\": \"a\"} -->", "1 a"},
      {"//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"a\"}\n//]]>",
       "1 a"},
      {"/* x */ {\"@type\": \"Article\", // y\n \"headline\": \"a\"}", "1 a"},
      {"{\"@type\": \"Article\", \"headline\": \"a\nb\tc\"}", "1 a b c"},
      {"{\"@type\": \"Article\", \"headline\": \"a\x01z\"}", "1 az"},
      {R"({"@type": "Article", "headline": "a",})", "1 a"},
      {R"({"@type": "Article", "headline": "it\'s"};)", "1 it's"},
      {R"({&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;a&quot;})",
       "1 a"},
      {R"({"@type": ["Thing", "NewsArticle"], "headline": "a"})", "1 a"},
      {R"({"@type": "BreadcrumbList"})", "0 "},
      {R"({"@type": 7, "headline": {"a": []}})", "0 "},
      {R"({"@type": "Article", "headline": [], "author": 3, "keywords": {}})",
       "1 "},
      {"{\"@type\": \"Article\", \"head", "0 "},
      {"", "0 "},
      {"[[[[", "0 "},
  };
  for (const auto& [script, read] : cases) {
    const auto items = ReadJsonLd(script);
    EXPECT_EQ(std::to_string(items.size()) + ' ' +
                  (items.empty() ? "" : items[0].headline),
              read)
        << script;
  }
}

TEST(JsonLd, DeepNestingEnds) {
  EXPECT_TRUE(ReadJsonLd(std::string(100000, '[')).empty());
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += R"({"@graph":)";
  EXPECT_TRUE(ReadJsonLd(deep).empty());
}

}  // namespace
}  // namespace archive
