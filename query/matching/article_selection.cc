#include "query/matching/article_selection.h"

#include <utility>

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

Result<std::size_t> ArticleSelection::Mark(std::span<const std::string> ids,
                                           Docs& marked) {
  std::size_t unknown = 0;
  for (const std::string& id : ids) {
    bool found = false;
    for (std::size_t i = 0; i < index_.segments().size(); ++i) {
      ASSIGN_OR_RETURN(const std::vector<DocId> docs,
                       index_.segments()[i].DocsWith(IdTerm(id)));
      for (const DocId doc : docs) marked[i].at(doc) = true;
      found = found || !docs.empty();
    }
    if (!found) ++unknown;
  }
  return unknown;
}

Result<std::size_t> ArticleSelection::KeepOnly(
    std::span<const std::string> ids) {
  Docs marked = NoDocs();
  ASSIGN_OR_RETURN(const std::size_t unknown, Mark(ids, marked));
  for (std::size_t i = 0; i < marked.size(); ++i) {
    for (std::size_t doc = 0; doc < marked[i].size(); ++doc) {
      if (!marked[i][doc]) selected_[i][doc] = false;
    }
  }
  return unknown;
}

Result<std::size_t> ArticleSelection::Exclude(
    std::span<const std::string> ids) {
  Docs marked = NoDocs();
  ASSIGN_OR_RETURN(const std::size_t unknown, Mark(ids, marked));
  for (std::size_t i = 0; i < marked.size(); ++i) {
    for (std::size_t doc = 0; doc < marked[i].size(); ++doc) {
      if (marked[i][doc]) selected_[i][doc] = false;
    }
  }
  return unknown;
}

}  // namespace archive
