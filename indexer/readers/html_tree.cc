#include "indexer/readers/html_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <deque>
#include <utility>

#include <gumbo.h>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/html_abridged.h"
#include "indexer/readers/html_limits.h"

namespace archive {
namespace {

// Gumbo takes some ten times a page's bytes; a page that makes more of itself
// (each <font> opened again in each paragraph) is a bomb.
constexpr std::size_t kMaxTreeBytes = std::size_t{384} << 20;
constexpr std::size_t kMaxNodes = 4'000'000;

}  // namespace

// Memory for Gumbo: handed out one piece behind the other and given back as a
// whole, so that nothing need be walked to free it.
struct HtmlTree::Source {
  static constexpr std::size_t kChunk = std::size_t{1} << 20;
  static constexpr std::size_t kAlign = alignof(std::max_align_t);

  void* Allocate(std::size_t size) {
    size = (std::max<std::size_t>(size, 1) + kAlign - 1) / kAlign * kAlign;
    if (size > left) {
      const std::size_t chunk = std::max(size, kChunk);
      if (taken + chunk > kMaxTreeBytes) return nullptr;
      taken += chunk;
      chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
      next = chunks.back().get();
      left = chunk;
    }
    last = next;
    next += size;
    left -= size;
    return last;
  }

  // Only the newest piece can be given out again.
  void Free(void* piece) {
    if (piece == nullptr || piece != last) return;
    left += static_cast<std::size_t>(next - last);
    next = last;
    last = nullptr;
  }

  std::string page;
  std::string html;  // what is parsed
  std::vector<std::unique_ptr<std::byte[]>> chunks;
  std::byte* next = nullptr;
  std::byte* last = nullptr;
  std::size_t left = 0;
  std::size_t taken = 0;
  std::jmp_buf no_memory;
  std::deque<std::string> names;  // of elements that Gumbo does not know
  std::deque<std::string> texts;  // that are made of several runs
};

namespace {

// Gumbo does not look whether it got memory.  Its C code owns nothing but what
// lies in the arena, so it can be left from inside.
template <typename Source>
GumboOutput* ParseInto(Source& source) {
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = &source;
  options.max_errors = 0;
  options.allocator = [](void* arena, std::size_t size) {
    void* const piece = static_cast<Source*>(arena)->Allocate(size);
    if (piece == nullptr)
      std::longjmp(static_cast<Source*>(arena)->no_memory, 1);  // NOLINT
    return piece;
  };
  options.deallocator = [](void* arena, void* piece) {
    static_cast<Source*>(arena)->Free(piece);
  };
  if (setjmp(source.no_memory) != 0) return nullptr;  // NOLINT
  return gumbo_parse_with_options(&options, source.html.data(),
                                  source.html.size());
}

std::span<GumboNode* const> Items(const GumboVector& vector) {
  return {reinterpret_cast<GumboNode* const*>(vector.data), vector.length};
}

std::string_view NameOf(const GumboElement& element,
                        std::deque<std::string>& names) {
  if (element.tag != GUMBO_TAG_UNKNOWN)
    return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name;
  for (std::size_t i = 0; i < piece.length; ++i) name += Lower(piece.data[i]);
  return names.emplace_back(name.empty() ? "unknown" : std::move(name));
}

bool IsKept(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_ELEMENT:
      return node.v.element.tag_namespace != GUMBO_NAMESPACE_SVG;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      return true;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_TEMPLATE:
      return false;
  }
  return false;
}

// Gumbo's tree as an array, without recursion.
class Flattener {
 public:
  Flattener(std::vector<HtmlNode>& nodes,
            std::vector<HtmlAttribute>& attributes,
            std::deque<std::string>& names)
      : nodes_(nodes), attributes_(attributes), names_(names) {}

  // False: more nodes than a page has.
  bool Flatten(const GumboNode* root) {
    Append(*root, 0);
    while (!open_.empty()) {
      Open& top = open_.back();
      const auto children = Items(top.element->children);
      if (top.next == children.size()) {
        nodes_[top.place].end = static_cast<std::uint32_t>(nodes_.size());
        open_.pop_back();
        continue;
      }
      const GumboNode& child = *children[top.next++];
      if (!IsKept(child)) continue;
      if (nodes_.size() >= kMaxNodes) return false;
      Append(child, top.place);
    }
    return true;
  }

 private:
  struct Open {
    const GumboElement* element;
    std::uint32_t place;
    std::size_t next = 0;
  };

  void Append(const GumboNode& node, std::uint32_t parent) {
    const auto place = static_cast<std::uint32_t>(nodes_.size());
    HtmlNode& out = nodes_.emplace_back();
    out.parent = parent;
    out.end = place + 1;
    if (node.type != GUMBO_NODE_ELEMENT) {
      out.text = node.v.text.text;
      return;
    }
    const GumboElement& element = node.v.element;
    out.name = NameOf(element, names_);
    out.first_attribute = static_cast<std::uint32_t>(attributes_.size());
    out.attributes = element.attributes.length;
    for (std::size_t i = 0; i < element.attributes.length; ++i) {
      const auto* const attribute =
          static_cast<const GumboAttribute*>(element.attributes.data[i]);
      attributes_.push_back({attribute->name, attribute->value});
    }
    open_.push_back({&element, place});
  }

  std::vector<HtmlNode>& nodes_;
  std::vector<HtmlAttribute>& attributes_;
  std::deque<std::string>& names_;
  std::vector<Open> open_;
};

bool HasMark(std::string_view text) {
  return text.find(kAbridgedMark) != std::string_view::npos;
}

}  // namespace

HtmlTree::HtmlTree() : source_(std::make_unique<Source>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

// Scripts and styles are half of a news page, plain text and addresses most of
// the rest, and Gumbo takes each of them letter by letter.
Result<HtmlTree> HtmlTree::Parse(std::string html, HtmlParsing parsing) {
  const HtmlScan scan = ScanHtml(html);
  if (!scan.broken_limit.empty())
    return Error{ErrorCode::kBadInput, scan.broken_limit};
  if (!scan.runs.empty() && parsing == HtmlParsing::kAbridged) {
    HtmlTree tree;
    tree.source_->html = Abridged(html, scan.runs);
    tree.source_->page = std::move(html);
    if (tree.Build() && tree.MakeWhole(scan.runs)) return tree;
    html = std::move(tree.source_->page);
  }
  HtmlTree tree;
  tree.source_->html = std::move(html);
  if (!tree.Build())
    return Error{ErrorCode::kBadInput, "takes more memory than a page may"};
  return tree;
}

bool HtmlTree::Build() {
  const GumboOutput* const output = ParseInto(*source_);
  return output != nullptr &&
         Flattener(nodes_, attributes_, source_->names).Flatten(output->root);
}

bool HtmlTree::MakeWhole(const std::vector<HtmlRun>& runs) {
  AbridgedTexts texts(source_->page, runs, source_->texts);
  for (HtmlNode& node : nodes_) {
    // Of the text in a frameset the parser keeps the blanks alone.
    if (HasMark(node.name) || node.name == "frameset") return false;
    if (!node.IsText()) continue;
    const std::string_view parent = nodes_[node.parent].name;
    node.text = texts.Whole(node.text, parent == "script" || parent == "style");
  }
  for (HtmlAttribute& attribute : attributes_) {
    if (HasMark(attribute.name) || texts.IsBroken()) return false;
    attribute.value = texts.Whole(attribute.value, false);
  }
  return texts.AllCodeMet();
}

std::string_view HtmlTree::AttributeOf(const HtmlNode& node,
                                       std::string_view name) const {
  for (const HtmlAttribute& attribute : AttributesOf(node)) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool HtmlTree::HasAttribute(const HtmlNode& node, std::string_view name) const {
  const auto attributes = AttributesOf(node);
  return std::any_of(attributes.begin(), attributes.end(),
                     [name](const HtmlAttribute& a) { return a.name == name; });
}

std::string HtmlTree::RawTextOf(std::size_t element) const {
  std::string text;
  for (std::size_t i = element; i < nodes_[element].end; ++i)
    text += nodes_[i].text;
  return text;
}

std::string HtmlTree::TextOf(std::size_t element) const {
  return CleanValue(RawTextOf(element));
}

std::string HtmlTree::TextOf(std::size_t element, std::size_t most) const {
  std::size_t bytes = 0;
  for (std::size_t i = element; i < nodes_[element].end; ++i) {
    bytes += nodes_[i].text.size();
    if (bytes > most) return {};
  }
  return TextOf(element);
}

}  // namespace archive
