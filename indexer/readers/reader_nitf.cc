// NITF, the IPTC's News Industry Text Format: one article a file
// (nitf_article.h).
#include <utility>

#include "indexer/readers/article_parts.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/nitf_article.h"
#include "indexer/readers/xml_root.h"
#include "indexer/readers/xml_tree.h"

namespace archive {

int SniffNitf(std::string_view, std::string_view bytes) {
  return RootOfXml(bytes).name == "nitf" ? 95 : 0;
}

Status ReadNitf(const RawFile& file, const ReaderOptions&,
                const ArticleSink& sink) {
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(file.bytes));
  const auto nitf = tree.Find(0, "nitf");
  if (!nitf) {
    sink.rejection({"", "there is no <nitf> in it"});
    return Ok();
  }
  Article article = ReadNitfArticle(tree, *nitf);
  if (SaysNothing(article))
    sink.rejection({"", "neither a headline nor a text"});
  else
    sink.article(std::move(article));
  return Ok();
}

}  // namespace archive
