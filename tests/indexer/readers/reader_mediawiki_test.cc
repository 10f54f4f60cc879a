#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/wiki_text.h"
#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

Texts BlocksOf(std::string_view markup,
               BlockKind kind = BlockKind::kParagraph) {
  Texts texts;
  for (const Block& block : ReadWikiText(markup).blocks) {
    if (block.kind == kind) texts.push_back(block.text);
  }
  return texts;
}

TEST(WikiText, MarkupIsGone) {
  const struct {
    std::string_view markup;
    Texts texts;
  } cases[] = {
      {"'''Wall''' ''falls'' today.\n\nAll of\nit.",
       {"Wall falls today.", "All of it."}},
      {"[[Berlin]], [[w:Berlin Wall|the wall]] and [[w:Erich Honecker]].",
       {"Berlin, the wall and Erich Honecker."}},
      {"{{w|Berlin|the city}} and {{w|Bonn}}{{infobox|a={{b}}|c}}.",
       {"the city and Bonn."}},
      {"See [http://example.org the page], [http://example.org].",
       {"See the page, ."}},
      {"a<ref>note</ref>b<ref name=\"x\"/>c<!-- d -->", {"abc"}},
      {"== Head ==\ntext\n== Empty ==\n== Sources ==\n* one\n* two",
       {"Head", "text"}},
      {"* one\n* two\n# three", {"one", "two", "three"}},
      {"{| class=\"x\"\n| cell\n|}\nafter", {"after"}},
      {"__NOTOC__\nCheers &amp; tears<br/>here", {"Cheers & tears here"}},
      {"it's '' '", {"it's '"}},
      {"[[de:Mauer]]text", {"text"}},
      {"{{open [[link", {"open link"}},
      {"Он.\n== ИСТОЧНИКИ ==\n* один", {"Он."}},
      {"a\n== Źródła ==\n* b", {"a"}},
      {"[[файл:Стена.jpg|thumb|Стена из камня]][[КАТЕГОРИЯ:Берлин]]Он.",
       {"Он."}},
      {"a {{QuoteLeft|It fell.|Jane Doe}} b", {"a", "It fell.", "b"}},
      {"a<gallery>\nFile:b.jpg|c\n</gallery>d", {"ad"}},
      {"", {}},
  };
  for (const auto& [markup, texts] : cases)
    EXPECT_EQ(BlocksOf(markup), texts) << markup;
  EXPECT_EQ(BlocksOf("[[File:w.jpg|thumb|A [[wall]] of stone]]x",
                     BlockKind::kCaption),
            Texts{"A wall of stone"});
}

TEST(WikiText, WhatItSaysBeside) {
  const WikiText wiki = ReadWikiText(
      "{{date|November 10, 1989}}{{byline|date=x|location=BERLIN}}\n"
      "[[Category:Berlin]] [[Category:Walls|*]]");
  EXPECT_EQ(wiki.date, "November 10, 1989");
  EXPECT_EQ(wiki.location, "BERLIN");
  EXPECT_EQ(wiki.categories, (Texts{"Berlin", "Walls"}));
  EXPECT_TRUE(wiki.blocks.empty());
  EXPECT_EQ(ReadWikiText("{{Дата|8 ноября 2010}}[[Категория:Стены]]").date,
            "8 ноября 2010");
  const WikiText other =
      ReadWikiText("[[Flokkur:Berlin]][[Mynd:w.jpg|thumb|A stone wall]]x",
                   {.files = {"Mynd"}, .categories = {"Flokkur"}});
  EXPECT_EQ(other.categories, Texts{"Berlin"});
  ASSERT_EQ(other.blocks.size(), 2U);
  EXPECT_EQ(other.blocks[1].text, "A stone wall");
}

TEST(WikiText, HostileTextsEnd) {
  for (const std::string_view piece : {"{{", "[[", "{|", "'''", "[http", "<ref",
                                       "<!--", "==", "[[a|", "{{w|"}) {
    std::string markup;
    while (markup.size() < 300'000) markup += piece;
    ReadWikiText(markup);
  }
}

constexpr std::string_view kDump = R"(<mediawiki
 xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="en"><siteinfo>
<sitename>Wikinews</sitename><base>https://en.example.org/wiki/Main_Page</base>
<namespaces><namespace key="0" case="first-letter"/><namespace key="14"
case="first-letter">Flokkur</namespace></namespaces></siteinfo>
<page><title>Wall falls</title><ns>0</ns><id>7</id><revision><id>1</id>
<timestamp>2009-11-10T10:00:00Z</timestamp><text>{{date|November 9, 2009}}
It fell &amp;amp; all. [[Category:Berlin]][[flokkur:Walls]]</text></revision></page>
<page><title>Talk:Wall</title><ns>1</ns><id>8</id><revision><text>x</text>
</revision></page>
<page><title>The wall</title><ns>0</ns><redirect title="Wall falls"/><revision>
<text>#REDIRECT</text></revision></page>
<page><title>Two</title><ns>0</ns><id>9</id><revision><timestamp>
2010-01-01T00:00:00Z</timestamp><text>No day.</text></revision></page>
</mediawiki>)";

TEST(ReaderMediawiki, PagesAreArticles) {
  EXPECT_EQ(DetectFormat("a.xml", kDump).format, FindFormat("mediawiki"));
  const ReadResult result = ReadAs("mediawiki", kDump);
  ASSERT_EQ(result.articles.size(), 2U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.uid, "7");
  EXPECT_EQ(article.source, "Wikinews");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.url, "https://en.example.org/wiki/Wall_falls");
  EXPECT_EQ(article.keywords, (Texts{"Berlin", "Walls"}));
  EXPECT_EQ(TextsOf(article), Texts{"It fell & all."});
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(ToIsoString(article.published->when), "2009-11-09");
  EXPECT_EQ(ToIsoString(*article.modified), "2009-11-10T10:00:00Z");
  EXPECT_FALSE(result.articles[1].published);
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].reason,
            "2 pages are redirects, templates or talk");
}

}  // namespace
}  // namespace archive
