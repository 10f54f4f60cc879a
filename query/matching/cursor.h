// A list of articles of one segment, in the order of their docids: the
// interface of everything a query becomes.
//
// What is cheap decides where a cursor stands; what is dear (reading an
// article's words) is asked only of an article on which all cursors agree, by
// Matches().  So a tree of cursors looks at each article once, in rising order.
// Lucene's TwoPhaseIterator is the same idea.
//
// To add a kind: a class, and the case of the planner that makes it.
#ifndef ARCHIVE_QUERY_MATCHING_CURSOR_H_
#define ARCHIVE_QUERY_MATCHING_CURSOR_H_

#include <cstdint>
#include <limits>
#include <memory>

#include "common/index/token_stream.h"
#include "query/matching/match_batch.h"

namespace archive {

inline constexpr DocId kNoDoc = std::numeric_limits<DocId>::max();
// No score is as high: an article need not be scored.
inline constexpr double kNeedsNoScore = std::numeric_limits<double>::infinity();

// Threads: none.  Lives: no longer than the segment it walks.  What Xapian
// throws passes through: Searcher is where it ends.
class Cursor {
 public:
  Cursor() = default;
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  virtual ~Cursor() = default;

  // The article the cursor stands on, which may match; kNoDoc at the end.  A
  // new cursor stands on its first article.
  DocId doc() const { return doc_; }
  // To the next one.  REQUIRES: doc() != kNoDoc.
  virtual void Next() = 0;
  // To the first one that is not before `doc`; never back.
  virtual void SkipTo(DocId doc) = 0;
  // Whether the article the cursor stands on does match.
  // REQUIRES: doc() != kNoDoc.
  virtual bool Matches() { return true; }
  // What the article the cursor stands on earns here; 0 for mere conditions.
  // REQUIRES: Matches().
  virtual double Score() { return 0; }
  // Fills `batch`, which is emptied first, with matching articles from here on
  // that are shown, and stands behind them; a batch that is not full is the
  // last one.  Scores are those of Score(), but where an article surely earns
  // less than `least` (compared as floats) any number below that may stand.
  virtual void Take(const ShownArticles& shown, double least,
                    MatchBatch& batch) {
    for (batch.size = 0; doc_ != kNoDoc && !batch.IsFull(); Next()) {
      if (!shown.Holds(doc_) || !Matches()) continue;
      batch.Add(doc_, least == kNeedsNoScore ? 0 : Score());
    }
  }
  // About how many articles there are: an upper bound, to begin with the
  // rarest.
  virtual std::uint64_t Estimate() const = 0;

 protected:
  DocId doc_ = kNoDoc;
};

using CursorPtr = std::unique_ptr<Cursor>;

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_CURSOR_H_
