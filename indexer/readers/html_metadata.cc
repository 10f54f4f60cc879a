#include "indexer/readers/html_metadata.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

constexpr std::size_t kLongestValue = 4000;
constexpr std::size_t kMostProperties = 2000;

std::string Lowered(std::string_view text) {
  std::string out;
  for (const char c : text) out += Lower(c);
  return out;
}

std::string Short(std::string_view text) {
  return CleanValue(text.substr(0, kLongestValue));
}

// "schema:datePublished" → "datePublished".
std::string_view WithoutPrefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Gatherer {
 public:
  explicit Gatherer(const HtmlTree& tree) : tree_(tree) {}

  HtmlMetadata Gather() {
    out_.language = Short(tree_.AttributeOf(tree_[0], "lang"));
    if (out_.language.empty())
      out_.language = Short(tree_.AttributeOf(tree_[0], "xml:lang"));
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      if (!tree_[i].IsText()) Take(i);
    }
    return std::move(out_);
  }

 private:
  void Take(std::size_t i) {
    const HtmlNode& node = tree_[i];
    if (node.name == "meta")
      TakeMeta(node);
    else if (node.name == "link")
      TakeLink(node);
    else if (node.name == "title" && out_.title_tag.empty())
      out_.title_tag = CutAtCharacter(tree_.TextOf(i), kLongestValue);
    else if (node.name == "script")
      TakeScript(i);
    if (node.attributes > 0) TakeProperty(i);
  }

  void TakeMeta(const HtmlNode& node) {
    std::string value = Short(tree_.AttributeOf(node, "content"));
    if (value.empty()) value = Short(tree_.AttributeOf(node, "value"));
    if (value.empty()) return;
    for (const HtmlAttribute& attribute : tree_.AttributesOf(node)) {
      if (attribute.name == "name" || attribute.name == "property" ||
          attribute.name == "http-equiv")
        out_.metas.push_back({Lowered(Short(attribute.value)), value});
    }
  }

  void TakeLink(const HtmlNode& node) {
    if (out_.canonical.empty() &&
        SameLetters(tree_.AttributeOf(node, "rel"), "canonical"))
      out_.canonical = Short(tree_.AttributeOf(node, "href"));
  }

  void TakeScript(std::size_t i) {
    const std::string_view type = tree_.AttributeOf(tree_[i], "type");
    if (type.find("ld+json") == std::string_view::npos) return;
    for (LinkedItem& item : ReadJsonLd(tree_.RawTextOf(i)))
      out_.linked.push_back(std::move(item));
  }

  void TakeProperty(std::size_t i) {
    const HtmlNode& node = tree_[i];
    std::string_view name = tree_.AttributeOf(node, "itemprop");
    if (name.empty() && node.name != "meta")
      name = tree_.AttributeOf(node, "property");
    if (name.empty() || out_.properties.size() >= kMostProperties) return;
    std::string value = Short(tree_.AttributeOf(node, "content"));
    if (value.empty()) value = Short(tree_.AttributeOf(node, "datetime"));
    // Whole bodies are looked for in the tree.
    if (value.empty() && node.end - i < 40) value = Short(tree_.TextOf(i));
    out_.properties.push_back(
        {std::string(WithoutPrefix(name)), std::move(value), i});
  }

  const HtmlTree& tree_;
  HtmlMetadata out_;
};

bool IsAbsolute(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

// "https://example.org" of an absolute URL.
std::string_view OriginOf(std::string_view url) {
  const std::size_t host = url.find("//") + 2;
  return url.substr(0, std::min(url.find('/', host), url.size()));
}

}  // namespace

std::string_view HtmlMetadata::Meta(
    std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const MetaTag& tag : metas) {
      if (tag.name == name) return tag.value;
    }
  }
  return {};
}

std::vector<std::string_view> HtmlMetadata::AllMetas(
    std::string_view name) const {
  std::vector<std::string_view> values;
  for (const MetaTag& tag : metas) {
    if (tag.name == name) values.emplace_back(tag.value);
  }
  return values;
}

const LinkedItem* HtmlMetadata::Article() const {
  const LinkedItem* found = nullptr;
  std::size_t articles = 0;
  const std::string url = PageUrlOf(*this);
  for (const LinkedItem& item : linked) {
    if (item.kind != LinkedKind::kArticle) continue;
    ++articles;
    const bool is_this = (!url.empty() && item.url == url) ||
                         (!item.headline.empty() &&
                          title_tag.find(item.headline) != std::string::npos);
    if (found == nullptr || (is_this && articles > 1)) found = &item;
    if (is_this) break;
  }
  return found;
}

HtmlMetadata ReadHtmlMetadata(const HtmlTree& tree) {
  return Gatherer(tree).Gather();
}

std::string PageUrlOf(const HtmlMetadata& metadata) {
  const std::string_view told = metadata.Meta({"og:url", "twitter:url"});
  if (IsAbsolute(metadata.canonical)) return metadata.canonical;
  if (metadata.canonical.starts_with("//"))
    return "https:" + metadata.canonical;
  if (metadata.canonical.starts_with('/') && IsAbsolute(told))
    return std::string(OriginOf(told)) + metadata.canonical;
  if (IsAbsolute(told)) return std::string(told);
  for (const LinkedItem& item : metadata.linked) {
    if (item.kind == LinkedKind::kArticle && IsAbsolute(item.url))
      return item.url;
  }
  return {};
}

}  // namespace archive
