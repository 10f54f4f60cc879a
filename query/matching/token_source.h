// Reads the words of a query from an article: from its token stream, or from
// its text.
#ifndef ARCHIVE_QUERY_MATCHING_TOKEN_SOURCE_H_
#define ARCHIVE_QUERY_MATCHING_TOKEN_SOURCE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/segment.h"
#include "common/text/analyser.h"
#include "query/matching/positions.h"
#include "query/matching/posting_cursor.h"
#include "query/matching/word_set.h"

namespace archive {

// From the token streams of one segment.
// Threads: none.  Lives: no longer than the segment and the languages.
class StreamSource {
 public:
  // `forms[i]` are the words of the segment that word i of the query means.
  StreamSource(const Segment& segment, const ArticleLanguages& languages,
               std::span<const std::vector<IndexedWord>> forms);

  // The values of an article that hold any of the words.  Valid until the next
  // call.
  const std::vector<ValueWords>& Read(DocId doc);

 private:
  struct Meaning {
    std::uint32_t word;
    LanguageMask languages;
  };
  void Take(WordCode code, LanguageMask language, WordPosition place);
  void CloseValue(Zone zone);

  const Segment& segment_;
  const ArticleLanguages& languages_;
  std::size_t word_count_;
  // By code: place of its first meaning in meanings_, plus one; 0: none.
  std::vector<std::uint32_t> first_meaning_;
  std::vector<std::vector<Meaning>> meanings_;
  ValueWords value_;
  bool value_is_empty_ = true;
  std::vector<ValueWords> values_;
};

// One value of an article's text, with the bytes of every word.
struct TextValue {
  ValueWords words;
  std::vector<Span> spans;  // by position; empty spans where a break counts
};

// From text: paragraphs of one value, as the indexer would have cut them; in
// which zone they stand the caller knows.  Positions are those of the token
// stream.
TextValue ReadText(std::span<const std::string_view> paragraphs,
                   std::string_view language, std::span<const WordSpec> specs,
                   Analyser& analyser, WordAcceptor& acceptor);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_TOKEN_SOURCE_H_
