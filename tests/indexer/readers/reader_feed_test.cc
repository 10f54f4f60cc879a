#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

Article ReadItem(std::string_view inside) {
  const ReadResult result =
      ReadAs("feed", "<rss><channel><item>" + std::string(inside) +
                         "</item></channel>"
                         "</rss>");
  EXPECT_EQ(result.articles.size(), 1U) << inside;
  if (result.articles.empty()) return {};
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

TEST(ReaderFeed, Rss) {
  const ReadResult result = ReadAs("feed", R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:c="http://purl.org/rss/1.0/modules/content/"
     xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Courier</title><link>https://example.org/</link>
<language>en-GB</language>
<item><title>Wall &lt;i&gt;falls&lt;/i&gt;</title><link>news/1.html</link>
<description>Short.</description>
<c:encoded><![CDATA[<p>It fell.</p><p>All of it &mdash; today.</p>]]></c:encoded>
<dc:creator>By Jane Doe and John Roe</dc:creator>
<category>Berlin</category><category domain="x">Wall</category>
<pubDate>Thu, 09 Nov 1989 23:30:00 +0100</pubDate>
<guid isPermaLink="false">courier-1</guid>
<media:content url="w.jpg"><media:description>A wall</media:description>
<media:credit>Ann Lee</media:credit></media:content></item>
<item><title>Second</title><guid>https://example.org/2</guid></item>
</channel></rss>)");
  ASSERT_EQ(result.articles.size(), 2U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(article.url, "https://example.org/news/1.html");
  EXPECT_EQ(article.uid, "courier-1");
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.keywords, (Texts{"Berlin", "Wall"}));
  EXPECT_EQ(TextsOf(article), (Texts{"It fell.", "All of it — today."}));
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption), Texts{"A wall"});
  EXPECT_EQ(TextsOf(article, BlockKind::kCredit), Texts{"Ann Lee"});
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09T23:30:00+01:00");
  EXPECT_EQ(article.published->confidence, 1.0);
  EXPECT_EQ(result.articles[1].url, "https://example.org/2");
  EXPECT_LT(article.bytes.end, result.articles[1].bytes.begin);
}

TEST(ReaderFeed, Atom) {
  const ReadResult result = ReadAs("feed", R"(
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/"
      xml:lang="de">
<title type="html">Der &amp;amp; Kurier</title><author><name>Redaktion</name>
</author><link rel="self" href="feed.atom"/>
<entry><title type="text">1 &lt; 2</title><id>urn:1</id>
<link rel="enclosure" href="x.mp3"/><link href="eins.html"/>
<category term="kosmos" label="Kosmos"/><updated>2014-11-13T10:00:00Z</updated>
<published>2014-11-12T18:00:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins<br/>zwei
</p><p>Drei</p></div></content></entry>
<entry xml:lang="en"><title>Two</title><author><name>Jane Doe</name></author>
<author><name>John Roe</name></author><updated>2014-11-14T10:00:00Z</updated>
<summary>Plain &lt;b&gt; text</summary></entry></feed>)");
  ASSERT_EQ(result.articles.size(), 2U);
  const Article& one = result.articles[0];
  EXPECT_EQ(one.title, "1 < 2");
  EXPECT_EQ(one.uid, "urn:1");
  EXPECT_EQ(one.url, "https://example.org/a/eins.html");
  EXPECT_EQ(one.source, "Der & Kurier");
  EXPECT_EQ(one.language, "de");
  EXPECT_EQ(one.byline, Texts{"Redaktion"});
  EXPECT_EQ(one.keywords, (Texts{"Kosmos", "kosmos"}));
  EXPECT_EQ(TextsOf(one), (Texts{"Eins zwei", "Drei"}));
  ASSERT_TRUE(one.published && one.modified);
  EXPECT_EQ(ToIsoString(one.published->when), "2014-11-12T18:00:00+01:00");
  EXPECT_EQ(ToIsoString(*one.modified), "2014-11-13T10:00:00Z");
  const Article& two = result.articles[1];
  EXPECT_EQ(two.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(two.language, "en");
  EXPECT_EQ(TextsOf(two), Texts{"Plain <b> text"});
  ASSERT_TRUE(two.published);
  EXPECT_EQ(two.published->confidence, 0.8);
}

TEST(ReaderFeed, OtherKinds) {
  const struct {
    std::string_view feed, title, url;
  } cases[] = {
      {R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>C
          </title></channel><item rdf:about="http://example.org/1">
          <title>T</title></item></rdf:RDF>)",
       "T", "http://example.org/1"},
      {R"(<r:rss xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item>
          <r:title>T</r:title><r:link>http://a/</r:link></r:item></r:channel>
          </r:rss>)",
       "T", "http://a/"},
      {R"(<CHANNEL HREF="http://a/"><ITEM HREF="b" LASTMOD="2000-01-02">
          <TITLE>T</TITLE></ITEM></CHANNEL>)",
       "T", "http://a/b"},
      {R"(<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
          <title mode="escaped" type="text/html">&lt;b&gt;T&lt;/b&gt;</title>
          <link rel="alternate" href="http://a/"/></entry></feed>)",
       "T", "http://a/"},
      {R"(<rss><channel><item><title>T</title><guid>http://a/</guid>)", "T",
       "http://a/"},
  };
  for (const auto& [feed, title, url] : cases) {
    EXPECT_EQ(DetectFormat("a", feed).format, FindFormat("feed")) << feed;
    const ReadResult result = ReadAs("feed", feed);
    ASSERT_EQ(result.articles.size(), 1U) << feed;
    EXPECT_EQ(result.articles[0].title, title) << feed;
    EXPECT_EQ(result.articles[0].url, url) << feed;
  }
}

TEST(ReaderFeed, Authors) {
  const struct {
    std::string_view xml, name;
  } cases[] = {
      {"<author>me@example.com (Jane Doe)</author>", "Jane Doe"},
      {"<author>Jane Doe (me@example.com)</author>", "Jane Doe"},
      {"<author>Jane Doe &lt;me@example.com&gt;</author>", "Jane Doe"},
      {"<author>me@example.com</author>", ""},
      {"<author>http://example.com/</author>", ""},
      {"<itunes:author>X</itunes:author><author>Y</author>", "Y"},
  };
  for (const auto& [xml, name] : cases) {
    const Article article = ReadItem("<title>T</title>" + std::string(xml));
    EXPECT_EQ(article.byline, name.empty() ? Texts{} : Texts{std::string(name)})
        << xml;
  }
}

TEST(ReaderFeed, Texts) {
  const struct {
    std::string_view xml;
    Texts texts;
  } cases[] = {
      {"<description>2 &lt; 3 &amp; 4</description>", {"2 < 3 & 4"}},
      {"<description>&lt;p&gt;a&lt;/p&gt;b</description>", {"a", "b"}},
      {"<description>a &amp;amp; b</description>", {"a & b"}},
      {"<description><p>a</p><p>b</p></description>", {"a", "b"}},
      {"<description/><summary>s</summary>", {"s"}},
      {"<content type='application/octet-stream'>PHA+YTwvcD4=</content>",
       {"a"}},
      {"<content type='image/png'>aaaa</content>", {}},
      {"<description>a&lt;script&gt;alert(1)&lt;/script&gt;</description>",
       {"a"}},
      {"<description>one\n\ntwo</description>", {"one", "two"}},
  };
  for (const auto& [xml, texts] : cases) {
    const Article article =
        ReadItem("<link>http://a/</link>" + std::string(xml));
    EXPECT_EQ(TextsOf(article), texts) << xml;
    EXPECT_EQ(article.first_line, texts.empty() ? "" : texts[0]) << xml;
  }
}

TEST(ReaderFeed, FooterOfPluginsIsNoText) {
  const std::string text = "<p>It fell.</p>";
  const std::string footer =
      "<p>The post <a href='x'>Wall</a> appeared first on <a>Courier</a>.</p>";
  for (const std::string& html : {text + footer, text})
    EXPECT_EQ(TextsOf(ReadItem("<title>T</title><description><![CDATA[" + html +
                               "]]></description>")),
              Texts{"It fell."});
}

TEST(ReaderFeed, BlankLinesPartWhatHasNoParagraphs) {
  EXPECT_EQ(TextsOf(ReadItem("<title>T</title><c:encoded xmlns:c="
                             "'http://purl.org/rss/1.0/modules/content/'>"
                             "<![CDATA[A <b>wall</b> of AT&amp;T\n\nfell.]]>"
                             "</c:encoded>")),
            (Texts{"A wall of AT&T", "fell."}));
  EXPECT_EQ(TextsOf(ReadItem("<title>T</title><c:encoded xmlns:c="
                             "'http://purl.org/rss/1.0/modules/content/'>"
                             "<![CDATA[<h2>Head</h2>\nOne\nline.\n\nTwo."
                             "<ul>\n\n<li>Three</li></ul>]]></c:encoded>")),
            (Texts{"Head", "One line.", "Two.", "Three"}));
}

// WordPress's and Blogger's.
TEST(ReaderFeed, ExportsOfBlogsHoldMoreThanArticles) {
  const ReadResult result = ReadAs("feed", R"(<rss
xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>One</title><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item>
<item><title>IMG 1</title><wp:post_type>attachment</wp:post_type></item>
<item><title>Two</title><wp:status>draft</wp:status>
<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate></item>
</channel></rss>)");
  ASSERT_EQ(result.articles.size(), 2U);
  EXPECT_EQ(result.articles[0].status, Usability::kUsable);
  EXPECT_EQ(result.articles[1].status, Usability::kWithheld);
  EXPECT_FALSE(result.articles[1].published);
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].reason, "a file of a blog's export");

  const std::string kind = "term='http://schemas.google.com/blogger/2008/kind#";
  const ReadResult atom = ReadAs(
      "feed",
      "<feed xmlns='http://www.w3.org/2005/Atom' "
      "xmlns:app='http://purl.org/atom/app#'><entry><title>One</"
      "title><category " +
          kind + "post'/></entry><entry><title>C</title><category " + kind +
          "comment'/></entry><entry><title>Two</title><app:control><app:draft>"
          "yes</app:draft></app:control></entry></feed>");
  ASSERT_EQ(atom.articles.size(), 2U);
  EXPECT_EQ(atom.articles[0].status, Usability::kUsable);
  EXPECT_EQ(atom.articles[1].status, Usability::kWithheld);
  ASSERT_EQ(atom.rejections.size(), 1U);
}

TEST(ReaderFeed, WhatIsNoArticleIsTold) {
  ReadResult result = ReadAs("feed",
                             "<rss><channel><title>T</title></channel>"
                             "</rss>");
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].reason, "a feed without items");
  EXPECT_EQ(result.rejections[0].kind, RejectionKind::kNoArticle);
  result = ReadAs("feed", "<rss><item><title> </title></item><item>x</item>");
  ASSERT_EQ(result.rejections.size(), 1U);
  EXPECT_EQ(result.rejections[0].where, "item 1");
  EXPECT_EQ(result.articles.size(), 1U);
  std::string deep = "<rss>";
  for (int i = 0; i < 2000; ++i) deep += "<x>";
  EXPECT_EQ(ReadAs("feed", deep).error, "nested deeper than 1000 elements");
}

TEST(ReaderFeed, OtherXmlIsNone) {
  for (const std::string_view xml :
       {"<nitf><body/></nitf>", "<newsItem/>", "<opml><item/></opml>",
        "<rdf:RDF xmlns:foaf='http://xmlns.com/foaf/0.1/'/>", "<html/>"}) {
    const Detection found = DetectFormat("a.xml", xml);
    EXPECT_NE(found.format, FindFormat("feed")) << xml;
  }
}

}  // namespace
}  // namespace archive
