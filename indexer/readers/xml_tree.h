// XML → a tree that lies in one array.  The border to pugixml: no other file
// includes it.
//
// As html_tree.h: nodes stand in the order of the document, each before what is
// inside it, and every walk is a loop.  Comments, instructions, document types
// are left out; what is not well formed is mended (xml_mending.h).
//
// Names are small letters.  A prefix is what the vocabulary is known by, not
// what the document happens to bind: "dc:creator", "content:encoded",
// "xhtml:div"; elements of RSS, NITF, NewsML and of no vocabulary have none.
// To know another vocabulary: a row of kVocabularies in xml_tree.cc.
// XML: https://www.w3.org/TR/xml/, https://www.w3.org/TR/xml-names/
#ifndef ARCHIVE_INDEXER_READERS_XML_TREE_H_
#define ARCHIVE_INDEXER_READERS_XML_TREE_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "common/span.h"

namespace archive {

struct XmlAttribute {
  std::string_view name;   // small letters, with the prefix as written
  std::string_view value;  // entities decoded, not cleaned
};

struct XmlNode {
  std::string_view name;  // of an element; empty: text
  std::string_view text;  // of a text, entities decoded, not cleaned
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  // behind the last node inside
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;  // how many
  Span bytes;  // of an element, in the file; the whole file where its charset
               // had to be changed

  bool IsText() const { return name.empty(); }
};

// "creator" of "dc:creator".
std::string_view LocalName(std::string_view name);

// Owns all texts of its nodes.  Threads: read from any.
class XmlTree {
 public:
  // `bytes` in the charset that they declare.  Fails with kBadInput beyond the
  // limits of xml_mending.h, naming the limit; any other bytes give a tree.
  static Result<XmlTree> Parse(std::string_view bytes);

  XmlTree(XmlTree&&) noexcept;
  XmlTree& operator=(XmlTree&&) noexcept;
  ~XmlTree();

  // The first is no element: it holds the outermost ones.
  std::span<const XmlNode> nodes() const { return nodes_; }
  const XmlNode& operator[](std::size_t at) const { return nodes_[at]; }
  std::size_t size() const { return nodes_.size(); }

  std::span<const XmlAttribute> AttributesOf(std::size_t element) const {
    return std::span(attributes_)
        .subspan(nodes_[element].first_attribute, nodes_[element].attributes);
  }
  // The value of an attribute, cleaned; empty when there is none.
  std::string AttributeOf(std::size_t element, std::string_view name) const;
  // The same of the element or the nearest around it that has one: xml:lang.
  std::string Inherited(std::size_t element, std::string_view name) const;

  // The elements directly inside, in order; with a name, those of that name.
  std::vector<std::size_t> ChildrenOf(std::size_t element,
                                      std::string_view name = {}) const;
  // Those anywhere inside.
  std::vector<std::size_t> Descendants(std::size_t element,
                                       std::string_view name) const;
  // The first of these, nullopt when there is none.
  std::optional<std::size_t> Find(std::size_t element,
                                  std::string_view name) const;
  // The first child of the first child … along the names.
  std::optional<std::size_t> Along(
      std::size_t element, std::initializer_list<std::string_view> way) const;

  // The texts inside an element, one after the other, in one line.
  std::string TextOf(std::size_t element) const;
  // The same with its characters as they are.
  std::string RawTextOf(std::size_t element) const;
  // Along() and TextOf(): the value of a field.
  std::string TextAlong(std::size_t element,
                        std::initializer_list<std::string_view> way) const;
  // What is inside an element, as HTML: names without prefixes.
  std::string MarkupOf(std::size_t element) const;

 private:
  struct Source;  // the text and pugixml's tree that the views look into

  XmlTree();

  std::unique_ptr<Source> source_;
  std::vector<XmlNode> nodes_;
  std::vector<XmlAttribute> attributes_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_XML_TREE_H_
