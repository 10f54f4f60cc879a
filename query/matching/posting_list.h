// One posting list of a segment, packed where it is long enough for that, else
// Xapian's: a border to Xapian.
#ifndef ARCHIVE_QUERY_MATCHING_POSTING_LIST_H_
#define ARCHIVE_QUERY_MATCHING_POSTING_LIST_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include <xapian.h>

#include "common/index/posting_lists.h"
#include "common/index/segment.h"
#include "query/matching/cursor.h"
#include "query/matching/word_set.h"

namespace archive {

// A term to walk: a word of the text, or a field's prefix and a word.
struct TermOfLanguages {
  std::string term;
  LanguageMask languages = kAnyLanguage;
  // Of a word of the text: its list may be packed.
  WordCode code = kMaxWordCodes;
};

// Lives: no longer than the segment.  Threads: none.  What Xapian throws passes
// through.
class PostingList {
 public:
  // Stands on the first posting.
  PostingList(const Segment& segment, const TermOfLanguages& term);

  // kNoDoc at the end.
  DocId doc() const { return doc_; }
  // REQUIRES: doc() != kNoDoc.  Terms of fields are weightless: present is one.
  std::uint32_t Occurrences() {
    return packed_ ? packed_->Occurrences() : std::max(1U, at_.get_wdf());
  }
  void Next() {
    if (packed_) {
      packed_->Next();
    } else {
      ++at_;
    }
    Read();
  }
  // To the first posting that is not before `doc`.
  void SkipTo(DocId doc) {
    if (doc <= doc_) return;
    if (packed_) {
      packed_->SkipTo(doc);
    } else {
      at_.skip_to(doc);
    }
    Read();
  }
  // Hands all postings before `end`, a docid and its occurrences each, and
  // stands behind them.
  template <typename Take>
  void TakeBefore(DocId end, const Take& take) {
    if (packed_) {
      packed_->TakeBefore(end, take);
      return Read();
    }
    for (; doc_ < end; Next()) take(doc_, Occurrences());
  }

  // Articles of the term, removed ones among them.
  std::uint64_t articles() const { return articles_; }
  LanguageMask languages() const { return languages_; }

 private:
  void Read() {
    if (packed_) {
      doc_ = packed_->AtEnd() ? kNoDoc : packed_->doc();
    } else {
      doc_ = at_ == end_ ? kNoDoc : *at_;
    }
  }

  std::unique_ptr<PackedPostings> packed_;  // nullptr: Xapian's
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  std::uint64_t articles_ = 0;
  LanguageMask languages_;
  DocId doc_ = kNoDoc;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_POSTING_LIST_H_
