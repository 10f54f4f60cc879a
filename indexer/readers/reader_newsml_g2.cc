// NewsML-G2: items alone, and messages that are opened to their items
// (newsml_item.h).
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/article_parts.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/newsml_item.h"
#include "indexer/readers/xml_root.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

void ReadItem(const XmlTree& tree, std::size_t item, std::size_t number,
              const ArticleSink& sink) {
  std::variant<Article, Rejection> read = ReadNewsMLItem(tree, item);
  if (auto* const article = std::get_if<Article>(&read))
    return sink.article(std::move(*article));
  Rejection rejection = std::get<Rejection>(std::move(read));
  rejection.where = fmt::format("item {}", number);
  const std::string guid = tree.AttributeOf(item, "guid");
  if (!guid.empty()) rejection.where += ", " + guid;
  sink.rejection(std::move(rejection));
}

// A message's body that was cut out of its item.
void ReadLooseContent(const XmlTree& tree, const ArticleSink& sink) {
  if (const auto content = tree.Find(0, "contentset")) {
    Article article = ReadNewsMLContent(tree, *content);
    article.bytes = tree[*content].bytes;
    SetFirstLine(article);
    if (!SaysNothing(article)) return sink.article(std::move(article));
  }
  sink.rejection({"", "NewsML without an item", RejectionKind::kNoArticle});
}

}  // namespace

int SniffNewsMLG2(std::string_view, std::string_view bytes) {
  const XmlRoot root = RootOfXml(bytes);
  if (root.name == "contentset") return 60;
  if (root.name != "newsmessage" && !IsNewsMLItem(root.name)) return 0;
  // Reuters' collection of 1996 calls its articles <newsitem>, too.
  const bool is_g2 = root.tag.find("iptc.org") != std::string::npos ||
                     root.tag.find("guid") != std::string::npos ||
                     root.tag.find("newsml-g2") != std::string::npos ||
                     root.name != "newsitem";
  return is_g2 ? 95 : 0;
}

Status ReadNewsMLG2(const RawFile& file, const ReaderOptions&,
                    const ArticleSink& sink) {
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(file.bytes));
  std::size_t number = 0;
  for (std::size_t i = 1; i < tree.size();) {
    if (!IsNewsMLItem(tree[i].name)) {
      ++i;
      continue;
    }
    ReadItem(tree, i, ++number, sink);
    i = tree[i].end;
  }
  if (number == 0) ReadLooseContent(tree, sink);
  return Ok();
}

}  // namespace archive
