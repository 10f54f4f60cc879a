#include "query/matching/article_selection.h"

#include "common/index/schema.h"

namespace archive {

ArticleSelection::ArticleSelection(const OpenIndex& index) : index_(index) {
  selected_ = NoDocs();
  for (std::vector<bool>& docs : selected_) docs.flip();
}

ArticleSelection::Docs ArticleSelection::NoDocs() const {
  Docs docs;
  for (const Segment& segment : index_.segments())
    docs.emplace_back(std::size_t{segment.last_doc()} + 1);
  return docs;
}

Result<std::size_t> ArticleSelection::Narrow(std::span<const std::string> ids,
                                             Listed listed) {
  Docs named = NoDocs();
  std::size_t unknown = 0;
  for (const std::string& id : ids) {
    bool found = false;
    for (std::size_t i = 0; i < named.size(); ++i) {
      ASSIGN_OR_RETURN(const std::vector<DocId> docs,
                       index_.segments()[i].DocsWith(IdTerm(id)));
      for (const DocId doc : docs) named[i].at(doc) = true;
      found = found || !docs.empty();
    }
    if (!found) ++unknown;
  }
  for (std::size_t i = 0; i < named.size(); ++i) {
    for (std::size_t doc = 0; doc < named[i].size(); ++doc) {
      if (named[i][doc] != (listed == Listed::kStay)) selected_[i][doc] = false;
    }
  }
  return unknown;
}

void ArticleSelection::Narrow(
    const std::function<bool(std::size_t segment, DocId doc)>& fits) {
  for (std::size_t i = 0; i < selected_.size(); ++i) {
    for (DocId doc = 1; doc < selected_[i].size(); ++doc) {
      if (selected_[i][doc] && !fits(i, doc)) selected_[i][doc] = false;
    }
  }
}

}  // namespace archive
