// Where the parts of a JSON document stand, without reading them: so that each
// article of a long document is read by itself, in the memory of one, and a bad
// one costs only itself.
//
// Not a parser: it follows strings and brackets, and what stands between them
// is the reader's.  Linear, without recursion, whatever the bytes.
#ifndef ARCHIVE_INDEXER_READERS_JSON_SPANS_H_
#define ARCHIVE_INDEXER_READERS_JSON_SPANS_H_

#include <functional>
#include <string_view>
#include <vector>

namespace archive {

// Views into the document that was asked.
struct JsonMember {
  std::string_view key;    // as written, without its quotes
  std::string_view value;  // "…", {…}, […], a number, true
};

// The members of an object, not of those inside it.  Of one that is cut, those
// that are whole and the beginning of the next.
std::vector<JsonMember> MembersOf(std::string_view object);

// Calls `item` for each value that stands on the top of `text`: the items of an
// array, or values one after the other, with commas, lines or nothing between.
// False from `item` ends it.
void ForEachJsonItem(std::string_view text,
                     const std::function<bool(std::string_view)>& item);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_SPANS_H_
