#include "query/matching/word_cursor.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace archive {
namespace {

using Words = std::vector<std::unique_ptr<WordWindow>>;

// Looking up one article of a word costs as much as walking so many.
constexpr std::uint64_t kWalkedForLookup = 16;

// Articles that are given, by docid.
class GivenDocs {
 public:
  explicit GivenDocs(std::vector<DocId> docs) : docs_(std::move(docs)) {}

  // The first that is not before `doc`; kNoDoc when there is none.
  DocId SkipTo(DocId doc) {
    while (at_ < docs_.size() && docs_[at_] < doc) ++at_;
    return at_ < docs_.size() ? docs_[at_] : kNoDoc;
  }
  // Those of the window, from where this stands.
  void Fill(DocId begin, WindowBits& bits) {
    bits.Clear();
    for (; at_ < docs_.size() && docs_[at_] - begin < kDocsOfWindow; ++at_)
      bits.Set(docs_[at_] - begin);
  }

 private:
  std::vector<DocId> docs_;
  std::size_t at_ = 0;
};

class WordCursor : public Cursor {
 public:
  WordCursor(Words words, JoinedBy joined, WordConditions conditions)
      : words_(std::move(words)),
        joined_(joined),
        conditions_(std::move(conditions)) {
    for (const auto& word : words_) by_rarity_.push_back(word.get());
    std::stable_sort(by_rarity_.begin(), by_rarity_.end(),
                     [](const WordWindow* a, const WordWindow* b) {
                       return a->Estimate() < b->Estimate();
                     });
    if (conditions_.few_docs) {
      auto few = conditions_.few_docs(by_rarity_.front()->Estimate() /
                                      kWalkedForLookup);
      if (few) given_.emplace(*std::move(few));
    }
    FillFrom(0);
    Settle(0);
  }

  void Next() override { Settle(doc_ - begin_ + 1); }

  void SkipTo(DocId doc) override {
    if (doc <= doc_) return;
    if (doc - begin_ >= kDocsOfWindow) {
      FillFrom(doc);
      Settle(doc > begin_ ? doc - begin_ : 0);
    } else {
      Settle(doc - begin_);
    }
  }

  bool Matches() override {
    return std::all_of(conditions_.tests.begin(), conditions_.tests.end(),
                       [this](const DocTest& test) { return test(doc_); });
  }

  double Score() override { return ScoreAt(doc_ - begin_); }

  void Take(const ShownArticles& shown, double least,
            MatchBatch& batch) override {
    batch.size = 0;
    while (doc_ != kNoDoc && TakeFromWindow(shown, least, batch))
      Settle(kDocsOfWindow);
  }

  std::uint64_t Estimate() const override {
    if (joined_ == JoinedBy::kAll) return by_rarity_.front()->Estimate();
    return std::accumulate(words_.begin(), words_.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& word) {
                             return sum + word->Estimate();
                           });
  }

 private:
  // False when the batch is full before the window is at its end; then the
  // cursor stands on what is left.
  bool TakeFromWindow(const ShownArticles& shown, double least,
                      MatchBatch& batch) {
    const DocId first = doc_ - begin_;
    for (DocId word = first / 64; word < WindowBits::kWords; ++word) {
      std::uint64_t bits = present_[word];
      if (word == first / 64) bits &= ~std::uint64_t{0} << (first % 64);
      for (; bits != 0; bits &= bits - 1) {
        const DocId at = word * 64 + static_cast<DocId>(std::countr_zero(bits));
        doc_ = begin_ + at;
        if (batch.IsFull()) return false;
        if (shown.Holds(doc_) && Matches())
          batch.Add(doc_, ScoreIfNeeded(at, least));
      }
    }
    return true;
  }
  double ScoreIfNeeded(DocId at, double least) const {
    if (least == kNeedsNoScore) return 0;
    const bool is_less =
        static_cast<float>(MostAt(at)) < static_cast<float>(least);
    return is_less ? 0 : ScoreAt(at);
  }
  bool IsPresent(const WordWindow& word, DocId at) const {
    return joined_ == JoinedBy::kAll || word.present().Holds(at);
  }
  double ScoreAt(DocId at) const {
    double score = 0;
    for (const auto& word : words_) {
      if (IsPresent(*word, at)) score += word->ScoreAt(at);
    }
    return score;
  }
  // Sums of greater numbers in the same order: rounded, too, no less.
  double MostAt(DocId at) const {
    double most = 0;
    for (const auto& word : words_) {
      if (IsPresent(*word, at)) most += word->MostAt(at);
    }
    return most;
  }

  // The window with the first article that is not before `doc`; of all words,
  // it may come to nothing.
  void FillFrom(DocId doc) {
    for (;;) {
      const DocId first = FirstFrom(doc);
      begin_ = first == kNoDoc ? kNoDoc : first / kDocsOfWindow * kDocsOfWindow;
      if (begin_ == kNoDoc || MayMatchInWindow()) break;
      doc = BehindWindow();
    }
    if (begin_ == kNoDoc) return;
    if (joined_ == JoinedBy::kAny) {
      FillAny();
    } else {
      FillAll();
    }
  }

  bool MayMatchInWindow() const {
    return std::all_of(conditions_.window_tests.begin(),
                       conditions_.window_tests.end(),
                       [this](const WindowTest& test) { return test(begin_); });
  }

  // kNoDoc behind the last one.
  DocId BehindWindow() const {
    return begin_ > kNoDoc - kDocsOfWindow ? kNoDoc : begin_ + kDocsOfWindow;
  }

  DocId FirstFrom(DocId doc) {
    if (given_) return given_->SkipTo(doc);
    if (joined_ == JoinedBy::kAll) return by_rarity_.front()->SkipTo(doc);
    DocId first = kNoDoc;
    for (const auto& word : words_) first = std::min(first, word->SkipTo(doc));
    return first;
  }

  void FillAny() {
    present_.Clear();
    for (const auto& word : words_) {
      word->Fill(begin_);
      present_.Or(word->present());
    }
  }

  void FillAll() {
    std::size_t next = 0;
    if (given_) {
      given_->Fill(begin_, present_);
    } else {
      by_rarity_.front()->Fill(begin_);
      present_ = by_rarity_.front()->present();
      ++next;
    }
    for (; next < by_rarity_.size(); ++next) {
      by_rarity_[next]->FillWithin(begin_, present_);
      present_.And(by_rarity_[next]->present());
    }
  }

  // To the first article at `offset` in the window or behind it.
  void Settle(DocId offset) {
    for (;;) {
      if (begin_ == kNoDoc) {
        doc_ = kNoDoc;
        return;
      }
      for (DocId word = offset / 64; word < WindowBits::kWords; ++word) {
        std::uint64_t bits = present_[word];
        if (word == offset / 64) bits &= ~std::uint64_t{0} << (offset % 64);
        if (bits == 0) continue;
        doc_ = begin_ + word * 64 + static_cast<DocId>(std::countr_zero(bits));
        return;
      }
      FillFrom(BehindWindow());
      offset = 0;
    }
  }

  Words words_;
  JoinedBy joined_;
  WordConditions conditions_;
  std::vector<WordWindow*> by_rarity_;
  std::optional<GivenDocs> given_;  // instead of the rarest word's articles
  DocId begin_ = 0;
  WindowBits present_;
};

}  // namespace

CursorPtr MakeWordCursor(std::vector<std::unique_ptr<WordWindow>> words,
                         JoinedBy joined, WordConditions conditions) {
  return std::make_unique<WordCursor>(std::move(words), joined,
                                      std::move(conditions));
}

}  // namespace archive
