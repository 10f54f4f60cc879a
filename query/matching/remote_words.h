// What a word of a query means in an index on another machine: its forms from
// the server's list of terms, stemmed here, and the articles that have them.
#ifndef ARCHIVE_QUERY_MATCHING_REMOTE_WORDS_H_
#define ARCHIVE_QUERY_MATCHING_REMOTE_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/text/analyser.h"
#include "query/matching/leaf_words.h"
#include "query/matching/remote_counts.h"
#include "query/matching/remote_server.h"

namespace archive {

struct RemoteWord {
  Xapian::Query query;             // articles that have any of its forms
  std::vector<std::string> terms;  // its forms
};

// Keeps what it has learnt.  Lives: no longer than server and counts.
// Threads: none.  Throws RemoteFailure.
class RemoteWords {
 public:
  RemoteWords(const RemoteServer& server, RemoteCounts& counts)
      : server_(server), counts_(counts) {}

  const RemoteWord& Find(const FieldWord& word);
  // As IndexedWords::articles counts, but of living articles.
  std::uint64_t ArticlesWith(const FieldWord& word);
  // Those in which a word stands that has this stem, in languages stemmed by
  // these rules.
  std::uint64_t ArticlesOfStem(const std::string& rules,
                               const std::string& stem);

  // Terms that begin with `prefix` and whose rest `accepts`.
  std::vector<std::string> TermsWith(
      const std::string& prefix,
      const std::function<bool(std::string_view)>& accepts);

 private:
  RemoteWord Expand(const FieldWord& word);
  void AddInflected(const FieldWord& word, RemoteWord& found);
  std::vector<std::string> FormsOfStem(const std::string& field_prefix,
                                       const std::string& language,
                                       std::string_view like,
                                       const std::string& stem);
  std::vector<std::string> Scan(
      const FieldWord& word, std::string_view begin,
      const std::function<bool(std::string_view)>& accepts);
  // Every word that begins so, in a field with this prefix.
  const std::vector<std::string>& WordsFrom(const std::string& field_prefix,
                                            const std::string& begin);
  const std::vector<std::string>& Languages();
  Xapian::Query InLanguage(const std::string& language);

  const RemoteServer& server_;
  RemoteCounts& counts_;
  Analyser analyser_;
  std::map<std::string, RemoteWord> words_;  // by KeyOf
  std::map<std::string, std::uint64_t> articles_;
  std::map<std::pair<std::string, std::string>, std::uint64_t> of_stems_;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>>
      lists_;
  // By language and list: the stem of each word of that list.
  std::map<std::pair<std::string, const void*>, std::vector<std::string>>
      stems_;
  std::vector<std::string> languages_;
  bool knows_languages_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_REMOTE_WORDS_H_
