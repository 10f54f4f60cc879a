// Reuters Corpus Volume 1: the wire of 1996 and 1997 in XML, one article a
// file (D. D. Lewis and others, "RCV1: A New Benchmark Collection", 2004).
//
//   <newsitem itemid="…" date="1996-08-20" xml:lang="en"> <title> <headline>
//   <byline> <dateline> <text> <p> … <metadata> <codes class="bip:topics:1.0">
//   <code code="C15"/> … <dc element="dc.source" value="Reuters"/>
//
// The files give codes without names, and so they are kept: topics and
// industries among the topics, countries among the places.
#include <array>
#include <utility>

#include "common/dates/timestamp.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/xml_blocks.h"
#include "indexer/readers/xml_root.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

void AddCodes(const XmlTree& tree, std::size_t item, Article& article) {
  for (const std::size_t codes : tree.Descendants(item, "codes")) {
    const std::string kind = tree.AttributeOf(codes, "class");
    for (const std::size_t code : tree.ChildrenOf(codes, "code")) {
      std::string name = tree.AttributeOf(code, "name");
      if (name.empty()) name = tree.AttributeOf(code, "code");
      AddValue(std::move(name), kind.find("countries") != std::string::npos
                                    ? article.places
                                    : article.topics);
    }
  }
}

std::string ElementOf(const XmlTree& tree, std::size_t item,
                      std::string_view name) {
  for (const std::size_t row : tree.Descendants(item, "dc")) {
    if (tree.AttributeOf(row, "element") == name)
      return tree.AttributeOf(row, "value");
  }
  return {};
}

// "MEXICO: Peso rises." is the headline with the country in front.
std::string TitleOf(const XmlTree& tree, std::size_t item) {
  std::string title = tree.TextAlong(item, {"headline"});
  return title.empty() ? tree.TextAlong(item, {"title"}) : title;
}

Article ReadItem(const XmlTree& tree, std::size_t item) {
  Article article;
  article.bytes = tree[item].bytes;
  article.uid = tree.AttributeOf(item, "itemid");
  article.title = TitleOf(tree, item);
  article.language = LanguageTag(tree.AttributeOf(item, "xml:lang"));
  article.dateline = tree.TextAlong(item, {"dateline"});
  article.byline = NamesOfByline(tree.TextAlong(item, {"byline"}));
  article.agency = ElementOf(tree, item, "dc.source");
  article.source = ElementOf(tree, item, "dc.publisher");
  for (const std::string& date : {tree.AttributeOf(item, "date"),
                                  ElementOf(tree, item, "dc.date.published")}) {
    const auto when = ParseTimestamp(date);
    if (!when) continue;
    if (!article.published)
      article.published = {*when, DateSource::kMetadata, 1.0};
    else if (when->date != article.published->when.date)
      article.other_dates.push_back({*when, "dc.date.published"});
  }
  if (const auto text = tree.Along(item, {"text"}))
    article.blocks = BlocksOfXml(tree, *text);
  AddCodes(tree, item, article);
  SetFirstLine(article);
  return article;
}

}  // namespace

int SniffRcv1(std::string_view, std::string_view bytes) {
  const XmlRoot root = RootOfXml(bytes);
  return root.name == "newsitem" && root.tag.find("itemid") != std::string::npos
             ? 95
             : 0;
}

Status ReadRcv1(const RawFile& file, const ReaderOptions&,
                const ArticleSink& sink) {
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(file.bytes));
  const auto item = tree.Find(0, "newsitem");
  Article article = item ? ReadItem(tree, *item) : Article();
  if (SaysNothing(article))
    sink.rejection({"", "neither a headline nor a text"});
  else
    sink.article(std::move(article));
  return Ok();
}

}  // namespace archive
