// Reads the words of a query from an article: from its token stream, or from
// its text.
#ifndef ARCHIVE_QUERY_MATCHING_TOKEN_SOURCE_H_
#define ARCHIVE_QUERY_MATCHING_TOKEN_SOURCE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/segment.h"
#include "common/text/analyser.h"
#include "common/text/sentences.h"
#include "query/matching/cursor.h"
#include "query/matching/leaf_words.h"
#include "query/matching/positions.h"
#include "query/matching/posting_cursor.h"
#include "query/matching/unit_finder.h"
#include "query/matching/word_set.h"

namespace archive {

// From the token streams of one segment.
// Threads: none.  Lives: no longer than the segment and the languages.
class StreamSource {
 public:
  // What a word of the query means in the segment.
  struct QueryWord {
    std::vector<IndexedWord> forms;
    std::optional<LetterPattern> letters;
  };
  StreamSource(const Segment& segment, const ArticleLanguages& languages,
               std::span<const QueryWord> words);

  // The values of an article that hold any of the words.  Valid until another
  // article is read: the same again costs nothing.
  std::span<const ValueWords> Read(DocId doc);

 private:
  struct Meaning {
    std::uint32_t word;
    LanguageMask languages;
    std::optional<LetterPattern> letters;
  };
  void Take(WordCode code, const TokenReader& reader, LanguageMask language,
            WordPosition place);
  void OpenValue();
  void CloseValue(Zone zone);
  void Scan(const TokenReader& reader, LanguageMask language);

  const Segment& segment_;
  const ArticleLanguages& languages_;
  std::size_t word_count_;
  UnitFinder finder_;
  std::unordered_map<WordCode, std::vector<Meaning>> meanings_;
  DocId doc_ = kNoDoc;
  // Of them value_count_ are filled, the next one is being filled; the others
  // wait, so that nothing is allocated for an article.
  std::vector<ValueWords> values_;
  std::size_t value_count_ = 0;
  // By value: the words that have places in it.
  std::vector<std::vector<std::uint32_t>> found_;
};

// One value of an article's text, with the bytes of every word.
struct TextValue {
  ValueWords words;
  std::vector<Span> spans;  // by position; empty spans where a break counts
};

// From text, as the indexer would have cut it.
// Threads: none.
class TextSource {
 public:
  // Sentences are counted where one of the trees asks for them: they need
  // tables of ICU's, which a call from the shell would load for nothing.
  explicit TextSource(const JoinedTrees& trees)
      : specs_(trees.specs),
        asks_for_sentences_(AskForSentences(trees.roots)) {}

  // The paragraphs of one value in one zone.  Positions are those of the token
  // stream, but for sentences that nobody asks for.
  TextValue Read(Zone zone, std::span<const std::string_view> paragraphs,
                 std::string_view language);

 private:
  using SpecNumbers = std::vector<std::size_t>;
  const SpecNumbers& SpecsThatAccept(const std::string& word,
                                     std::string_view language);

  std::vector<WordSpec> specs_;
  bool asks_for_sentences_;
  Analyser analyser_;
  SentenceCutter sentences_;
  WordAcceptor acceptor_;
  // Texts repeat their words; a word is asked about once a value.
  std::unordered_map<std::string, SpecNumbers> accepted_by_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_TOKEN_SOURCE_H_
