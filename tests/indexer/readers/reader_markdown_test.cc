#include <chrono>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

Article ReadOne(std::string_view bytes, std::string_view path = "a.md") {
  const ReadResult result = ReadAs("markdown", bytes, path);
  EXPECT_EQ(result.articles.size(), 1U) << bytes;
  if (result.articles.empty()) return {};
  ExpectClean(result.articles[0]);
  return result.articles[0];
}

std::string DateOf(const Article& article) {
  return article.published ? ToIsoString(article.published->when) : "none";
}

TEST(ReaderMarkdown, FrontMatterInYaml) {
  const Article article = ReadOne(
      "---\n"
      "title: \"Wall: it falls\"\n"
      "author:\n  name: Jane Doe\n  email: j@example.org\n"
      "date: 1989-11-09 23:30:00 +0100\n"
      "lastmod: 1989-11-10\n"
      "tags: [wall, 'Berlin, East']\n"
      "categories:\n- World\n- Europe\n"
      "language: en\n"
      "description: Of a wall.\n"
      "image: {title: Not the title, url: a.jpg}\n"
      "permalink: /1989/wall/\n"
      "id: 7\n"
      "---\n"
      "It *fell*.\n");
  EXPECT_EQ(article.title, "Wall: it falls");
  EXPECT_EQ(article.byline, Texts{"Jane Doe"});
  EXPECT_EQ(DateOf(article), "1989-11-09T23:30:00+01:00");
  ASSERT_TRUE(article.modified);
  EXPECT_EQ(ToIsoString(*article.modified), "1989-11-10");
  EXPECT_EQ(article.keywords,
            (Texts{"wall", "Berlin, East", "World", "Europe"}));
  EXPECT_EQ(article.section, "World");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.url, "/1989/wall/");
  EXPECT_EQ(article.uid, "7");
  EXPECT_EQ(article.status, Usability::kUsable);
  EXPECT_EQ(TextsOf(article), Texts{"It fell."});
}

TEST(ReaderMarkdown, FrontMatterInToml) {
  const Article article = ReadOne(
      "+++\n"
      "title = 'Wall falls' # theirs\n"
      "date = 1989-11-09T23:30:00+01:00\n"
      "draft = true\n"
      "authors = [\n  \"Jane Doe\",\n  \"John Roe\",\n]\n"
      "subtitle = \"\"\"x\ny\"\"\"\nurl = \"a\\u00e9\"\n"
      "this is wrong = [\n"
      "[taxonomies]\ntags = ['a', 'b']\n[params]\nlang = 'de'\n"
      "[cover]\ntitle = 'None'\n"
      "+++\n"
      "It fell.\n");
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(DateOf(article), "1989-11-09T23:30:00+01:00");
  EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.keywords, (Texts{"a", "b"}));
  EXPECT_EQ(article.url, "a\xC3\xA9");
  EXPECT_EQ(article.language, "de");
  EXPECT_EQ(article.status, Usability::kWithheld);
}

TEST(ReaderMarkdown, Heads) {
  const struct {
    std::string_view bytes;
    std::string_view path;
    std::string title, date;
    Texts texts;
  } cases[] = {
      {"# Wall falls\n\nBy Jane Doe\n\nIt fell.",
       "a.md",
       "Wall falls",
       "none",
       {"It fell."}},
      {"Wall falls\n==========\nIt fell.",
       "1989-11-09-wall.md",
       "Wall falls",
       "1989-11-09",
       {"It fell."}},
      // What is no YAML is read line by line.
      {"---\ntitle: Rome: a fall\ndate: 1989-11-09\n---\nx",
       "a.md",
       "Rome: a fall",
       "1989-11-09",
       {"x"}},
      {"---\ntitle: T\n...\nx", "a.md", "T", "none", {"x"}},
      {"\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\nx\r\n",
       "a.md",
       "T",
       "none",
       {"x"}},
      // Pelican's.
      {"Title: T\nDate: 1989-11-09 10:20\nTags: a, b\n\nx",
       "a.md",
       "T",
       "1989-11-09T10:20:00",
       {"x"}},
      {"Title: T\n\nx", "a.md", "", "none", {"Title: T", "x"}},
      // A line between two parts is no front matter.
      {"---\n\nx\n", "a.md", "", "none", {"x"}},
      {"---\ntitle: T\n---\n# T\n\nx", "a.md", "T", "none", {"x"}},
      {"---\ntitle: T\n---\n# U\n\nx", "a.md", "T", "none", {"U", "x"}},
      {"---\ntitle: T\ndescription: D\n---\n", "a.md", "T", "none", {"D"}},
      {"---\ndate: 2021-03-02\n---\nx", "a.md", "", "2021-03-02", {"x"}},
      {"---\ntitle: &a T\ndescription: *a\n---\nx", "a.md", "T", "none", {"x"}},
  };
  for (const auto& row : cases) {
    const Article article = ReadOne(row.bytes, row.path);
    EXPECT_EQ(article.title, row.title) << row.bytes;
    EXPECT_EQ(DateOf(article), row.date) << row.bytes;
    EXPECT_EQ(TextsOf(article), row.texts) << row.bytes;
  }
  EXPECT_EQ(ReadOne("# W\n\nBy Jane Doe\n\nIt fell.").byline,
            Texts{"Jane Doe"});
}

TEST(ReaderMarkdown, TextWithoutMarks) {
  const struct {
    std::string_view markdown;
    Texts texts, captions;
  } cases[] = {
      {"a **b** _c_ `d` [e](http://x) <http://y.z>\nf\\\ng &amp; \\*h\\*",
       {"a b c d e http://y.z f g & *h*"},
       {}},
      {"- a\n- b\n  - c\n", {"a", "b", "c"}, {}},
      {"> a\n> b\n\n***\n\nc", {"a b", "c"}, {}},
      {"a\n\n```js\nlet x = {{ y }};\n```\n", {"a", "let x = {{ y }};"}, {}},
      {"a\n\n![b *c*](d.png)\n\n![b](d.png \"e\")", {"a"}, {"b c", "e"}},
      {"a {{< ref \"x\" >}}b {% if y %}c{% endif %}{{ z }} d\n{: .lead}",
       {"a b c d"},
       {}},
      {"a\n\n{{< figure src=\"b.png\" caption=\"c & d\" >}}", {"a"}, {"c & d"}},
      {"a[^1] ~~b~~\n\n[^1]: c", {"a b", "c"}, {}},
      {"| a | b |\n|---|---|\n| c | d |\n", {"a b", "c d"}, {}},
      {"a <b>b</b>\n\n<div>c</div>\n\n<!-- d -->\n", {"a b", "c"}, {}},
      {"## a {#b}\n\nc", {"c"}, {}},
      {"[a]\n\n[a]: http://b \"c\"\n", {"a"}, {}},
  };
  for (const auto& [markdown, texts, captions] : cases) {
    const Article article = ReadOne(markdown);
    EXPECT_EQ(TextsOf(article), texts) << markdown;
    EXPECT_EQ(TextsOf(article, BlockKind::kCaption), captions) << markdown;
  }
}

TEST(ReaderMarkdown, WithoutText) {
  for (const std::string_view bytes :
       {"---\nlayout: page\n---\n", "{{< x >}}\n", "---\n---\n"}) {
    const ReadResult result = ReadAs("markdown", bytes);
    EXPECT_TRUE(result.articles.empty()) << bytes;
    EXPECT_EQ(result.rejections.size(), 1U) << bytes;
  }
}

std::string Repeated(std::string_view part, std::size_t size) {
  std::string text;
  while (text.size() < size) text += part;
  return text;
}

TEST(ReaderMarkdown, BombsEndInTime) {
  constexpr std::size_t kSize = std::size_t{400} << 10;
  std::string laughs = "---\na: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    laughs += std::string(1, c) + ": &" + c + " [" +
              Repeated("*" + before + ",", 20) + "]\n";
  }
  const std::string bombs[] = {
      laughs + "title: T\n---\nx",
      "---\ntitle: T\na: " + std::string(200'000, '[') + "\n---\nx",
      "---\ntitle: T\n" + Repeated("- - - -", 200'000) + "\n---\nx",
      "---\n" + Repeated("? ", 200'000) + "\n---\nx",
      "+++\ntitle = 'T'\na = " + std::string(200'000, '[') + "\n+++\nx",
      "+++\n" + Repeated("[a.b.c.d]\n", 200'000) + "\n+++\nx",
      "x " + std::string(kSize, '['),
      "x " + std::string(kSize, '>'),
      "x " + Repeated("[a](", kSize),
      "x " + Repeated("![", kSize),
      "x " + Repeated("*a_ ", kSize),
      "x " + Repeated("<!A ", kSize),
      "x " + Repeated("<?", kSize),
      "x " + Repeated("{{", kSize),
      "x\n" + Repeated("[a]: b\n", kSize),
      Repeated("> ", kSize) + "x",
      Repeated("- ", 20000) + "x",
      "x " + Repeated("`a``", kSize),
      "x " + Repeated("&a", kSize),
      std::string(3 << 20, 'a'),
  };
  for (const std::string& bomb : bombs) {
    const auto begin = std::chrono::steady_clock::now();
    const ReadResult result = ReadAs("markdown", bomb);
    EXPECT_EQ(result.articles.size() + result.rejections.size(), 1U);
    const std::chrono::duration<double> taken =
        std::chrono::steady_clock::now() - begin;
    EXPECT_LT(taken.count(), 20) << bomb.substr(0, 40);
    if (taken.count() > 1)
      std::cerr << bomb.substr(0, 20) << ": " << taken.count() << " s\n";
  }
}

TEST(ReaderMarkdown, WhateverTheBytesItEnds) {
  std::mt19937 random(11);
  const std::string_view alphabet = "-+:[]{}()<>!*_`#|~^ \n\n\"'\\&ab1\xC3\xA9";
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = round % 3 == 0   ? "---\n"
                        : round % 3 == 1 ? "+++\n"
                                         : "";
    for (int i = 0; i < 200; ++i) bytes += alphabet[random() % alphabet.size()];
    if (round % 3 != 2) bytes.insert(100, "\n" + bytes.substr(0, 4));
    for (const Article& article : ReadAs("markdown", bytes).articles)
      ExpectClean(article);
  }
}

}  // namespace
}  // namespace archive
