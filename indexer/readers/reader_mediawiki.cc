// MediaWiki's dumps in XML (Wikinews): each page of the main namespace an
// article, in its last revision.  https://www.mediawiki.org/xml/export-0.11.xsd
//
// A dump has gigabytes: pages are found by their tags and parsed one by one.
// The day of publication is what the text's {{date}} says; a revision's time is
// when it was last changed.
#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/wiki_text.h"
#include "indexer/readers/xml_root.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

struct Site {
  std::string name;
  std::string address;  // in front of a page's title
  std::string language;
  WikiSpaces spaces;
};

// <namespace key="14">Категория</namespace>
WikiSpaces SpacesOf(const XmlTree& tree, std::size_t siteinfo) {
  WikiSpaces spaces;
  const auto list = tree.Along(siteinfo, {"namespaces"});
  if (!list) return spaces;
  for (const std::size_t space : tree.ChildrenOf(*list, "namespace")) {
    const std::string key = tree.AttributeOf(space, "key");
    if (key == "6") spaces.files.push_back(tree.TextOf(space));
    if (key == "14") spaces.categories.push_back(tree.TextOf(space));
  }
  return spaces;
}

// What stands in front of the first page.
Site ReadSite(std::string_view bytes) {
  Site site;
  constexpr std::size_t kLongestHead = std::size_t{1} << 20;
  const std::string_view head =
      bytes.substr(0, std::min(bytes.find("<page>"), kLongestHead));
  const Result<XmlTree> tree = XmlTree::Parse(head);
  const auto root = tree ? tree->Find(0, "mediawiki") : std::nullopt;
  if (!root) return site;
  site.language = LanguageTag(tree->AttributeOf(*root, "xml:lang"));
  site.name = tree->TextAlong(*root, {"siteinfo", "sitename"});
  if (const auto siteinfo = tree->Along(*root, {"siteinfo"}))
    site.spaces = SpacesOf(*tree, *siteinfo);
  const std::string base = tree->TextAlong(*root, {"siteinfo", "base"});
  const std::size_t slash = base.rfind('/');
  if (slash != std::string::npos) site.address = base.substr(0, slash + 1);
  return site;
}

std::optional<Timestamp> DayOfTemplate(const std::string& text) {
  if (const auto when = ParseTimestamp(text)) return when;
  const std::vector<DateInText> found =
      DatesInText(text, DateOrder::kMonthFirst);
  return found.empty() ? std::nullopt : std::optional(found.front().when);
}

// nullopt for pages that are no articles.
std::optional<Article> ReadPage(const XmlTree& tree, std::size_t page,
                                const Site& site) {
  const std::string space = tree.TextAlong(page, {"ns"});
  if ((!space.empty() && space != "0") || tree.Along(page, {"redirect"}))
    return std::nullopt;
  const std::vector<std::size_t> revisions = tree.ChildrenOf(page, "revision");
  if (revisions.empty()) return std::nullopt;
  const std::size_t revision = revisions.back();
  Article article;
  article.title = tree.TextAlong(page, {"title"});
  article.uid = tree.TextAlong(page, {"id"});
  article.source = site.name;
  article.language = site.language;
  article.modified = ParseTimestamp(tree.TextAlong(revision, {"timestamp"}));
  if (!site.address.empty()) {
    article.url = site.address + article.title;
    std::replace(article.url.begin(), article.url.end(), ' ', '_');
  }
  const auto text = tree.Along(revision, {"text"});
  WikiText wiki =
      ReadWikiText(text ? tree.RawTextOf(*text) : std::string(), site.spaces);
  article.blocks = std::move(wiki.blocks);
  article.keywords = std::move(wiki.categories);
  article.dateline = std::move(wiki.location);
  if (const auto when = DayOfTemplate(wiki.date))
    article.published = {*when, DateSource::kMetadata, 1.0};
  SetFirstLine(article);
  return article;
}

}  // namespace

int SniffMediawiki(std::string_view, std::string_view bytes) {
  return RootOfXml(bytes).name == "mediawiki" ? 95 : 0;
}

Status ReadMediawiki(const RawFile& file, const ReaderOptions&,
                     const ArticleSink& sink) {
  constexpr std::string_view kBegin = "<page>";
  constexpr std::string_view kEnd = "</page>";
  const std::string_view bytes = file.bytes;
  const Site site = ReadSite(bytes);
  std::size_t number = 0;
  std::size_t others = 0;
  for (std::size_t at = bytes.find(kBegin); at != std::string_view::npos;) {
    const std::size_t end = std::min(bytes.find(kEnd, at), bytes.size());
    const std::size_t behind = std::min(end + kEnd.size(), bytes.size());
    ++number;
    const Result<XmlTree> tree = XmlTree::Parse(bytes.substr(at, behind - at));
    std::optional<Article> article;
    if (!tree)
      sink.rejection({fmt::format("page {}", number), tree.error().message});
    else if (const auto page = tree->Find(0, "page"))
      article = ReadPage(*tree, *page, site);
    if (article) {
      article->bytes = {at, behind};
      sink.article(*std::move(article));
    } else if (tree) {
      ++others;
    }
    at = bytes.find(kBegin, behind);
  }
  if (others > 0)
    sink.rejection(
        {"", fmt::format("{} pages are redirects, templates or talk", others),
         RejectionKind::kNoArticle});
  return Ok();
}

}  // namespace archive
