#include "query/matching/boolean_cursors.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace archive {
namespace {

class AllCursor : public Cursor {
 public:
  explicit AllCursor(DocId last_doc) : last_doc_(last_doc) { StandOn(1); }
  void Next() override { StandOn(doc_ + 1); }
  void SkipTo(DocId doc) override {
    if (doc > doc_) StandOn(doc);
  }
  void Take(const ShownArticles& shown, double /*least*/,
            MatchBatch& batch) override {
    for (batch.size = 0; doc_ != kNoDoc && !batch.IsFull(); StandOn(doc_ + 1)) {
      if (shown.Holds(doc_)) batch.Add(doc_, 0);
    }
  }
  std::uint64_t Estimate() const override { return last_doc_; }

 private:
  void StandOn(DocId doc) { doc_ = doc <= last_doc_ ? doc : kNoDoc; }

  DocId last_doc_;
};

class DocsCursor : public Cursor {
 public:
  explicit DocsCursor(std::vector<DocId> docs) : docs_(std::move(docs)) {
    StandOn(docs_.begin());
  }
  void Next() override { StandOn(at_ + 1); }
  void SkipTo(DocId doc) override {
    if (doc > doc_) StandOn(std::lower_bound(at_, docs_.cend(), doc));
  }
  std::uint64_t Estimate() const override { return docs_.size(); }

 private:
  void StandOn(std::vector<DocId>::const_iterator at) {
    at_ = at;
    doc_ = at == docs_.cend() ? kNoDoc : *at;
  }

  std::vector<DocId> docs_;
  std::vector<DocId>::const_iterator at_;
};

class AndCursor : public Cursor {
 public:
  AndCursor(std::vector<CursorPtr> cursors, std::vector<DocTest> tests)
      : cursors_(std::move(cursors)), tests_(std::move(tests)) {
    for (const CursorPtr& cursor : cursors_) by_rarity_.push_back(cursor.get());
    std::stable_sort(by_rarity_.begin(), by_rarity_.end(),
                     [](const Cursor* a, const Cursor* b) {
                       return a->Estimate() < b->Estimate();
                     });
    Settle();
  }
  void Next() override {
    by_rarity_.front()->Next();
    Settle();
  }
  void SkipTo(DocId doc) override {
    if (doc <= doc_) return;
    by_rarity_.front()->SkipTo(doc);
    Settle();
  }
  bool Matches() override {
    return std::all_of(tests_.begin(), tests_.end(),
                       [this](const DocTest& test) { return test(doc_); }) &&
           std::all_of(
               cursors_.begin(), cursors_.end(),
               [](const CursorPtr& cursor) { return cursor->Matches(); });
  }
  double Score() override {
    double score = 0;
    for (const CursorPtr& cursor : cursors_) score += cursor->Score();
    return score;
  }
  std::uint64_t Estimate() const override {
    return by_rarity_.front()->Estimate();
  }

 private:
  // From where the rarest cursor stands to the first article of all.
  void Settle() {
    for (;;) {
      doc_ = by_rarity_.front()->doc();
      if (doc_ == kNoDoc) return;
      const DocId next = Disagreement();
      if (next == doc_) return;
      by_rarity_.front()->SkipTo(next);
    }
  }

  // Where the first cursor that lacks doc_ stands instead; doc_ when none does.
  DocId Disagreement() {
    for (Cursor* cursor : by_rarity_) {
      cursor->SkipTo(doc_);
      if (cursor->doc() != doc_) return cursor->doc();
    }
    return doc_;
  }

  std::vector<CursorPtr> cursors_;
  std::vector<DocTest> tests_;
  std::vector<Cursor*> by_rarity_;
};

class OrCursor : public Cursor {
 public:
  explicit OrCursor(std::vector<CursorPtr> cursors)
      : cursors_(std::move(cursors)) {
    FindFirst();
  }
  void Next() override {
    for (const CursorPtr& cursor : cursors_) {
      if (cursor->doc() == doc_) cursor->Next();
    }
    FindFirst();
  }
  void SkipTo(DocId doc) override {
    if (doc <= doc_) return;
    for (const CursorPtr& cursor : cursors_) cursor->SkipTo(doc);
    FindFirst();
  }
  bool Matches() override {
    return std::any_of(
        cursors_.begin(), cursors_.end(),
        [this](const CursorPtr& cursor) { return HasMatch(*cursor); });
  }
  double Score() override {
    double score = 0;
    for (const CursorPtr& cursor : cursors_) {
      if (HasMatch(*cursor)) score += cursor->Score();
    }
    return score;
  }
  std::uint64_t Estimate() const override {
    return std::accumulate(cursors_.begin(), cursors_.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const CursorPtr& cursor) {
                             return sum + cursor->Estimate();
                           });
  }

 private:
  bool HasMatch(Cursor& cursor) const {
    return cursor.doc() == doc_ && cursor.Matches();
  }
  void FindFirst() {
    doc_ = kNoDoc;
    for (const CursorPtr& cursor : cursors_)
      doc_ = std::min(doc_, cursor->doc());
  }

  std::vector<CursorPtr> cursors_;
};

class RepeatedCursor : public Cursor {
 public:
  RepeatedCursor(CursorPtr cursor, int times)
      : cursor_(std::move(cursor)), times_(times) {
    doc_ = cursor_->doc();
  }
  void Next() override {
    cursor_->Next();
    doc_ = cursor_->doc();
  }
  void SkipTo(DocId doc) override {
    cursor_->SkipTo(doc);
    doc_ = cursor_->doc();
  }
  bool Matches() override { return cursor_->Matches(); }
  double Score() override { return times_ * cursor_->Score(); }
  std::uint64_t Estimate() const override { return cursor_->Estimate(); }

 private:
  CursorPtr cursor_;
  int times_;
};

}  // namespace

CursorPtr MakeAllCursor(DocId last_doc) {
  return std::make_unique<AllCursor>(last_doc);
}

CursorPtr MakeDocsCursor(std::vector<DocId> docs) {
  return std::make_unique<DocsCursor>(std::move(docs));
}

CursorPtr MakeAndCursor(std::vector<CursorPtr> cursors,
                        std::vector<DocTest> tests) {
  if (cursors.size() == 1 && tests.empty()) return std::move(cursors.front());
  return std::make_unique<AndCursor>(std::move(cursors), std::move(tests));
}

CursorPtr MakeOrCursor(std::vector<CursorPtr> cursors) {
  if (cursors.size() == 1) return std::move(cursors.front());
  return std::make_unique<OrCursor>(std::move(cursors));
}

CursorPtr MakeRepeatedCursor(CursorPtr cursor, int times) {
  if (times == 1) return cursor;
  return std::make_unique<RepeatedCursor>(std::move(cursor), times);
}

DocTest MakeAbsenceTest(CursorPtr cursor) {
  // std::function copies; the cursor is shared by the copies.
  return [shared = std::shared_ptr<Cursor>(std::move(cursor))](DocId doc) {
    shared->SkipTo(doc);
    return shared->doc() != doc || !shared->Matches();
  };
}

}  // namespace archive
