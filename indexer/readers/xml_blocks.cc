#include "indexer/readers/xml_blocks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/utf8.h"

namespace archive {
namespace {

enum class Role : std::uint8_t {
  kInline,
  kBlock,
  kCaption,
  kCredit,
  kBreak,
  kHidden,
};

struct Element {
  std::string_view name;
  Role role;
};

constexpr auto kElements = std::to_array<Element>({
    {"p", Role::kBlock},
    {"para", Role::kBlock},
    {"div", Role::kBlock},
    {"section", Role::kBlock},
    {"article", Role::kBlock},
    {"aside", Role::kBlock},
    {"header", Role::kBlock},
    {"h1", Role::kBlock},
    {"h2", Role::kBlock},
    {"h3", Role::kBlock},
    {"h4", Role::kBlock},
    {"h5", Role::kBlock},
    {"h6", Role::kBlock},
    {"hl2", Role::kBlock},
    {"li", Role::kBlock},
    {"ul", Role::kBlock},
    {"ol", Role::kBlock},
    {"dl", Role::kBlock},
    {"dt", Role::kBlock},
    {"dd", Role::kBlock},
    {"table", Role::kBlock},
    {"nitf-table", Role::kBlock},
    {"tr", Role::kBlock},
    {"nitf-col", Role::kHidden},
    {"nitf-colgroup", Role::kHidden},
    {"nitf-table-metadata", Role::kHidden},
    {"td", Role::kBlock},
    {"th", Role::kBlock},
    {"pre", Role::kBlock},
    {"bq", Role::kBlock},
    {"blockquote", Role::kBlock},
    {"block", Role::kBlock},
    {"fn", Role::kBlock},
    {"note", Role::kBlock},
    {"media", Role::kBlock},
    {"figure", Role::kBlock},
    {"hr", Role::kBlock},
    {"br", Role::kBreak},
    {"media-caption", Role::kCaption},
    {"figcaption", Role::kCaption},
    {"caption", Role::kCaption},
    {"media-producer", Role::kCredit},
    {"media-reference", Role::kHidden},
    {"media-object", Role::kHidden},
    {"media-metadata", Role::kHidden},
    {"script", Role::kHidden},
    {"style", Role::kHidden},
    {"svg", Role::kHidden},
    {"math", Role::kHidden},
    {"object", Role::kHidden},
    {"dateline", Role::kHidden},
    {"byline", Role::kHidden},
    {"hedline", Role::kHidden},
});

Role RoleOf(std::string_view name) {
  name = LocalName(name);
  const auto* const found =
      std::find_if(kElements.begin(), kElements.end(),
                   [name](const Element& row) { return row.name == name; });
  return found == kElements.end() ? Role::kInline : found->role;
}

class Cutter {
 public:
  Cutter(const XmlTree& tree, std::size_t element)
      : tree_(tree), element_(element) {}

  std::vector<Block> Cut() {
    for (std::size_t i = element_ + 1; i < tree_[element_].end;) {
      LeaveBefore(i);
      const XmlNode& node = tree_[i];
      if (node.IsText()) {
        text_ += node.text;
        ++i;
        continue;
      }
      i = Enter(i, RoleOf(node.name));
    }
    Flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    std::size_t end;
    BlockKind kind;
  };

  std::size_t Enter(std::size_t element, Role role) {
    switch (role) {
      case Role::kInline:
        return element + 1;
      case Role::kHidden:
        return tree_[element].end;
      case Role::kBreak:
        // Two in a row part paragraphs.
        if (text_.ends_with('\n')) Flush();
        text_ += '\n';
        return element + 1;
      case Role::kBlock:
        return Begin(element, Kind());
      case Role::kCaption:
        return Begin(element, BlockKind::kCaption);
      case Role::kCredit:
        return Begin(element, BlockKind::kCredit);
    }
    return element + 1;
  }

  std::size_t Begin(std::size_t element, BlockKind kind) {
    Flush();
    open_.push_back({tree_[element].end, kind});
    return element + 1;
  }

  BlockKind Kind() const {
    return open_.empty() ? BlockKind::kParagraph : open_.back().kind;
  }

  void LeaveBefore(std::size_t node) {
    while (!open_.empty() && open_.back().end <= node) {
      Flush();
      open_.pop_back();
    }
  }

  void Flush() {
    std::string text = CleanValue(text_);
    if (!text.empty()) blocks_.push_back({Kind(), std::move(text)});
    text_.clear();
  }

  const XmlTree& tree_;
  std::size_t element_;
  std::vector<Open> open_;
  std::string text_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> BlocksOfXml(const XmlTree& tree, std::size_t element) {
  return Cutter(tree, element).Cut();
}

}  // namespace archive
