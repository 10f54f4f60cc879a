// The articles of one word in a window of docids, all its forms together.
//
// Lists are walked a window at a time: for three lists or three hundred a
// posting costs the same, and words are joined 64 articles at a time.
#ifndef ARCHIVE_QUERY_MATCHING_WORD_WINDOW_H_
#define ARCHIVE_QUERY_MATCHING_WORD_WINDOW_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/segment.h"
#include "query/matching/cursor.h"
#include "query/matching/posting_list.h"
#include "query/matching/word_scorer.h"
#include "query/matching/word_set.h"

namespace archive {

class ArticleLanguages;

inline constexpr DocId kDocsOfWindow = 4096;

// A bit for each article of a window.
class WindowBits {
 public:
  static constexpr std::size_t kWords = kDocsOfWindow / 64;

  void Clear() { words_.fill(0); }
  void Set(DocId at) { words_[at / 64] |= std::uint64_t{1} << (at % 64); }
  bool Holds(DocId at) const { return (words_[at / 64] >> (at % 64) & 1) != 0; }
  std::uint64_t& operator[](std::size_t word) { return words_[word]; }
  std::uint64_t operator[](std::size_t word) const { return words_[word]; }
  std::size_t Count() const;
  // Those of both, or of either, stay.
  void And(const WindowBits& other);
  void Or(const WindowBits& other);

 private:
  std::array<std::uint64_t, kWords> words_ = {};
};

// Articles that have any of some terms in an article of the term's languages;
// occurrences are added up.
// Lives: no longer than segment and languages.  Threads: none.
class WordWindow {
 public:
  WordWindow(const Segment& segment, const ArticleLanguages& languages,
             std::vector<PostingList> lists, const WordScorer& scorer);

  // An upper bound of the articles.
  std::uint64_t Estimate() const { return estimate_; }

  // To the first posting that is not before `doc`; kNoDoc where there is none.
  // An upper bound of nothing: its article may be of another language.
  DocId SkipTo(DocId doc);
  // Fills the window that begins at `begin`, from where the lists stand.
  void Fill(DocId begin);
  // The same; of articles outside of `wanted` some may be missing.
  void FillWithin(DocId begin, const WindowBits& wanted);

  const WindowBits& present() const { return present_; }
  // Of the article at a place in the window.  REQUIRES: it is present.
  double ScoreAt(DocId at) const {
    return scorer_.Score(begin_ + at, counts_[at]);
  }
  double MostAt(DocId at) const { return scorer_.Most(counts_[at]); }

 private:
  void Add(DocId doc, std::uint32_t occurrences) {
    const DocId at = doc - begin_;
    counts_[at] = (present_.Holds(at) ? counts_[at] : 0) + occurrences;
    present_.Set(at);
  }
  void Walk(PostingList& list);
  void Pick(PostingList& list, const WindowBits& wanted);
  bool IsOfAll(const PostingList& list) const;

  const Columns& columns_;
  const ArticleLanguages& languages_;
  std::vector<PostingList> lists_;
  WordScorer scorer_;
  std::uint64_t estimate_ = 0;
  DocId begin_ = 0;
  WindowBits present_;
  std::array<std::uint32_t, kDocsOfWindow> counts_;  // where present
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_WORD_WINDOW_H_
