// HTML → a tree that lies in one array.  The border to Gumbo: no other file
// includes it.
//
// Nodes stand in the order of the page, each before what is inside it, so that
// an element's inside is the range (own place, `end`) and every walk is a loop:
// no recursion, whatever the nesting.  Comments, SVG and <template> are left
// out; what a page means is left to html_*.cc.
//
// Pages are of strangers.  What Gumbo cannot bear (its own destructor recurses,
// attributes are compared pair by pair, open elements are searched one by one)
// is counted before it sees the page, and its memory is an arena with a limit.
// HTML: https://html.spec.whatwg.org/multipage/parsing.html
#ifndef ARCHIVE_INDEXER_READERS_HTML_TREE_H_
#define ARCHIVE_INDEXER_READERS_HTML_TREE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "common/span.h"

namespace archive {

struct HtmlAttribute {
  std::string_view name;   // small letters
  std::string_view value;  // entities decoded
};

struct HtmlNode {
  std::string_view name;  // of an element, small letters; empty: text
  std::string_view text;  // of a text, entities decoded, not cleaned
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  // behind the last node inside
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;  // how many

  bool IsText() const { return name.empty(); }
};

// Whether the parser is spared what need not be parsed (html_abridged.h).  The
// tree is the same but for blanks side by side outside of <pre>; tests compare.
enum class HtmlParsing : unsigned char { kAbridged, kLetterByLetter };

struct HtmlRun;

// Owns all texts of its nodes.  Threads: read from any.
class HtmlTree {
 public:
  // Fails with kBadInput for pages beyond the limits, naming the limit; any
  // other bytes give a tree.  REQUIRES: `html` is as CleanUtf8 leaves a text
  // (common/text/utf8.h).
  static Result<HtmlTree> Parse(std::string html,
                                HtmlParsing parsing = HtmlParsing::kAbridged);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  // The first is <html>; there is always one.
  std::span<const HtmlNode> nodes() const { return nodes_; }
  const HtmlNode& operator[](std::size_t at) const { return nodes_[at]; }
  std::size_t size() const { return nodes_.size(); }

  std::span<const HtmlAttribute> AttributesOf(const HtmlNode& node) const {
    return std::span(attributes_)
        .subspan(node.first_attribute, node.attributes);
  }
  // The value of an attribute; empty when there is none.
  std::string_view AttributeOf(const HtmlNode& node,
                               std::string_view name) const;
  bool HasAttribute(const HtmlNode& node, std::string_view name) const;

  // The texts inside an element, one after the other, in one line.
  std::string TextOf(std::size_t element) const;
  // Nothing where it has more than so many bytes as it stands on the page:
  // elements that are not closed nest, and each holds all that comes.
  std::string TextOf(std::size_t element, std::size_t most) const;
  // The same with its characters as they are: what a <script> holds.
  std::string RawTextOf(std::size_t element) const;

 private:
  struct Source;  // the page and the arena that the views look into

  HtmlTree();

  // False: the page takes too much memory.
  bool Build();
  // The page's own letters for the numbers that were parsed in their place.
  // False: the parser saw another page.
  bool MakeWhole(const std::vector<HtmlRun>& runs);

  std::unique_ptr<Source> source_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_TREE_H_
