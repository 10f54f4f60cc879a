// What the parser asks about @NAME.
//
// The parser does no I/O and knows no files: it is given one of these.
#ifndef ARCHIVE_QUERY_LANGUAGE_SAVED_LOOKUP_H_
#define ARCHIVE_QUERY_LANGUAGE_SAVED_LOOKUP_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/ast.h"
#include "query/language/diagnostics.h"

namespace archive {

struct SavedMistake {
  std::string message;
  std::string place;  // "/x/hotlines.query, line 2"; empty: in no file
};

// A saved search, parsed.
struct SavedTree {
  Node tree;                            // in the spans of its own text
  bool understood = false;              // any of it
  int leaves = 0;                       // of `tree`
  int depth = 0;                        // of `tree`: 0 for a leaf
  int height = 1;                       // searches that stand within each other
  std::optional<SavedMistake> mistake;  // the first one
  std::vector<std::string> notices;
};

class SavedLookup {
 public:
  SavedLookup() = default;
  SavedLookup(const SavedLookup&) = delete;
  SavedLookup& operator=(const SavedLookup&) = delete;
  virtual ~SavedLookup() = default;

  // Lives: until the next call.  nullptr: there is none of this name.
  virtual const SavedTree* Find(std::string_view name) = 0;
  virtual std::vector<std::string_view> Names() const = 0;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_SAVED_LOOKUP_H_
