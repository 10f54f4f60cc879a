#include "query/matching/posting_list.h"

namespace archive {

PostingList::PostingList(const Segment& segment, const TermOfLanguages& term)
    : languages_(term.languages) {
  if (segment.postings().Has(term.code)) {
    packed_ = std::make_unique<PackedPostings>(segment.postings(), term.code);
    articles_ = segment.postings().CountOf(term.code);
  } else {
    at_ = segment.database().postlist_begin(term.term);
    end_ = segment.database().postlist_end(term.term);
    if (at_ != end_) articles_ = segment.database().get_termfreq(term.term);
  }
  Read();
}

}  // namespace archive
