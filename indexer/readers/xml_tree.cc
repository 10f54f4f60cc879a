#include "indexer/readers/xml_tree.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/html_charset.h"
#include "indexer/readers/xml_entities.h"
#include "indexer/readers/xml_mending.h"

namespace archive {
namespace {

struct Vocabulary {
  std::string_view address;  // small letters; how its names begin
  std::string_view prefix;
};

constexpr auto kVocabularies = std::to_array<Vocabulary>({
    {"http://purl.org/rss/1.0/modules/content", "content"},
    {"http://purl.org/rss/1.0/modules/syndication", "sy"},
    {"http://purl.org/rss/1.0/modules/", "module"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://purl.org/net/rss1.1", ""},
    {"http://my.netscape.com/rdf/simple/0.9", ""},
    {"http://channel.netscape.com/rdf/simple/0.9", ""},
    {"http://my.netscape.com/publish/formats/rss", ""},
    {"http://backend.userland.com/rss", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://www.w3.org/2005/atom", "atom"},
    {"http://purl.org/atom/", "atom"},
    {"http://example.com/necho", "atom"},
    {"http://example.com/newformat", "atom"},
    {"http://purl.org/dc/elements/1.", "dc"},
    {"http://purl.org/dc/terms", "dcterms"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://www.w3.org/2000/svg", "svg"},
    {"http://www.w3.org/1998/math/mathml", "math"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"http://rssnamespace.org/feedburner", "feedburner"},
    {"http://iptc.org/std/nar/", ""},
    {"http://iptc.org/std/nitf/", ""},
    {"http://iptc.org/std/newsml/", ""},
    {"http://iptc.org/std/sportsml/", "sportsml"},
    {"http://www.mediawiki.org/xml/export", ""},
});

// Of an unknown vocabulary: what the document calls it.
std::string_view PrefixOf(std::string_view address, std::string_view written) {
  std::string small;
  for (const char c : address) small += Lower(c);
  for (const Vocabulary& row : kVocabularies) {
    if (small.starts_with(row.address)) return row.prefix;
  }
  return written;
}

// Which prefix means what, inside of an element and of those around it.
class Bindings {
 public:
  void Enter(const pugi::xml_node& element, std::size_t depth) {
    for (const pugi::xml_attribute& attribute : element.attributes()) {
      const std::string_view name = attribute.name();
      if (name == "xmlns")
        rows_.push_back({"", PrefixOf(attribute.value(), ""), depth});
      else if (name.starts_with("xmlns:"))
        rows_.push_back({name.substr(6),
                         PrefixOf(attribute.value(), name.substr(6)), depth});
    }
  }

  void Leave(std::size_t depth) {
    while (!rows_.empty() && rows_.back().depth >= depth) rows_.pop_back();
  }

  // A prefix that nobody declared stands for itself.
  std::string_view Meaning(std::string_view prefix) const {
    std::size_t looked_at = 0;
    constexpr std::size_t kMost = 200;
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
      if (row->written == prefix) return row->meant;
      if (++looked_at > kMost) break;
    }
    return prefix;
  }

 private:
  struct Row {
    std::string_view written;
    std::string_view meant;
    std::size_t depth;
  };
  std::vector<Row> rows_;
};

// pugixml's tree as an array, without recursion.
class Flattener {
 public:
  Flattener(std::vector<XmlNode>& nodes, std::vector<XmlAttribute>& attributes,
            std::unordered_set<std::string>& names)
      : nodes_(nodes), attributes_(attributes), names_(names) {}

  void Flatten(const pugi::xml_document& document) {
    nodes_.emplace_back();
    pugi::xml_node node = document.first_child();
    std::vector<std::uint32_t> open = {0};
    while (node) {
      Append(node, open.back(), open.size());
      if (node.first_child()) {
        open.push_back(static_cast<std::uint32_t>(nodes_.size()) - 1);
        node = node.first_child();
        continue;
      }
      while (node && !node.next_sibling()) {
        Close(open.back());
        node = node.parent();
        open.pop_back();
        bindings_.Leave(open.size() + (open.empty() ? 1 : 0));
        if (open.empty()) return;
      }
      bindings_.Leave(open.size());
      node = node.next_sibling();
    }
    Close(0);
  }

 private:
  void Close(std::uint32_t place) {
    nodes_[place].end = static_cast<std::uint32_t>(nodes_.size());
  }

  void Append(const pugi::xml_node& node, std::uint32_t parent,
              std::size_t depth) {
    const auto place = static_cast<std::uint32_t>(nodes_.size());
    XmlNode& out = nodes_.emplace_back();
    out.parent = parent;
    out.end = place + 1;
    if (node.type() != pugi::node_element) {
      out.text = node.value();
      return;
    }
    bindings_.Enter(node, depth);
    out.name = Named(node.name());
    out.first_attribute = static_cast<std::uint32_t>(attributes_.size());
    for (const pugi::xml_attribute& attribute : node.attributes())
      attributes_.push_back({attribute.name(), attribute.value()});
    out.attributes =
        static_cast<std::uint32_t>(attributes_.size()) - out.first_attribute;
  }

  std::string_view Named(std::string_view name) {
    const std::size_t colon = name.find(':');
    const std::string_view prefix = colon == std::string_view::npos
                                        ? std::string_view()
                                        : name.substr(0, colon);
    const std::string_view meaning = bindings_.Meaning(prefix);
    if (meaning == prefix) return name;
    std::string meant(meaning);
    if (!meant.empty()) meant += ':';
    meant += colon == std::string_view::npos ? name : name.substr(colon + 1);
    return *names_.insert(meant.empty() ? "unknown" : std::move(meant)).first;
  }

  std::vector<XmlNode>& nodes_;
  std::vector<XmlAttribute>& attributes_;
  std::unordered_set<std::string>& names_;
  Bindings bindings_;
};

// Elements of HTML that hold nothing and have no end tag.
bool IsVoid(std::string_view name) {
  static constexpr auto kVoid = std::to_array<std::string_view>(
      {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
       "meta", "param", "source", "track", "wbr"});
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

}  // namespace

struct XmlTree::Source {
  std::string xml;
  pugi::xml_document document;
  std::unordered_set<std::string> names;
};

std::string_view LocalName(std::string_view name) {
  return name.substr(name.find(':') + 1);  // none: npos + 1 is 0
}

XmlTree::XmlTree() : source_(std::make_unique<Source>()) {}
XmlTree::XmlTree(XmlTree&&) noexcept = default;
XmlTree& XmlTree::operator=(XmlTree&&) noexcept = default;
XmlTree::~XmlTree() = default;

Result<XmlTree> XmlTree::Parse(std::string_view bytes) {
  if (bytes.size() > kMaxXmlBytes)
    return Error{ErrorCode::kBadInput,
                 fmt::format("longer than {} MiB of XML", kMaxXmlBytes >> 20)};
  const bool is_utf8 = IsValidUtf8(bytes);
  std::string decoded;
  if (!is_utf8) decoded = DecodeText(bytes, DeclaredXmlCharset(bytes)).text;
  MendedXml mended = MendXml(is_utf8 ? bytes : decoded);
  if (!mended.broken_limit.empty())
    return Error{ErrorCode::kBadInput, std::move(mended.broken_limit)};
  XmlTree tree;
  tree.source_->xml = std::move(mended.xml);
  // In place a text is ended with a zero, for which the last one needs a byte.
  tree.source_->xml += '\n';
  const pugi::xml_parse_result parsed =
      tree.source_->document.load_buffer_inplace(
          tree.source_->xml.data(), tree.source_->xml.size(),
          pugi::parse_escapes | pugi::parse_fragment | pugi::parse_ws_pcdata,
          pugi::encoding_utf8);
  if (!parsed && parsed.status != pugi::status_no_document_element)
    return Error{ErrorCode::kBadInput,
                 std::string("not XML: ") + parsed.description()};
  Flattener(tree.nodes_, tree.attributes_, tree.source_->names)
      .Flatten(tree.source_->document);
  std::size_t element = 0;
  for (XmlNode& node : tree.nodes_) {
    node.bytes = {0, bytes.size()};
    if (is_utf8 && !node.IsText() && element < mended.elements.size())
      node.bytes = mended.elements[element++];
  }
  return tree;
}

std::string XmlTree::AttributeOf(std::size_t element,
                                 std::string_view name) const {
  for (const XmlAttribute& attribute : AttributesOf(element)) {
    if (attribute.name == name) return CleanValue(attribute.value);
  }
  return {};
}

std::string XmlTree::Inherited(std::size_t element,
                               std::string_view name) const {
  for (; element != 0; element = nodes_[element].parent) {
    for (const XmlAttribute& attribute : AttributesOf(element)) {
      if (attribute.name == name) return CleanValue(attribute.value);
    }
  }
  return {};
}

std::vector<std::size_t> XmlTree::ChildrenOf(std::size_t element,
                                             std::string_view name) const {
  std::vector<std::size_t> children;
  for (std::size_t i = element + 1; i < nodes_[element].end;
       i = nodes_[i].end) {
    if (!nodes_[i].IsText() && (name.empty() || nodes_[i].name == name))
      children.push_back(i);
  }
  return children;
}

std::vector<std::size_t> XmlTree::Descendants(std::size_t element,
                                              std::string_view name) const {
  std::vector<std::size_t> found;
  for (std::size_t i = element + 1; i < nodes_[element].end; ++i) {
    if (nodes_[i].name == name) found.push_back(i);
  }
  return found;
}

std::optional<std::size_t> XmlTree::Find(std::size_t element,
                                         std::string_view name) const {
  for (std::size_t i = element + 1; i < nodes_[element].end; ++i) {
    if (nodes_[i].name == name) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> XmlTree::Along(
    std::size_t element, std::initializer_list<std::string_view> way) const {
  for (const std::string_view name : way) {
    const std::vector<std::size_t> children = ChildrenOf(element, name);
    if (children.empty()) return std::nullopt;
    element = children.front();
  }
  return element;
}

std::string XmlTree::RawTextOf(std::size_t element) const {
  std::string text;
  for (std::size_t i = element; i < nodes_[element].end; ++i)
    text += nodes_[i].text;
  return text;
}

std::string XmlTree::TextOf(std::size_t element) const {
  return CleanValue(RawTextOf(element));
}

std::string XmlTree::TextAlong(
    std::size_t element, std::initializer_list<std::string_view> way) const {
  const std::optional<std::size_t> found = Along(element, way);
  return found ? TextOf(*found) : std::string();
}

std::string XmlTree::MarkupOf(std::size_t element) const {
  std::string markup;
  std::vector<std::size_t> open;
  const auto close = [&] {
    const std::string_view name = LocalName(nodes_[open.back()].name);
    if (!IsVoid(name)) {
      markup += "</";
      markup += name;
      markup += '>';
    }
    open.pop_back();
  };
  for (std::size_t i = element + 1; i < nodes_[element].end; ++i) {
    while (!open.empty() && nodes_[open.back()].end <= i) close();
    if (nodes_[i].IsText()) {
      AppendEscaped(nodes_[i].text, markup);
      continue;
    }
    markup += '<';
    markup += LocalName(nodes_[i].name);
    for (const XmlAttribute& attribute : AttributesOf(i)) {
      markup += ' ';
      markup += attribute.name;
      markup += "=\"";
      AppendEscaped(attribute.value, markup);
      markup += '"';
    }
    markup += '>';
    open.push_back(i);
  }
  while (!open.empty()) close();
  return markup;
}

}  // namespace archive
