// Feeds in XML: RSS 0.9 to 2.0, RSS 1.0 in RDF, Atom 0.3 and 1.0, CDF.  Each
// item is an article.
//
// https://www.rssboard.org/rss-specification, RFC 4287,
// https://web.resource.org/rss/1.0/, and the modules that publishers use:
// Dublin Core, content, Media RSS, iTunes, PRISM.  What an element means stands
// in feed_elements.cc; where an item has several of a kind the lowest rank that
// says something is it.
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/article_parts.h"
#include "indexer/readers/blog_export.h"
#include "indexer/readers/feed_elements.h"
#include "indexer/readers/feed_item.h"
#include "indexer/readers/feed_text.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/web_address.h"
#include "indexer/readers/xml_root.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

// The element that holds what the feed says of itself.
std::size_t ChannelElement(const XmlTree& tree) {
  const std::vector<std::size_t> outermost = tree.ChildrenOf(0);
  if (outermost.empty()) return 0;
  const auto channel = tree.Along(outermost.front(), {"channel"});
  return channel.value_or(outermost.front());
}

FeedChannel ReadChannel(const XmlTree& tree) {
  FeedChannel channel;
  const std::size_t element = ChannelElement(tree);
  channel.address = tree.AttributeOf(element, "href");  // of CDF
  for (const std::size_t child : tree.ChildrenOf(element)) {
    const std::string_view name = WithoutAtom(tree[child].name);
    if (name == "title" && channel.title.empty())
      channel.title = FeedLine(tree, child);
    if (name == "language" || name == "dc:language")
      channel.language = LanguageTag(tree.TextOf(child));
    if (name == "author" && tree[element].name == "atom:feed")
      AddFeedAuthors(tree, child, channel.authors);
    if (name != "link") continue;
    std::string address = tree.AttributeOf(child, "href");
    if (address.empty()) address = tree.TextOf(child);
    if (IsAbsoluteAddress(address) && IsAddressOfArticle(tree, child) &&
        channel.address.empty())
      channel.address = std::move(address);
  }
  if (channel.language.empty())
    channel.language = LanguageTag(tree.Inherited(element, "xml:lang"));
  return channel;
}

bool IsItem(std::string_view name) {
  return name == "item" || name == "entry" || name == "atom:entry";
}

// Whether anything stands in it but white space.
bool SaysSomething(const XmlTree& tree, std::size_t item) {
  for (std::size_t i = item; i < tree[item].end; ++i) {
    if (!tree.AttributesOf(i).empty()) return true;
  }
  return !tree.TextOf(item).empty();
}

}  // namespace

int SniffFeed(std::string_view, std::string_view bytes) {
  const XmlRoot root = RootOfXml(bytes);
  if (root.name == "rss") return 95;
  if (root.name == "feed") return 90;
  // CDF has no other name for its root.
  if (root.name == "channel") return 80;
  if (root.name != "rdf") return 0;
  return root.tag.find("rss/1.0") != std::string::npos ||
                 root.tag.find("netscape.com/rdf") != std::string::npos ||
                 root.tag.find("net/rss1.1") != std::string::npos
             ? 95
             : 0;
}

Status ReadFeed(const RawFile& file, const ReaderOptions&,
                const ArticleSink& sink) {
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(file.bytes));
  const FeedChannel channel = ReadChannel(tree);
  std::size_t number = 0;
  for (std::size_t i = 1; i < tree.size();) {
    if (!IsItem(tree[i].name)) {
      ++i;
      continue;
    }
    ++number;
    const std::string where = fmt::format("item {}", number);
    if (const std::string_view reason = WhyNoPost(tree, i); !reason.empty())
      sink.rejection({where, std::string(reason), RejectionKind::kNoArticle});
    else if (SaysSomething(tree, i))
      sink.article(ReadFeedItem(tree, i, channel));
    else
      sink.rejection({where, "there is nothing in it"});
    i = tree[i].end;
  }
  if (number == 0)
    sink.rejection({"", "a feed without items", RejectionKind::kNoArticle});
  return Ok();
}

}  // namespace archive
