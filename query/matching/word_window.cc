#include "query/matching/word_window.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "query/matching/posting_cursor.h"

namespace archive {
namespace {

// Skipping to one article costs as much as walking so many.
constexpr std::size_t kWalkedForSkip = 16;

}  // namespace

std::size_t WindowBits::Count() const {
  std::size_t count = 0;
  for (const std::uint64_t word : words_)
    count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

void WindowBits::And(const WindowBits& other) {
  for (std::size_t i = 0; i < kWords; ++i) words_[i] &= other.words_[i];
}

void WindowBits::Or(const WindowBits& other) {
  for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
}

WordWindow::WordWindow(const Segment& segment,
                       const ArticleLanguages& languages,
                       std::vector<PostingList> lists, const WordScorer& scorer)
    : columns_(segment.columns()),
      languages_(languages),
      lists_(std::move(lists)),
      scorer_(scorer) {
  for (const PostingList& list : lists_) estimate_ += list.articles();
}

DocId WordWindow::SkipTo(DocId doc) {
  DocId first = kNoDoc;
  for (PostingList& list : lists_) {
    list.SkipTo(doc);
    first = std::min(first, list.doc());
  }
  return first;
}

void WordWindow::Fill(DocId begin) {
  begin_ = begin;
  present_.Clear();
  for (PostingList& list : lists_) Walk(list);
}

void WordWindow::FillWithin(DocId begin, const WindowBits& wanted) {
  begin_ = begin;
  present_.Clear();
  const std::size_t skips = wanted.Count();
  const std::uint64_t articles = columns_.last_doc();
  for (PostingList& list : lists_) {
    const std::uint64_t in_window =
        list.articles() * kDocsOfWindow /
        std::max<std::uint64_t>(articles, kDocsOfWindow);
    if (skips * kWalkedForSkip < in_window) {
      Pick(list, wanted);
    } else {
      list.SkipTo(begin);
      Walk(list);
    }
  }
}

bool WordWindow::IsOfAll(const PostingList& list) const {
  return (languages_.all() & ~list.languages()) == 0;
}

void WordWindow::Walk(PostingList& list) {
  // Behind the last window there is no docid.
  const DocId end =
      begin_ > kNoDoc - kDocsOfWindow ? kNoDoc : begin_ + kDocsOfWindow;
  if (IsOfAll(list)) {
    list.TakeBefore(end, [this](DocId doc, std::uint32_t occurrences) {
      Add(doc, occurrences);
    });
    return;
  }
  const LanguageMask languages = list.languages();
  list.TakeBefore(end, [this, languages](DocId doc, std::uint32_t occurrences) {
    if ((languages_.BitOf(doc) & languages) != 0) Add(doc, occurrences);
  });
}

void WordWindow::Pick(PostingList& list, const WindowBits& wanted) {
  const bool all = IsOfAll(list);
  for (std::size_t word = 0; word < WindowBits::kWords; ++word) {
    for (std::uint64_t bits = wanted[word]; bits != 0; bits &= bits - 1) {
      const DocId doc = begin_ + static_cast<DocId>(word * 64) +
                        static_cast<DocId>(std::countr_zero(bits));
      list.SkipTo(doc);
      if (list.doc() != doc) continue;
      if (all || (languages_.BitOf(doc) & list.languages()) != 0)
        Add(doc, list.Occurrences());
    }
  }
}

}  // namespace archive
