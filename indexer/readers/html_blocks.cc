#include "indexer/readers/html_blocks.h"

#include <algorithm>
#include <array>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

constexpr std::array<std::string_view, 47> kBlockElements = {
    "address", "article",  "aside",      "blockquote", "body",    "caption",
    "center",  "dd",       "details",    "dir",        "div",     "dl",
    "dt",      "fieldset", "figcaption", "figure",     "footer",  "form",
    "h1",      "h2",       "h3",         "h4",         "h5",      "h6",
    "header",  "hr",       "legend",     "li",         "main",    "menu",
    "nav",     "ol",       "p",          "pre",        "section", "summary",
    "table",   "tbody",    "td",         "tfoot",      "th",      "thead",
    "title",   "tr",       "ul",         "video",      "html"};

constexpr std::array<std::string_view, 22> kInvisible = {
    "script",   "style",  "noscript", "template", "head",   "iframe",
    "object",   "embed",  "applet",   "button",   "select", "input",
    "textarea", "option", "audio",    "video",    "canvas", "map",
    "dialog",   "math",   "noembed",  "noframes"};

template <std::size_t n>
bool IsOneOf(std::string_view name,
             const std::array<std::string_view, n>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Walks a tree and cuts it.
class BlockCutter {
 public:
  BlockCutter(const HtmlTree& tree,
              const std::function<bool(std::size_t)>& skip)
      : tree_(tree), skip_(skip) {}

  std::vector<HtmlBlock> Cut(std::size_t root) {
    for (std::size_t i = root; i < tree_[root].end;) {
      CloseUntil(i);
      const HtmlNode& node = tree_[i];
      if (node.IsText()) {
        TakeText(i);
      } else if (IsInvisible(node.name) || skip_(i)) {
        if (BeginsBlock(node.name)) Flush();
        i = node.end;
        continue;
      } else {
        Open(i);
      }
      ++i;
    }
    Flush();
    return std::move(blocks_);
  }

 private:
  struct OpenElement {
    std::size_t place;
    bool is_block;
    bool is_link;
  };

  void CloseUntil(std::size_t i) {
    while (!open_.empty() && tree_[open_.back().place].end <= i) {
      if (open_.back().is_block) Flush();
      if (open_.back().is_link) --links_;
      open_.pop_back();
    }
  }

  void Open(std::size_t i) {
    const std::string_view name = tree_[i].name;
    if (name == "br") {
      text_ += '\n';
      if (++breaks_ >= 2) Flush();
      return;
    }
    const bool is_block = BeginsBlock(name);
    if (is_block) Flush();
    const bool is_link = name == "a";
    links_ += is_link ? 1 : 0;
    open_.push_back({i, is_block, is_link});
  }

  void TakeText(std::size_t i) {
    const std::string_view text = tree_[i].text;
    text_ += text;
    if (std::all_of(text.begin(), text.end(), IsBlank)) return;
    breaks_ = 0;
    if (first_ == 0) first_ = i;
    if (links_ > 0) linked_ += CleanValue(text).size();
  }

  std::uint32_t BlockElement() const {
    for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
      if (it->is_block) return static_cast<std::uint32_t>(it->place);
    }
    return 0;
  }

  void Flush() {
    std::string text = CleanValue(text_);
    if (!text.empty()) {
      HtmlBlock block{.element = BlockElement(),
                      .first = static_cast<std::uint32_t>(first_)};
      block.words = CountWords(text);
      block.linked = std::min(linked_, text.size());
      block.text = std::move(text);
      blocks_.push_back(std::move(block));
    }
    text_.clear();
    first_ = 0;
    linked_ = 0;
    breaks_ = 0;
  }

  const HtmlTree& tree_;
  const std::function<bool(std::size_t)>& skip_;
  std::vector<OpenElement> open_;
  std::size_t links_ = 0;  // how many of open_ are links
  std::string text_;       // of the block that is being read
  std::size_t first_ = 0;
  std::size_t linked_ = 0;
  int breaks_ = 0;
  std::vector<HtmlBlock> blocks_;
};

}  // namespace

int HeadingLevel(std::string_view name) {
  if (name.size() != 2 || name[0] != 'h') return 0;
  return name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

bool BeginsBlock(std::string_view name) {
  return IsOneOf(name, kBlockElements);
}

bool IsInvisible(std::string_view name) {
  return IsOneOf(name, kInvisible);
}

std::vector<HtmlBlock> BlocksOf(const HtmlTree& tree, std::size_t root,
                                const std::function<bool(std::size_t)>& skip) {
  return BlockCutter(tree, skip).Cut(root);
}

std::size_t CountWords(std::string_view text) {
  // Scripts that write no spaces: three bytes a character, some two
  // characters a word.
  std::size_t words = 0;
  std::size_t unspaced = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0xE3 && byte <= 0xED) ++unspaced;
    if (text[i] == ' ') {
      inside = false;
    } else if (!inside) {
      inside = true;
      ++words;
    }
  }
  return std::max(words, unspaced / 2);
}

}  // namespace archive
