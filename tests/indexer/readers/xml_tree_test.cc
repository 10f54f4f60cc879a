#include "indexer/readers/xml_tree.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/readers/xml_blocks.h"
#include "indexer/readers/xml_root.h"

namespace archive {
namespace {

using namespace std::string_literals;

// The tree in one line: (name @attribute=value "text" …).
std::string Shown(const std::string& bytes) {
  const Result<XmlTree> tree = XmlTree::Parse(bytes);
  if (!tree) return tree.error().message;
  std::string shown;
  std::vector<std::size_t> open;
  for (std::size_t i = 1; i <= tree->size(); ++i) {
    while (!open.empty() && (*tree)[open.back()].end <= i) {
      shown += ')';
      open.pop_back();
    }
    if (i == tree->size()) break;
    const XmlNode& node = (*tree)[i];
    if (node.IsText()) {
      shown += " \"" + std::string(node.text) + '"';
      continue;
    }
    shown += '(' + std::string(node.name);
    for (const XmlAttribute& attribute : tree->AttributesOf(i))
      shown += " @" + std::string(attribute.name) + '=' +
               std::string(attribute.value);
    open.push_back(i);
  }
  return shown;
}

TEST(XmlTree, ReadsWhatPublishersSend) {
  const struct {
    std::string xml, tree;
  } cases[] = {
      {"<a x='1'>t<b/>u</a>", "(a @x=1 \"t\"(b) \"u\")"},
      {"<A X=\"1\">T</A>", "(a @x=1 \"T\")"},
      {"<?xml version='1.0'?><!-- c --><a>x<!-- <b> -->y</a>", "(a \"xy\")"},
      {"<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</a>", "(a \"<&>\"'AB\")"},
      // Entities of HTML, of nobody, and no entities.
      {"<a>caf&eacute; &mdash; &hellip;</a>", "(a \"café — …\")"},
      {"<a>x&nbsp;y</a>", "(a \"x y\")"},
      {"<a>&#145;x&#146;</a>", "(a \"‘x’\")"},
      {"<a>&lol; AT&T & ;</a>", "(a \"&lol; AT&T & ;\")"},
      {"<a b='?x=1&y=2'/>", "(a @b=?x=1&y=2)"},
      {"<a><![CDATA[<b>&amp;</b>]]></a>", "(a \"<b>&amp;</b>\")"},
      {"<a><![CDATA[cut", "(a \"cut\")"},
      // Tags that do not fit.
      {"<a><b>x</a><c/>", "(a(b \"x\"))(c)"},
      {"<a>x</b>y</a>", "(a \"xy\")"},
      {"<a>1 < 2</a>", "(a \"1 < 2\")"},
      {"<a><b>x", "(a(b \"x\"))"},
      {"<a>x</a", "(a \"x\")"},
      {"<a>x<b", "(a \"x\")"},
      {"<a b=c d e='f>g</a>", "(a @b=c @d= @e=f \"g\")"},
      {"<a b='x' b='y'/>", "(a @b=x @b=y)"},
      {"text", " \"text\""},
      {"", ""},
      // Vocabularies.
      {"<x:a xmlns:x='http://purl.org/dc/elements/1.1/'><x:b/></x:a>",
       "(dc:a @xmlns:x=http://purl.org/dc/elements/1.1/(dc:b))"},
      {"<dc:a/>", "(dc:a)"},
      {"<a><b xmlns='http://www.w3.org/2005/Atom'/><c/></a>",
       "(a(atom:b @xmlns=http://www.w3.org/2005/Atom)(c))"},
      {"<a><b xmlns:p='http://purl.org/dc/terms/'><p:c/></b><p:c/></a>",
       "(a(b @xmlns:p=http://purl.org/dc/terms/(dcterms:c))(p:c))"},
  };
  for (const auto& [xml, tree] : cases) EXPECT_EQ(Shown(xml), tree) << xml;
}

TEST(XmlTree, CharsetsAreTheDeclaredOnes) {
  const struct {
    std::string xml, text;
  } cases[] = {
      {"<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\xE9</a>", "café"},
      {"<?xml version='1.0' encoding=\"windows-1251\"?><a>\xCC\xE8\xF0</a>",
       "Мир"},
      {"<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xFA\x96\x7B</a>",
       "日本"},
      {"\xEF\xBB\xBF<a>café</a>", "café"},
      {"\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0"s, "é"},
      {"\xFE\xFF\0<\0a\0>\0\xE9\0<\0/\0a\0>"s, "é"},
      // What is UTF-8 is UTF-8, whatever it says.
      {"<?xml version='1.0' encoding='ISO-8859-1'?><a>café</a>", "café"},
      // Of a page inside it means nothing here.
      {"<?xml version='1.0' encoding='windows-1251'?><a>"
       "<![CDATA[<meta charset='koi8-r'>]]>\xCC</a>",
       "<meta charset='koi8-r'>М"},
  };
  for (const auto& [xml, text] : cases) {
    const Result<XmlTree> tree = XmlTree::Parse(xml);
    ASSERT_TRUE(tree) << xml;
    EXPECT_EQ(tree->TextAlong(0, {"a"}), text) << xml;
  }
}

TEST(XmlTree, DocumentTypesAreNeitherFetchedNorExpanded) {
  std::string laughs = "<!DOCTYPE a [<!ENTITY l0 \"lol\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&l" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY l" + std::to_string(i) + " \"" + before + before +
              before + "\">";
  }
  laughs += "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&l29;&x;</a>";
  EXPECT_EQ(Shown(laughs), "(a \"&l29;&x;\")");
  EXPECT_EQ(Shown("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>"),
            "(a)");
  EXPECT_EQ(Shown("<!DOCTYPE a [<!ENTITY b \"]>\">]><a/>"), "(a)");
}

std::string Repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(XmlTree, LimitsAreNamed) {
  EXPECT_EQ(Shown(Repeated("<a>", 10000)), "nested deeper than 1000 elements");
  EXPECT_EQ(Shown("<a" + Repeated(" x='1'", 2000) + "/>"),
            "a tag has more than 1000 attributes");
  EXPECT_EQ(Shown(Repeated("<a/>", 1'000'001)), "more than 1000000 elements");
  EXPECT_EQ(Shown(std::string((std::size_t{64} << 20) + 1, 'x')),
            "longer than 64 MiB of XML");
  // End tags that fit nothing are not looked for again and again.
  EXPECT_EQ(
      Shown(Repeated("<a>", 900) + Repeated("</b>", 1'000'000)).substr(0, 6),
      "(a(a(a");
}

TEST(XmlTree, KnowsWhereElementsStand) {
  const std::string xml = "\xEF\xBB\xBF<a>é<b>x</b>\r\n<b>y</b></a>";
  const Result<XmlTree> tree = XmlTree::Parse(xml);
  ASSERT_TRUE(tree);
  const std::vector<std::size_t> found = tree->Descendants(0, "b");
  ASSERT_EQ(found.size(), 2U);
  const Span& span = (*tree)[found[1]].bytes;
  EXPECT_EQ(xml.substr(span.begin, span.end - span.begin), "<b>y</b>");
}

TEST(XmlTree, MarkupIsHtml) {
  const Result<XmlTree> tree = XmlTree::Parse(
      "<c><x:p xmlns:x='http://www.w3.org/1999/xhtml' id='1'>a &lt; b<x:br/>c"
      "</x:p></c>");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->MarkupOf(1),
            "<p xmlns:x=\"http://www.w3.org/1999/xhtml\" id=\"1\">a &lt; b<br>c"
            "</p>");
}

TEST(XmlRoot, IsTheFirstElement) {
  const struct {
    std::string xml, name;
  } cases[] = {
      {"<rss version='2.0'>", "rss"},
      {"\xEF\xBB\xBF \n<?xml version='1.0'?><!-- <a> --><!DOCTYPE n [<!ENTITY "
       "x "
       "'y'>]><x:RSS/>",
       "rss"},
      {"<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf>",
       "nitf"},
      {"\xFF\xFE<\0a\0>\0"s, "a"},
      {"text <a>", ""},
      {"<?xml", ""},
      {"<", ""},
      {"", ""},
  };
  for (const auto& [xml, name] : cases)
    EXPECT_EQ(RootOfXml(xml).name, name) << xml;
}

TEST(XmlBlocks, AreParagraphsCaptionsAndCredits) {
  const Result<XmlTree> tree = XmlTree::Parse(
      "<body>loose <b>text</b><p>One<br/>two<br/><br/>three</p>"
      "<media><media-reference>x.jpg</media-reference><media-caption><p>A "
      "wall</p></media-caption><media-producer>Jane "
      "Doe</media-producer></media>"
      "<ul><li>item <i>one</i></li></ul><style>hidden</style>tail</body>");
  ASSERT_TRUE(tree);
  const std::vector<Block> wanted = {{BlockKind::kParagraph, "loose text"},
                                     {BlockKind::kParagraph, "One two"},
                                     {BlockKind::kParagraph, "three"},
                                     {BlockKind::kCaption, "A wall"},
                                     {BlockKind::kCredit, "Jane Doe"},
                                     {BlockKind::kParagraph, "item one"},
                                     {BlockKind::kParagraph, "tail"}};
  EXPECT_EQ(BlocksOfXml(*tree, 1), wanted);
}

}  // namespace
}  // namespace archive
