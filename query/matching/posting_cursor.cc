#include "query/matching/posting_cursor.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <utility>

#include <xapian.h>

namespace archive {
namespace {

// Articles looked at in one go when several lists are merged.
constexpr DocId kWindow = 4096;

// One posting list, and where it stands.
struct PostingList {
  Xapian::PostingIterator at;
  Xapian::PostingIterator end;
  std::uint64_t articles = 0;  // removed ones among them
  LanguageMask languages = kAnyLanguage;
  DocId doc = kNoDoc;

  void Read() { doc = at == end ? kNoDoc : *at; }
  void Next() {
    ++at;
    Read();
  }
  void SkipTo(DocId target) {
    at.skip_to(target);
    Read();
  }
  // Terms of fields are weightless: present is one.
  std::uint32_t Occurrences() const { return std::max(1U, at.get_wdf()); }
};

// What one and several lists have in common.
class PostingCursor : public Cursor {
 public:
  PostingCursor(const Segment& segment, double weight, const LengthNorm& norm,
                std::uint64_t estimate)
      : columns_(segment.columns()),
        weight_(weight),
        norm_(norm),
        estimate_(estimate) {}

  double Score() override {
    if (weight_ == 0) return 0;
    return norm_.Score(weight_, Occurrences(), columns_.LengthOf(doc_));
  }
  std::uint64_t Estimate() const override { return estimate_; }

 protected:
  virtual std::uint32_t Occurrences() = 0;

 private:
  const Columns& columns_;
  double weight_;
  LengthNorm norm_;
  std::uint64_t estimate_;
};

class OneListCursor : public PostingCursor {
 public:
  OneListCursor(const Segment& segment, PostingList list, double weight,
                const LengthNorm& norm)
      : PostingCursor(segment, weight, norm, list.articles),
        list_(std::move(list)) {
    doc_ = list_.doc;
  }
  void Next() override {
    list_.Next();
    doc_ = list_.doc;
  }
  void SkipTo(DocId doc) override {
    if (doc <= doc_) return;
    list_.SkipTo(doc);
    doc_ = list_.doc;
  }

 protected:
  std::uint32_t Occurrences() override { return list_.Occurrences(); }

 private:
  PostingList list_;
};

std::uint64_t ArticlesOf(const std::vector<PostingList>& lists) {
  std::uint64_t sum = 0;
  for (const PostingList& list : lists) sum += list.articles;
  return sum;
}

// Windows of docids, in each of which every list is walked once: for three
// lists or three hundred a posting costs the same.
class ManyListsCursor : public PostingCursor {
 public:
  ManyListsCursor(const Segment& segment, const ArticleLanguages& languages,
                  std::vector<PostingList> lists, double weight,
                  const LengthNorm& norm)
      : PostingCursor(segment, weight, norm, ArticlesOf(lists)),
        languages_(languages),
        lists_(std::move(lists)) {
    FillFrom(0);
    Settle(0);
  }
  void Next() override { Settle(doc_ - begin_ + 1); }
  void SkipTo(DocId doc) override {
    if (doc <= doc_) return;
    if (doc - begin_ >= kWindow) {
      FillFrom(doc);
      Settle(doc > begin_ ? doc - begin_ : 0);
    } else {
      Settle(doc - begin_);
    }
  }

 protected:
  std::uint32_t Occurrences() override { return counts_[doc_ - begin_]; }

 private:
  // The window that holds the first article not before `doc`.
  void FillFrom(DocId doc) {
    counts_.fill(0);
    present_.fill(0);
    DocId first = kNoDoc;
    for (PostingList& list : lists_) {
      if (list.doc < doc) list.SkipTo(doc);
      first = std::min(first, list.doc);
    }
    if (first == kNoDoc) {
      begin_ = kNoDoc;
      return;
    }
    begin_ = first / kWindow * kWindow;
    for (PostingList& list : lists_) Walk(list);
  }

  void Walk(PostingList& list) {
    const bool all = (languages_.all() & ~list.languages) == 0;
    for (; list.doc != kNoDoc && list.doc - begin_ < kWindow; list.Next()) {
      if (!all && (languages_.BitOf(list.doc) & list.languages) == 0) continue;
      const DocId at = list.doc - begin_;
      counts_[at] += list.Occurrences();
      present_[at / 64] |= std::uint64_t{1} << (at % 64);
    }
  }

  // To the first article at `offset` in the window or behind it.
  void Settle(DocId offset) {
    for (;;) {
      if (begin_ == kNoDoc) {
        doc_ = kNoDoc;
        return;
      }
      for (DocId word = offset / 64; word < kWindow / 64; ++word) {
        std::uint64_t bits = present_[word];
        if (word == offset / 64) bits &= ~std::uint64_t{0} << (offset % 64);
        if (bits == 0) continue;
        doc_ = begin_ + word * 64 + static_cast<DocId>(std::countr_zero(bits));
        return;
      }
      FillFrom(begin_ + kWindow);
      offset = 0;
    }
  }

  const ArticleLanguages& languages_;
  std::vector<PostingList> lists_;
  DocId begin_ = 0;
  std::array<std::uint32_t, kWindow> counts_ = {};
  std::array<std::uint64_t, kWindow / 64> present_ = {};
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

CursorPtr MakePostingCursor(const Segment& segment,
                            const ArticleLanguages& languages,
                            const std::vector<TermOfLanguages>& terms,
                            double weight, const LengthNorm& norm) {
  std::vector<PostingList> lists;
  for (const TermOfLanguages& term : terms) {
    PostingList list = {.at = segment.database().postlist_begin(term.term),
                        .end = segment.database().postlist_end(term.term),
                        .languages = term.languages};
    list.Read();
    if (list.doc == kNoDoc) continue;
    list.articles = segment.database().get_termfreq(term.term);
    lists.push_back(std::move(list));
  }
  const bool is_plain =
      lists.size() == 1 && (languages.all() & ~lists.front().languages) == 0;
  if (is_plain) {
    return std::make_unique<OneListCursor>(segment, std::move(lists.front()),
                                           weight, norm);
  }
  return std::make_unique<ManyListsCursor>(segment, languages, std::move(lists),
                                           weight, norm);
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
      MakePostingCursor(segment, languages, terms, 0, LengthNorm(0));
  std::uint64_t count = 0;
  for (; cursor->doc() != kNoDoc; cursor->Next()) {
    if (segment.IsLive(cursor->doc())) ++count;
  }
  return count;
}

}  // namespace archive
