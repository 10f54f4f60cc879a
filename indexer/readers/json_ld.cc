#include "indexer/readers/json_ld.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/json_forgiveness.h"

namespace archive {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxBytes = std::size_t{4} << 20;
constexpr std::size_t kDeepest = 60;
constexpr std::size_t kMostItems = 200;

struct TypeRow {
  std::string_view name;  // as the type ends
  LinkedKind kind;
};

constexpr auto kTypes = std::to_array<TypeRow>({
    {"Article", LinkedKind::kArticle},  // NewsArticle, ReportageNewsArticle …
    {"BlogPosting", LinkedKind::kArticle},
    {"SocialMediaPosting", LinkedKind::kArticle},
    {"DiscussionForumPosting", LinkedKind::kArticle},
    {"Report", LinkedKind::kArticle},
    {"OpinionPiece", LinkedKind::kArticle},
    {"CollectionPage", LinkedKind::kIndex},
    {"SearchResultsPage", LinkedKind::kIndex},
    {"ItemList", LinkedKind::kIndex},
    {"WebPage", LinkedKind::kPage},
    {"ItemPage", LinkedKind::kPage},
    {"AboutPage", LinkedKind::kPage},
    {"NewsMediaPage", LinkedKind::kPage},
    {"Recipe", LinkedKind::kPage},
    {"HowTo", LinkedKind::kPage},
    {"Review", LinkedKind::kPage},
    {"Episode", LinkedKind::kPage},
    {"CreativeWork", LinkedKind::kPage},
});

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && (IsBlank(text.front()) || text.front() == ';'))
    text.remove_prefix(1);
  while (!text.empty() && (IsBlank(text.back()) || text.back() == ';'))
    text.remove_suffix(1);
  return text;
}

// Without the comments and CDATA marks that templates put around it.
std::string_view Unwrapped(std::string_view script) {
  static constexpr auto kOpen =
      std::to_array<std::string_view>({"<!--", "//<![CDATA[", "// <![CDATA[",
                                       "/*<![CDATA[*/", "<![CDATA[", "//"});
  static constexpr auto kClose = std::to_array<std::string_view>(
      {"-->", "//]]>", "// ]]>", "/*]]>*/", "]]>", "//"});
  script = Trimmed(script);
  for (const std::string_view open : kOpen) {
    if (script.starts_with(open)) script = Trimmed(script.substr(open.size()));
  }
  for (const std::string_view close : kClose) {
    if (script.ends_with(close))
      script = Trimmed(script.substr(0, script.size() - close.size()));
  }
  return script;
}

// Control characters inside strings as spaces, commas before a closing bracket
// away, backslashes in front of what needs none away.
std::string Mended(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\' && i + 1 < json.size()) {
      const char next = json[++i];
      constexpr std::string_view kEscapes = "\"\\/bfnrtu";
      if (kEscapes.find(next) != std::string_view::npos) out += c;
      out += next;
      continue;
    }
    if (c == '"') in_string = !in_string;
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    if (!in_string && (c == '}' || c == ']')) {
      while (!out.empty() && (IsBlank(out.back()) || out.back() == ','))
        out.pop_back();
    }
    out += is_control ? ' ' : c;
  }
  return out;
}

std::optional<Json> ParseAny(std::string_view script) {
  script = Unwrapped(script);
  if (script.empty() || script.size() > kMaxBytes) return std::nullopt;
  std::string text = ForgiveJson(CleanUtf8(script));
  // Templates that escape twice.
  if (text.find("&quot;") != std::string::npos &&
      text.find('"') == std::string::npos)
    text = HtmlToText(text);
  if (NestingOfJson(text) > kDeepest) return std::nullopt;
  Json json = Json::parse(text, nullptr, false, true);
  if (json.is_discarded()) {
    text = Mended(text);
    if (NestingOfJson(text) > kDeepest) return std::nullopt;
    json = Json::parse(text, nullptr, false, true);
  }
  if (json.is_discarded()) return std::nullopt;
  return json;
}

const Json* Member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string LineOf(const Json& value) {
  const auto* const text = value.get_ptr<const Json::string_t*>();
  return text == nullptr ? std::string() : HtmlToLine(*text);
}

// A text, or the name of what stands there, or of the first in a list.
std::string NameOf(const Json* value) {
  if (value == nullptr) return {};
  if (value->is_array()) return value->empty() ? "" : NameOf(&value->front());
  if (!value->is_object()) return LineOf(*value);
  for (const char* const key : {"name", "@id", "url", "@value"}) {
    if (const Json* const name = Member(*value, key)) {
      std::string text = NameOf(name);
      if (!text.empty()) return text;
    }
  }
  return {};
}

std::string TextOf(const Json& object, const char* name) {
  return NameOf(Member(object, name));
}

std::vector<std::string> NamesOf(const Json* value) {
  std::vector<std::string> names;
  if (value == nullptr) return names;
  const auto append = [&names](const Json& item) {
    // A person who is told by a link alone has no name here.
    if (item.is_object() && !item.contains("name")) return;
    std::string name = NameOf(&item);
    if (!name.empty()) names.push_back(std::move(name));
  };
  if (value->is_array())
    for (const Json& item : *value) append(item);
  else
    append(*value);
  return names;
}

std::vector<std::string> KeywordsOf(const Json* value) {
  std::vector<std::string> keywords;
  for (const std::string& name : NamesOf(value)) {
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end =
          std::min(name.find_first_of(",;", at), name.size());
      std::string keyword =
          CollapseSpaces(std::string_view(name).substr(at, end - at));
      if (!keyword.empty()) keywords.push_back(std::move(keyword));
      at = end + 1;
    }
  }
  return keywords;
}

std::optional<LinkedKind> KindOf(const Json& object) {
  const Json* const type = Member(object, "@type");
  if (type == nullptr) return std::nullopt;
  std::vector<std::string> names;
  if (type->is_array()) {
    for (const Json& item : *type) names.push_back(LineOf(item));
  } else {
    names.push_back(LineOf(*type));
  }
  for (const TypeRow& row : kTypes) {
    for (const std::string& name : names) {
      if (name.ends_with(row.name)) return row.kind;
    }
  }
  return std::nullopt;
}

LinkedItem ItemOf(const Json& object, LinkedKind kind) {
  LinkedItem item{.kind = kind};
  item.headline = TextOf(object, "headline");
  if (item.headline.empty()) item.headline = TextOf(object, "name");
  if (const Json* const body = Member(object, "articleBody");
      body != nullptr && body->is_string())
    item.body = CleanUtf8(body->get_ref<const std::string&>());
  item.section = TextOf(object, "articleSection");
  item.language = TextOf(object, "inLanguage");
  item.url = TextOf(object, "url");
  if (item.url.empty()) item.url = TextOf(object, "mainEntityOfPage");
  if (item.url.empty()) item.url = TextOf(object, "@id");
  item.publisher = TextOf(object, "publisher");
  item.authors = NamesOf(Member(object, "author"));
  if (item.authors.empty()) item.authors = NamesOf(Member(object, "creator"));
  item.keywords = KeywordsOf(Member(object, "keywords"));
  item.published = TextOf(object, "datePublished");
  item.created = TextOf(object, "dateCreated");
  item.modified = TextOf(object, "dateModified");
  return item;
}

void Gather(const Json& value, std::size_t depth,
            std::vector<LinkedItem>& items) {
  if (depth > 8 || items.size() >= kMostItems) return;
  if (value.is_array()) {
    for (const Json& item : value) Gather(item, depth + 1, items);
    return;
  }
  if (!value.is_object()) return;
  if (const std::optional<LinkedKind> kind = KindOf(value))
    items.push_back(ItemOf(value, *kind));
  for (const char* const inside :
       {"@graph", "mainEntity", "mainEntityOfPage"}) {
    if (const Json* const member = Member(value, inside))
      Gather(*member, depth + 1, items);
  }
}

}  // namespace

std::vector<LinkedItem> ReadJsonLd(std::string_view script) {
  std::vector<LinkedItem> items;
  if (const std::optional<Json> json = ParseAny(script))
    Gather(*json, 0, items);
  return items;
}

}  // namespace archive
