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
constexpr std::size_t kLongestName = 200;

std::string Lowered(std::string_view text) {
  std::string out;
  for (const char c : text) out += Lower(c);
  return out;
}

std::string Short(std::string_view text) {
  return CleanValue(text.substr(0, kLongestValue));
}

// "schema:datePublished", "http://schema.org/datePublished" → "datePublished".
std::string_view WithoutPrefix(std::string_view name) {
  const std::size_t mark = name.find_last_of(":/#");
  return mark == std::string_view::npos ? name : name.substr(mark + 1);
}

struct OtherName {
  std::string_view name;  // in small letters, with its usual prefix
  std::string_view ours;  // of schema.org
};

// What the same is called in Dublin Core, as Drupal writes it, and in rNews.
constexpr auto kOtherNames = std::to_array<OtherName>({
    {"dc:title", "headline"},
    {"dcterms:title", "headline"},
    {"dc:creator", "author"},
    {"dcterms:creator", "author"},
    {"dc:date", "dateCreated"},
    {"dc:created", "dateCreated"},
    {"dcterms:date", "dateCreated"},
    {"dcterms:created", "dateCreated"},
    {"dcterms:issued", "datePublished"},
    {"dcterms:modified", "dateModified"},
    {"rnews:byline", "author"},
    {"rnews:body", "articleBody"},
    {"rnews:section", "articleSection"},
});

std::string NameOfProperty(std::string_view written) {
  const std::string lowered = Lowered(written.substr(0, kLongestName));
  const auto* const other = std::find_if(
      kOtherNames.begin(), kOtherNames.end(),
      [&lowered](const OtherName& row) { return row.name == lowered; });
  return std::string(other == kOtherNames.end() ? WithoutPrefix(written)
                                                : other->ours);
}

// Items in a page that are not its article: what a type ends with.
constexpr auto kOtherTypes = std::to_array<std::string_view>(
    {"comment",       "usercomments",    "person",
     "organization",  "useraccount",     "imageobject",
     "videoobject",   "audioobject",     "mediaobject",
     "image",         "breadcrumblist",  "listitem",
     "rating",        "aggregaterating", "event",
     "product",       "offer",           "place",
     "postaladdress", "brand",           "wpsidebar",
     "wpfooter",      "wpadblock",       "sitenavigationelement",
     "searchaction"});

template <typename Take>
void ForEachWord(std::string_view text, const Take& take) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !IsBlank(text[end])) ++end;
    if (end > at) take(text.substr(at, end - at));
    at = end + 1;
  }
}

bool IsOtherType(std::string_view types) {
  bool is_other = false;
  ForEachWord(types, [&is_other](std::string_view type) {
    const std::string last = Lowered(WithoutPrefix(type));
    is_other = is_other || std::find(kOtherTypes.begin(), kOtherTypes.end(),
                                     last) != kOtherTypes.end();
  });
  return is_other;
}

// <meta property> is of OpenGraph and its like, unless it stands in an item.
bool IsOfItems(std::string_view property) {
  static constexpr auto kPrefixes =
      std::to_array<std::string_view>({"schema", "rnews", "dc", "dcterms"});
  const std::size_t colon = property.find(':');
  return colon == std::string_view::npos ||
         std::find(kPrefixes.begin(), kPrefixes.end(),
                   property.substr(0, colon)) != kPrefixes.end();
}

class Gatherer {
 public:
  explicit Gatherer(const HtmlTree& tree) : tree_(tree) {}

  HtmlMetadata Gather() {
    out_.language = Short(tree_.AttributeOf(tree_[0], "lang"));
    if (out_.language.empty())
      out_.language = Short(tree_.AttributeOf(tree_[0], "xml:lang"));
    for (std::size_t i = 0; i < tree_.size(); ++i) {
      if (!tree_[i].IsText()) Take(i);
    }
    return std::move(out_);
  }

 private:
  struct Item {
    std::size_t element = 0;
    std::size_t end = 0;
    bool is_other = false;
  };

  void Take(std::size_t i) {
    while (!items_.empty() && items_.back().end <= i) items_.pop_back();
    const HtmlNode& node = tree_[i];
    if (node.name == "meta")
      TakeMeta(node);
    else if (node.name == "link")
      TakeLink(node);
    else if (node.name == "title" && out_.title_tag.empty())
      out_.title_tag = CutAtCharacter(tree_.TextOf(i), kLongestValue);
    else if (node.name == "script")
      TakeScript(i);
    if (node.attributes > 0) TakeItem(i);
  }

  // Its properties are those of the item around it, its type is what is inside.
  void TakeItem(std::size_t i) {
    const HtmlNode& node = tree_[i];
    std::string_view types;
    for (const HtmlAttribute& attribute : tree_.AttributesOf(node)) {
      if (attribute.name == "itemtype" || attribute.name == "typeof")
        types = attribute.value;
      if (attribute.name == "itemprop" ||
          (attribute.name == "property" &&
           (node.name != "meta" || IsPropertyOfItem(attribute.value))))
        TakeProperties(attribute.value, i);
    }
    if (!types.empty()) items_.push_back({i, node.end, IsOtherType(types)});
  }

  bool IsPropertyOfItem(std::string_view name) const {
    return !items_.empty() && IsOfItems(name);
  }

  void TakeMeta(const HtmlNode& node) {
    std::string value = Short(tree_.AttributeOf(node, "content"));
    if (value.empty()) value = Short(tree_.AttributeOf(node, "value"));
    if (value.empty()) return;
    for (const HtmlAttribute& attribute : tree_.AttributesOf(node)) {
      const bool is_property = attribute.name == "property";
      if (is_property && IsPropertyOfItem(attribute.value)) continue;
      if (is_property || attribute.name == "name" ||
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

  void TakeProperties(std::string_view names, std::size_t i) {
    const HtmlNode& node = tree_[i];
    std::string value = Short(tree_.AttributeOf(node, "content"));
    if (value.empty()) value = Short(tree_.AttributeOf(node, "datetime"));
    // Whole bodies are looked for in the tree.
    if (value.empty() && node.end - i < 40) value = Short(tree_.TextOf(i));
    const Item item = items_.empty() ? Item{} : items_.back();
    ForEachWord(names, [&](std::string_view name) {
      if (out_.properties.size() < kMostProperties)
        out_.properties.push_back(
            {NameOfProperty(name), value, i, item.element, item.is_other});
    });
  }

  const HtmlTree& tree_;
  std::vector<Item> items_;  // that are open, with a type
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

std::vector<const HtmlProperty*> HtmlMetadata::PropertiesOf(
    std::string_view name) const {
  std::vector<const HtmlProperty*> found;
  for (const HtmlProperty& property : properties) {
    if (!property.is_of_other && property.name == name)
      found.push_back(&property);
  }
  return found;
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
