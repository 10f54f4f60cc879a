// Tags, attributes and entities of SGML as wire archives write it.
//
// Not a parser: files of this kind follow no document type and hold control
// characters, bare '<' and elements cut in the middle.  It finds what looks
// like a tag and leaves to the readers which elements mean something.
// Everything is linear in the text and a pure function.
#ifndef ARCHIVE_INDEXER_READERS_SGML_H_
#define ARCHIVE_INDEXER_READERS_SGML_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/span.h"

namespace archive {

// Views into the text that was searched.
struct SgmlTag {
  std::string_view name;
  std::string_view attributes;  // all that stands behind the name
  bool is_end = false;          // </NAME>
  Span span;                    // from '<' to behind '>'
};

// The first tag at or behind `from`.  A '<' with no name or no '>' before the
// next '<' is text.
std::optional<SgmlTag> NextTag(std::string_view text, std::size_t from);

// The first tag with this name, in any case of letters.
std::optional<SgmlTag> FindTag(std::string_view text, std::string_view name,
                               std::size_t from);

// The bytes between `start` and its end tag, which must come after it; nullopt
// when the element is not closed.
std::optional<Span> ContentOf(std::string_view text, const SgmlTag& start);

// The value of NAME="value" or NAME=value; empty when there is none.
std::string_view AttributeOf(const SgmlTag& tag, std::string_view name);

// `text` with &lt; &gt; &amp; &quot; &apos; &nbsp; and numeric entities as
// UTF-8.  What is no entity stays as it is; numbers that are no character
// become U+FFFD.
std::string DecodeEntities(std::string_view text);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_SGML_H_
