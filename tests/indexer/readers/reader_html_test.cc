#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

const std::string kText =
    "<p>The two ministries announced on Tuesday that they had agreed on five "
    "lines between their forces, and said that work would begin at once.</p>"
    "<p>A first line was opened in 2008. Officials, who asked not to be named, "
    "said that it had been used less than twice a month since.</p>";

std::string Page(std::string_view head, std::string_view before = "",
                 std::string_view behind = "") {
  return "<!DOCTYPE html><html lang=\"en\"><head>" + std::string(head) +
         "</head><body><h1>Ministries agree on five lines</h1>" +
         std::string(before) + "<div>" + kText + "</div>" +
         std::string(behind) + "</body></html>";
}

Article ReadOne(std::string_view html) {
  const ReadResult result = ReadAs("html", html, "a.html");
  for (const Rejection& rejection : result.rejections)
    ADD_FAILURE() << rejection.reason << ": " << html;
  if (result.articles.size() != 1) return {};
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

std::string DateOf(const Article& article) {
  if (!article.published) return "";
  return ToIsoString(article.published->when) + ' ' +
         std::string(NameOf(article.published->source));
}

TEST(ReaderHtml, TitlesWithoutTheSite) {
  const struct {
    std::string_view head, title;
  } cases[] = {
      {"<title>Ministries agree on five lines | The Courier</title>",
       "Ministries agree on five lines"},
      {"<title>The Courier - Ministries agree on five lines</title>"
       "<meta property=og:site_name content='The Courier'>",
       "Ministries agree on five lines"},
      {"<title>Lines: five agreed</title><meta property=og:title "
       "content='Five lines agreed – The Courier'>"
       "<meta property=og:site_name content='The Courier'>",
       "Five lines agreed"},
      {"<title>South - North agree | World | News</title>",
       "South - North agree"},
      {"", "Ministries agree on five lines"},
  };
  for (const auto& [head, title] : cases)
    EXPECT_EQ(ReadOne(Page(head)).title, title) << head;
}

TEST(ReaderHtml, AHeadlineMayBeginWithTheSitesName) {
  const struct {
    std::string_view site, headline, title;
  } cases[] = {
      {"Time", "Time to act on ports", "Time to act on ports"},
      {"WELT", "Weltweite Proteste", "Weltweite Proteste"},
      {"Courier", "The end", "The end"},
      {"BBC", "BBC News", ""},
      {"The Courier", "Courier", "Courier"},
  };
  for (const auto& [site, headline, title] : cases) {
    const std::string html =
        "<html><head><meta property=og:site_name content='" +
        std::string(site) + "'></head><body><h1>" + std::string(headline) +
        "</h1><div>" + kText + "</div></body></html>";
    EXPECT_EQ(ReadOne(html).title, title) << headline;
  }
}

// Classes say how they look.
TEST(ReaderHtml, ListsAndHeadingsBetweenParagraphsAreText) {
  for (const std::string_view part :
       {"<ul class=wp-block-list><li>Five lines.</ul>",
        "<div><ul data-component=unordered-list-block><li>Five "
        "lines.</ul></div>",
        "<h2 class=section-header>Five lines.</h2>",
        "<p class=text-secondary>Five lines.</p>"}) {
    const Texts texts =
        TextsOf(ReadOne("<html><body><h1>Ministries agree</h1><article>" +
                        kText + std::string(part) + kText + "</article>"));
    EXPECT_EQ(std::count(texts.begin(), texts.end(), "Five lines."), 1) << part;
  }
}

TEST(ReaderHtml, Bylines) {
  const struct {
    std::string_view head, before;
    Texts names;
  } cases[] = {
      {"<meta name=author content='By Jane Doe and John Roe'>",
       "",
       {"Jane Doe", "John Roe"}},
      {"<meta name=author content='admin'>",
       "<p class=byline>By Jane Doe, Staff Writer</p>",
       {"Jane Doe"}},
      {"<meta property=article:author content='https://facebook.com/jane'>",
       "<span class=author>Jane Doe | The Courier</span>",
       {"Jane Doe"}},
      {"", "<a rel=author href=/jane>Jane Doe</a>", {"Jane Doe"}},
      {"<meta name=author content='The Courier'>"
       "<meta property=og:site_name content='The Courier'>",
       "",
       {}},
  };
  for (const auto& [head, before, names] : cases)
    EXPECT_EQ(ReadOne(Page(head, before)).byline, names) << head << before;
}

TEST(ReaderHtml, OnlyTheArticleIsItsText) {
  const Texts text = TextsOf(ReadOne(Page("")));
  ASSERT_EQ(text.size(), 2U);
  const struct {
    std::string_view before, behind;
  } cases[] = {
      {"<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>",
       ""},
      {"<div class=cookie-banner><p>We store cookies on your device, and so do "
       "our partners, to measure our pages.</p></div>",
       ""},
      {"<div class='share-bar'><a href=#>Tweet</a></div>",
       "<div class=newsletter><p>Get our stories in your mail every morning, "
       "and "
       "cancel whenever you like.</p></div>"},
      {"",
       "<div id=comments><p>I have said so here before, and nobody, not one of "
       "you, wanted to listen to me.</p></div>"},
      {"",
       "<h3>Related articles</h3><p><a href=/1>Another story of lines</a></p>"},
      {"", "<p>Advertisement</p><p>Comments (12)</p>"},
      {"",
       "<footer><p>Copyright 2021 The Courier, all rights reserved, and the "
       "terms of use apply to readers.</p></footer>"},
      {"<div style='display: none'><p>A text that is hidden from those who "
       "read, and is there for machines, perhaps.</p></div>",
       ""},
  };
  for (const auto& [before, behind] : cases)
    EXPECT_EQ(TextsOf(ReadOne(Page("", before, behind))), text)
        << before << behind;
}

TEST(ReaderHtml, CaptionsAreApart) {
  const Article article =
      ReadOne("<html><body><h1>Ministries agree</h1><article>" + kText +
              "<figure><img><figcaption>Officers test a line. Photo: Jane "
              "Doe/AFP</figcaption></figure></article></body></html>");
  EXPECT_EQ(TextsOf(article).size(), 2U);
  EXPECT_EQ(TextsOf(article, BlockKind::kCaption),
            Texts{"Officers test a line."});
}

TEST(ReaderHtml, WhatThePageSaysOfItself) {
  const Article article = ReadOne(Page(
      "<link rel=canonical href=/2021/lines><meta property=og:url "
      "content=https://courier.example/2021/lines?x>"
      "<meta property=og:site_name content='The Courier'>"
      "<meta property=article:section content=World>"
      "<meta property=article:tag content=military><meta property=article:tag "
      "content='hot line'><meta property=og:locale content=en_US>"));
  EXPECT_EQ(article.url, "https://courier.example/2021/lines");
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.section, "World");
  EXPECT_EQ(article.keywords, (Texts{"military", "hot line"}));
  EXPECT_EQ(article.language, "en");
}

TEST(ReaderHtml, DatesAndWhereTheyAreFrom) {
  const struct {
    std::string_view head, before, date;
  } cases[] = {
      {"<script type=application/ld+json>{\"@type\": \"NewsArticle\", "
       "\"datePublished\": \"2021-03-02T09:00:00+09:00\"}</script>",
       "", "2021-03-02T09:00:00+09:00 json-ld"},
      {"<meta property=article:published_time content=2021-03-02>", "",
       "2021-03-02 meta"},
      {"", "<span itemprop=datePublished>2 March 2021</span>",
       "2021-03-02 microdata"},
      {"", "<time datetime=2021-03-02T10:00>March 2</time>",
       "2021-03-02T10:00:00 time"},
      {"<link rel=canonical href=https://a.example/2021/03/02/lines>", "",
       "2021-03-02 url"},
      {"", "<p>Published: March 2, 2021</p>", "2021-03-02 text"},
      {"", "<dl><dt>Datum</dt><dd>02.03.2021</dd></dl>", "2021-03-02 text"},
      {"", "<p class=label>Mise en ligne</p><p>2 mars 2021</p>",
       "2021-03-02 text"},
      {"<meta name=acme:publish_date content=1614675600>", "",
       "2021-03-02T09:00:00Z meta"},
      {"<meta property=og:video:release_date content=2021-03-02>", "", ""},
      // The class is that of the part of the line that holds the date.
      {"<meta name=date content=2021-02-01>",
       "<div>The Courier <span class=date>2 March 2021</span></div>",
       "2021-03-02 text"},
      {"", "<p>ПОДРОБНО. ОПУБЛИКОВАНО: 02.03.2021</p>", "2021-03-02 text"},
      // The only day that the page shows beside its headline.
      {"", "<p>Stand: 02.03.2021</p>", "2021-03-02 text"},
      {"", "<p>Last updated: March 2, 2021</p>", "2021-03-02 text"},
      {"", "<p>LETZTE ÄNDERUNG: 02.03.2021. Erschienen 01.03.2021</p>",
       "2021-03-01 text"},
      // No date is better than a false one.
      {"", "", ""},
      {"<meta property=article:modified_time content=2021-03-02>", "", ""},
      {"", "<figure><figcaption>The line on 2 March 2021</figcaption></figure>",
       ""},
      {"", "<p>The line is opened (Photo: A. Smith, 2 March 2021).</p>", ""},
      {"", "<p>Registriert: 02.03.2021</p>", ""},
      {"", "<p>Copyright 2 March 2021</p>", ""},
      // Of a post that is shown in the text, of what a link leads to, of what
      // the text tells.
      {"",
       "<blockquote class=instagram-media>A post on <time "
       "datetime=2021-03-02>2 March 2021</time></blockquote>",
       ""},
      {"",
       "<a href=/other><small><time datetime=2021-03-02>March 2, 2021</time>"
       "</small> Swing states see no sense in it</a>",
       ""},
      {"", "<a href=/lines><time datetime=2021-03-02>2 March</time></a>",
       "2021-03-02 time"},
      {"", "<p>The lines will be open from 2 March 2021 on.</p>", ""},
      {"", "<p>Die Leitungen im Norden werden ab 2. März 2021 offen sein.</p>",
       ""},
      {"", "<p>Jane Doe on March 2, 2021</p>", "2021-03-02 text"},
      {"", "<div class=related><time datetime=2021-03-02>2 March</time></div>",
       ""},
      {"", "<div class=comments><p>Published March 2, 2021</p></div>", ""},
  };
  for (const auto& [head, before, date] : cases)
    EXPECT_EQ(DateOf(ReadOne(Page(head, before))), date) << head << before;
}

TEST(ReaderHtml, DatesAfterTheText) {
  const struct {
    std::string_view behind, date;
  } cases[] = {
      {"<div class=post-footer>Dieser Artikel wurde am 2. März 2021 um 14:48 "
       "von Anna Schmidt veröffentlicht und in Netze einsortiert.</div>",
       "2021-03-02 text"},
      {"<div class=footer>Dieser Artikel wurde am 2. März 2021 von Anna "
       "Schmidt veröffentlicht.</div>",
       ""},
      {"<footer>Last updated: March 2, 2021</footer>", ""},
  };
  std::string comments = "<div class=comments>";
  for (int i = 0; i < 50; ++i) comments += "<p>Well said</p>";
  comments += "</div>";
  for (const auto& [behind, date] : cases) {
    const std::string page = Page("", "", comments + std::string(behind));
    EXPECT_EQ(DateOf(ReadOne(page)), date) << behind;
  }
}

TEST(ReaderHtml, ADayAboveTheHeadlineIsOfTheArticleInItsBox) {
  const std::string story = "<h1>Ministries agree on five lines</h1>" + kText;
  EXPECT_EQ(DateOf(ReadOne("<html><body><p>5 March 2021</p><p>News</p>"
                           "<p>Weather</p><p>Traffic</p><div><div><span>2 "
                           "March 2021</span><ul><li>Print</li><li>Listen"
                           "</li><li>Text size</li></ul></div>" +
                           story + "</div></body></html>")),
            "2021-03-02 text");
}

TEST(ReaderHtml, ConflictsAreKept) {
  const Article article =
      ReadOne(Page("<meta property=article:published_time content=2021-03-02>"
                   "<meta property=article:modified_time content=2021-03-09>",
                   "<p class=date>March 5, 2021</p>"));
  EXPECT_EQ(DateOf(article), "2021-03-02 meta");
  ASSERT_EQ(article.other_dates.size(), 1U);
  EXPECT_EQ(ToIsoString(article.other_dates[0].when), "2021-03-05");
  EXPECT_EQ(article.other_dates[0].where, "line marked as a date");
  ASSERT_TRUE(article.modified);
  EXPECT_EQ(ToIsoString(*article.modified), "2021-03-09");
}

TEST(ReaderHtml, Charsets) {
  const struct {
    std::string_view head, bytes, shown;
  } cases[] = {
      {"<meta charset=utf-8>", "Z\xC3\xBCrich", "Zürich"},
      {"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>",
       "Z\xFCrich \x84", "Zürich „"},
      {"<meta charset='windows-1251'>", "\xCC\xE8\xF0", "Мир"},
      {"<meta charset=gb2312>", "\xD6\xD0\xB9\xFA", "中国"},
      {"<meta charset=Shift_JIS>", "\x93\xFA\x96\x7B", "日本"},
      {"<meta charset=euc-kr>", "\xC7\xD1\xB1\xB9", "한국"},
      {"<script charset=utf-8></script><meta charset=windows-1250>", "\xE8",
       "č"},
      {"<meta charset=utf-16>", "Z\xC3\xBCrich", "Zürich"},
      {"<meta charset=nonsense>", "Z\xC3\xBCrich", "Zürich"},
  };
  for (const auto& [head, bytes, shown] : cases) {
    const std::string page = "<html><head>" + std::string(head) + "<title>" +
                             std::string(bytes) + "</title></head><body>" +
                             kText + "</body></html>";
    EXPECT_EQ(ReadOne(page).title, shown) << head;
  }
}

TEST(ReaderHtml, PagesThatAreNoArticle) {
  std::string teasers;
  for (int i = 0; i < 8; ++i)
    teasers +=
        "<div><h2><a href=/" + std::to_string(i) +
        ">Another story of the day</a></h2><p>Nobody expects it.</p></div>";
  const auto story = [](std::string_view name) {
    return "<article><h2><a href=/x>" + std::string(name) + "</a></h2>" +
           kText + "</article>";
  };
  std::string hentries;
  for (int i = 0; i < 3; ++i)
    hentries += "<div class='post hentry'><a href=/x><h3>A day</h3></a>" +
                kText + "</div>";
  const struct {
    std::string html, reason;
  } cases[] = {
      {"<html><title>Courier</title><body>" + story("One") + story("Two") +
           story("Three"),
       "a page of several articles"},
      {"<html><title>Courier</title><body>" + hentries,
       "a page of several articles"},
      {"<html><title>Courier</title><body>" + teasers,
       "a page of several articles"},
      // As plugins for search engines write them.
      {"<html><title>Courier</title><meta property=og:type content=article>"
       "<body class='archive category'>" +
           teasers,
       "a page of several articles"},
      {"<html><title>Login</title><body><p>Please log in.</p>",
       "there is no article on the page"},
      {"<html></html>", "there is no text in it"},
      {"<html>" +
           [] {
             std::string deep;
             for (int i = 0; i < 10000; ++i) deep += "<div>";
             return deep;
           }(),
       "nested deeper than 2000 elements"},
  };
  for (const auto& [html, reason] : cases) {
    const ReadResult result = ReadAs("html", html, "a.html");
    EXPECT_TRUE(result.articles.empty());
    ASSERT_EQ(result.rejections.size(), 1U) << reason;
    EXPECT_EQ(result.rejections[0].reason, reason);
  }
}

TEST(ReaderHtml, ArticlesBesideOneDoNotMakeItSeveral) {
  const std::string teaser =
      "<article><h3><a href=/y>Another story of the day</a></h3><p>Nobody "
      "expects it.</p></article>";
  const std::string story =
      "<article><h2><a href=/x>Ministries agree</a></h2>" + kText +
      "</article>";
  std::string long_text;
  for (int i = 0; i < 4; ++i) long_text += kText;
  EXPECT_EQ(ReadOne(Page("", "<article>" + kText + "</article>",
                         teaser + teaser + teaser))
                .title,
            "Ministries agree on five lines");
  // The one with most of the text is the article.
  ReadOne("<html><body><article><h1><a href=/z>Five lines</a></h1>" +
          long_text + long_text + "</article>" + story + story);
  // What says that it is one is one, with pictures alone, too.
  ReadOne(
      "<html><head><title>Lines</title></head><body class='post-7 "
      "single-post'><h1>Five lines</h1><img src=a.jpg>");
  ReadOne("<html><head><meta property=og:type content=Article></head><body>" +
          story + story + story);
}

// A page that is filled in by a script still tells its text to machines.
TEST(ReaderHtml, TheToldBodyStandsIn) {
  std::string body;
  for (int i = 0; i < 80; ++i) body += "word" + std::to_string(i) + ' ';
  const Article article = ReadOne(
      "<html><title>Five lines agreed</title><script "
      "type=application/ld+json>{\"@type\": \"Article\", \"headline\": "
      "\"Five lines agreed\", \"articleBody\": \"" +
      body + "\"}</script><body><div id=root></div>");
  ASSERT_EQ(TextsOf(article).size(), 1U);
  EXPECT_TRUE(TextsOf(article)[0].starts_with("word0 word1 "));
}

}  // namespace
}  // namespace archive
