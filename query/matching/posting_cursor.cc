#include "query/matching/posting_cursor.h"

#include <memory>
#include <utility>

#include <xapian.h>

#include "query/matching/word_cursor.h"
#include "query/matching/word_window.h"

namespace archive {
namespace {

class OneListCursor : public Cursor {
 public:
  OneListCursor(PostingList list, const WordScorer& scorer)
      : list_(std::move(list)), scorer_(scorer) {
    doc_ = list_.doc();
  }
  void Next() override {
    list_.Next();
    doc_ = list_.doc();
  }
  void SkipTo(DocId doc) override {
    list_.SkipTo(doc);
    doc_ = list_.doc();
  }
  double Score() override { return scorer_.Score(doc_, list_.Occurrences()); }
  void Take(const ShownArticles& shown, double least,
            MatchBatch& batch) override {
    for (batch.size = 0; doc_ != kNoDoc && !batch.IsFull();) {
      if (shown.Holds(doc_)) batch.Add(doc_, ScoreIfNeeded(least));
      list_.Next();
      doc_ = list_.doc();
    }
  }
  std::uint64_t Estimate() const override { return list_.articles(); }

 private:
  double ScoreIfNeeded(double least) {
    if (least == kNeedsNoScore) return 0;
    const std::uint32_t occurrences = list_.Occurrences();
    const bool is_less = static_cast<float>(scorer_.Most(occurrences)) <
                         static_cast<float>(least);
    return is_less ? 0 : scorer_.Score(doc_, occurrences);
  }

  PostingList list_;
  WordScorer scorer_;
};

}  // namespace

ArticleLanguages::ArticleLanguages(const Segment& segment)
    : column_(segment.columns().FacetOf(FieldId::kLang)) {
  const Vocabulary& vocabulary = segment.vocabulary();
  bit_of_.resize(column_.value_count());
  for (std::size_t i = 0; i < vocabulary.language_count() && i < 64; ++i) {
    const LanguageMask bit = LanguageMask{1} << i;
    all_ |= bit;
    if (vocabulary.LanguageAt(i).empty()) unknown_ = bit;
    for (Ordinal ordinal = 0; ordinal < bit_of_.size(); ++ordinal) {
      if (column_.ValueAt(ordinal) == vocabulary.LanguageAt(i))
        bit_of_[ordinal] = bit;
    }
  }
}

LanguageMask ArticleLanguages::BitOf(DocId doc) const {
  const auto values = column_.Of(doc);
  if (values.empty()) return unknown_;
  return values.front() < bit_of_.size() ? bit_of_[values.front()] : 0;
}

std::vector<PostingList> OpenLists(const Segment& segment,
                                   const std::vector<TermOfLanguages>& terms) {
  std::vector<PostingList> lists;
  for (const TermOfLanguages& term : terms) {
    PostingList list(segment, term);
    if (list.doc() != kNoDoc) lists.push_back(std::move(list));
  }
  return lists;
}

CursorPtr MakePostingCursor(const Segment& segment,
                            const ArticleLanguages& languages,
                            std::vector<PostingList> lists,
                            const WordScorer& scorer) {
  const bool is_plain =
      lists.size() == 1 && (languages.all() & ~lists.front().languages()) == 0;
  if (is_plain)
    return std::make_unique<OneListCursor>(std::move(lists.front()), scorer);
  std::vector<std::unique_ptr<WordWindow>> words;
  words.push_back(std::make_unique<WordWindow>(segment, languages,
                                               std::move(lists), scorer));
  return MakeWordCursor(std::move(words), JoinedBy::kAll, {});
}

std::vector<std::string> TermsWith(
    const Segment& segment, const std::string& prefix,
    const std::function<bool(std::string_view)>& accepts) {
  std::vector<std::string> terms;
  const auto end = segment.database().allterms_end(prefix);
  for (auto it = segment.database().allterms_begin(prefix); it != end; ++it) {
    std::string term = *it;
    if (accepts(std::string_view(term).substr(prefix.size())))
      terms.push_back(std::move(term));
  }
  return terms;
}

std::uint64_t CountLive(const Segment& segment,
                        const ArticleLanguages& languages,
                        const std::vector<TermOfLanguages>& terms) {
  const CursorPtr cursor =
      MakePostingCursor(segment, languages, OpenLists(segment, terms),
                        WordScorer(segment.columns(), 0, LengthNorm(0)));
  std::uint64_t count = 0;
  for (; cursor->doc() != kNoDoc; cursor->Next()) {
    if (segment.IsLive(cursor->doc())) ++count;
  }
  return count;
}

}  // namespace archive
