#include "query/matching/position_cursor.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace archive {
namespace {

std::vector<StreamSource::QueryWord> WordsIn(const Plan& plan,
                                             std::size_t segment) {
  std::vector<StreamSource::QueryWord> words;
  words.reserve(plan.position_words.size());
  for (const std::size_t number : plan.position_words) {
    const PreparedWord& word = plan.words[number];
    words.push_back({word.by_segment[segment].forms, word.spec.letters});
  }
  return words;
}

class PositionCursor : public Cursor {
 public:
  PositionCursor(CursorPtr candidates, const PositionQuestion& question,
                 std::shared_ptr<PositionMatcher> matcher)
      : candidates_(std::move(candidates)),
        question_(question),
        matcher_(std::move(matcher)) {
    doc_ = candidates_->doc();
  }
  void Next() override {
    candidates_->Next();
    doc_ = candidates_->doc();
  }
  void SkipTo(DocId doc) override {
    candidates_->SkipTo(doc);
    doc_ = candidates_->doc();
  }
  // Asked more than once where scores are wanted; decided once.
  bool Matches() override {
    if (decided_ != doc_) {
      decided_ = doc_;
      matches_ = candidates_->Matches() && matcher_->Matches(question_, doc_);
    }
    return matches_;
  }
  double Score() override { return candidates_->Score(); }
  // Candidates by the hundred: while one is read, the next ones come from
  // memory.
  void Take(const ShownArticles& shown, double least,
            MatchBatch& batch) override {
    batch.size = 0;
    do {
      found_.limit = batch.limit - batch.size;
      candidates_->Take(shown, least, found_);
      TakeMatching(batch);
    } while (found_.IsFull() && !batch.IsFull());
    doc_ = candidates_->doc();
  }
  std::uint64_t Estimate() const override { return candidates_->Estimate(); }

 private:
  void TakeMatching(MatchBatch& batch) {
    constexpr std::size_t kAhead = 4;
    for (std::size_t i = 0; i < found_.size; ++i) {
      if (i + kAhead < found_.size) matcher_->Prefetch(found_.docs[i + kAhead]);
      if (matcher_->Matches(question_, found_.docs[i]))
        batch.Add(found_.docs[i], found_.scores[i]);
    }
  }

  CursorPtr candidates_;
  const PositionQuestion& question_;
  std::shared_ptr<PositionMatcher> matcher_;
  MatchBatch found_;  // candidates
  DocId decided_ = kNoDoc;
  bool matches_ = false;
};

}  // namespace

PositionMatcher::PositionMatcher(const Plan& plan, const SearchContext& context,
                                 std::size_t segment, PlacementBudget& budget)
    : segment_data_(context.index.segments()[segment]),
      languages_(context.languages[segment]),
      segment_(segment),
      words_(WordsIn(plan, segment)),
      source_(segment_data_, languages_, words_),
      budget_(budget) {}

Nearness PositionMatcher::Look(const PositionQuestion& question, DocId doc) {
  if (filtered_ == nullptr) {
    filtered_ = &question;
    filter_ = NearnessFilter::Make(segment_data_, question.root, words_);
  } else if (filtered_ != &question) {
    filter_.reset();
  }
  if (!filter_) return Nearness::kPerhaps;
  return filter_->Look(segment_data_.tokens().Read(doc), languages_.BitOf(doc));
}

void PositionMatcher::Prefetch(DocId doc) const {
  constexpr std::size_t kUnitsOfLine = 64 / sizeof(TokenUnit);
  constexpr std::size_t kMostLines = 8;
  const TokenReader article = segment_data_.tokens().Read(doc);
  const auto units =
      article.Units(0, std::min(article.size(), kMostLines * kUnitsOfLine));
  for (std::size_t at = 0; at < units.size(); at += kUnitsOfLine)
    __builtin_prefetch(&units[at]);
}

bool PositionMatcher::Matches(const PositionQuestion& question, DocId doc) {
  PositionChecker& checker = budget_.checker;
  const auto wanted = static_cast<std::size_t>(question.at_least);
  const Nearness nearness = Look(question, doc);
  if (nearness == Nearness::kNo) return false;
  if (nearness == Nearness::kYes && wanted == 1) return true;
  std::size_t found = 0;
  for (const ValueWords& value : source_.Read(doc)) {
    if (checker.gave_up()) return false;
    found +=
        wanted == 1
            ? static_cast<std::size_t>(checker.Matches(question.root, value))
            : checker.Find(question.root, value).size();
    if (checker.gave_up()) budget_.gave_up_at = ArticlePlace{segment_, doc};
    if (found >= wanted) return true;
  }
  return false;
}

CursorPtr MakePositionCursor(CursorPtr candidates,
                             const PositionQuestion& question,
                             std::shared_ptr<PositionMatcher> matcher) {
  return std::make_unique<PositionCursor>(std::move(candidates), question,
                                          std::move(matcher));
}

}  // namespace archive
