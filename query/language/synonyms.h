// The librarian's synonyms: names that mean the same to a search, one line
// each.
//
//     # Places, old and new.
//     Peking = Beijing = Peiping
//     Persia -> Iran
//     EEC -> European Community, European Union
//
// Between `=` each name finds all of the others, too; before `->` stands a name
// that finds those behind it, which do not find it.  Names of several words are
// phrases.  Lines that begin with "# ", and what stands behind " # ", are
// comments.  Names are compared as words are: by the analyser.
//
// Pure functions of the file's text; the file is read in query/synonym_file.h.
#ifndef ARCHIVE_QUERY_LANGUAGE_SYNONYMS_H_
#define ARCHIVE_QUERY_LANGUAGE_SYNONYMS_H_

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"
#include "common/text/analyser.h"
#include "query/language/ast.h"

namespace archive {

inline constexpr std::size_t kMaxSynonymsFile = 1024 * 1024;  // bytes
inline constexpr std::size_t kMaxSynonymsLines = 20'000;
inline constexpr std::size_t kMaxSynonymName = 200;  // bytes
inline constexpr std::size_t kMaxSynonymsOfName = 64;

struct SynonymName {
  std::string text;  // as written in the file
  std::string key;   // its words, with spaces between
};

// Owns: the names.  Threads: const methods any.
class Synonyms {
 public:
  // `path` is for messages.
  // Fails (kConfiguration): names the file, the line, and what to write.
  static Result<Synonyms> Parse(std::string_view text, std::string path);

  // The other names of one, as they are written in the file, in its order; none
  // when it has none.
  // Lives: as long as this.
  std::span<const SynonymName> Of(std::string_view name,
                                  Analyser& analyser) const;

  const std::string& path() const { return path_; }
  std::size_t size() const { return others_.size(); }  // names that have others

 private:
  friend class SynonymParser;
  using Others = std::map<std::string, std::vector<SynonymName>>;
  Synonyms(Others others, std::string path)
      : others_(std::move(others)), path_(std::move(path)) {}

  Others others_;  // by key
  std::string path_;
};

struct ExpandedTree {
  Node tree;
  int leaves = 0;
  bool has_synonyms = false;  // some were put in
};

// Puts an OR of a name and its synonyms in the place of each inflected word and
// each phrase that is one, in running text.  Exact words, wildcards, misspelt
// words, words in capitals, windows and atleast() stay as they are, and so does
// what was put in: one step.  Beyond kMaxLeaves no more is put in.
// REQUIRES: `tree` is resolved.
ExpandedTree ExpandSynonyms(Node tree, const Synonyms& synonyms);

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_SYNONYMS_H_
