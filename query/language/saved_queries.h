// Saved searches as texts, by name.  Where they lie is the command line's
// business (query/saved_files.h).
#ifndef ARCHIVE_QUERY_LANGUAGE_SAVED_QUERIES_H_
#define ARCHIVE_QUERY_LANGUAGE_SAVED_QUERIES_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace archive {

inline constexpr std::size_t kMaxSavedName = 64;  // bytes

struct SavedQuery {
  // A query in our own language.  It may have several lines; those of comments
  // are empty, so that lines can be counted.
  std::string text;
  std::string file = {};      // for messages; empty: not in a file yet
  std::string comments = {};  // lines of the file, each with its end
  std::string fault = {};     // why the file could not be read; empty: it could
};

// By name, in the order of the bytes.
using SavedQueries = std::map<std::string, SavedQuery, std::less<>>;

// Letters a to z in any case, digits, `-`, `_` and `.`; a letter, a digit or
// `_` comes first, so that no name is a path, hidden, or looks like an option.
bool IsSavedName(std::string_view name);
inline constexpr std::string_view kSavedNameRule =
    "a name is made of letters a to z, digits, -, _ and .; at most 64";

// The file's bytes → `text` or `fault`.  Lines that begin with "# ", and "#"
// alone, are comments.
SavedQuery ReadSavedQuery(std::string_view bytes, std::string file);

// The query on one line, without comments.
std::string OnOneLine(const SavedQuery& query);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_SAVED_QUERIES_H_
