// How often words stand in an article, counted in its token stream: what
// re-ranking asks of an article, and all at once.
#ifndef ARCHIVE_QUERY_MATCHING_WORD_COUNTER_H_
#define ARCHIVE_QUERY_MATCHING_WORD_COUNTER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "common/index/segment.h"
#include "query/matching/posting_cursor.h"
#include "query/matching/unit_finder.h"
#include "query/matching/word_set.h"

namespace archive {

// Occurrences in title, body and captions, and in the title alone.
struct WordCount {
  std::uint32_t text = 0;
  std::uint32_t title = 0;
};

// Counts numbered words in the articles of one segment.  A word of a text may
// be a form of several of them.
//
// Threads: none.  Lives: no longer than the segment and the languages.
class WordCounter {
 public:
  WordCounter(const Segment& segment, const ArticleLanguages& languages)
      : segment_(segment), languages_(languages) {}

  // The next number, from 0, stands for these forms.
  void AddWord(std::span<const IndexedWord> forms);

  // By number.  Valid until the next call.
  const std::vector<WordCount>& Count(DocId doc);

 private:
  struct Meaning {
    std::uint32_t word = 0;
    LanguageMask languages = kAnyLanguage;
  };
  void Take(WordCode code, LanguageMask language, Zone zone);

  const Segment& segment_;
  const ArticleLanguages& languages_;
  std::unordered_map<WordCode, std::vector<Meaning>> meanings_;
  std::optional<UnitFinder> finder_;  // of these; made when it is needed
  std::vector<WordCount> counts_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_WORD_COUNTER_H_
