// A leaf of a query → the words it means.
//
// One mechanism from here on: a word as written, its inflected forms, a
// wildcard and a misspelling are all sets of words of a segment's vocabulary.
#ifndef ARCHIVE_QUERY_MATCHING_WORD_SET_H_
#define ARCHIVE_QUERY_MATCHING_WORD_SET_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/vocabulary.h"
#include "common/text/letter_case.h"
#include "common/text/stemmer.h"
#include "query/language/ast.h"

namespace archive {

// Bit i stands for language i of a segment's vocabulary.
using LanguageMask = std::uint64_t;
inline constexpr LanguageMask kAnyLanguage = ~LanguageMask{0};

enum class WordMatch : std::uint8_t { kExact, kInflected, kPattern, kFuzzy };

// What one word of a query accepts.  Texts are folded.
struct WordSpec {
  WordMatch match = WordMatch::kExact;
  std::string text;  // not for kPattern
  Pattern pattern;   // kPattern only; its texts are folded
  int edits = 0;     // kFuzzy only
  // A single Chinese, Japanese or Korean character; kExact only.
  bool ideograph = false;
  // How the word must have been written there.
  std::optional<LetterPattern> letters = {};
};

bool IsWrittenSo(LetterPattern letters, LetterCase letter_case);

// A word of a segment that a spec accepts, and in articles of which languages.
struct IndexedWord {
  WordRank rank = 0;
  LanguageMask languages = kAnyLanguage;
};

struct IndexedWords {
  std::vector<IndexedWord> forms;  // by rank
  // Articles of the segment that have any of them in title, body or captions,
  // removed ones included; for wildcards and misspellings the sum over the
  // words, which is an upper bound.
  std::uint64_t articles = 0;
};

// The letters that a spec asks for are no matter of the vocabulary.
IndexedWords ExpandWord(const WordSpec& spec, const Vocabulary& vocabulary);

// Whether a spec accepts a word met in a text: what ExpandWord finds in a
// vocabulary, for callers that have the text instead.
// Threads: none (keeps the stemmers it has made).
class WordAcceptor {
 public:
  // `language` is that of the article.
  bool Accepts(const WordSpec& spec, std::string_view word,
               std::string_view language);

 private:
  std::map<std::string, Stemmer, std::less<>> stemmers_;
};

bool MatchesPattern(const Pattern& pattern, std::string_view word);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_WORD_SET_H_
