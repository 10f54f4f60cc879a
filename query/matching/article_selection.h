// Which articles a search may find at all: --within and --without.
#ifndef ARCHIVE_QUERY_MATCHING_ARTICLE_SELECTION_H_
#define ARCHIVE_QUERY_MATCHING_ARTICLE_SELECTION_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "common/index/open_index.h"
#include "common/result.h"

namespace archive {

// Threads: const methods any.  Lives: no longer than the index.
class ArticleSelection {
 public:
  // All articles.
  explicit ArticleSelection(const OpenIndex& index);

  // Of those selected, only the articles with these ids stay.  The number of
  // ids that no article has; the same for Exclude.  Fails: kIo, kIndexDamaged.
  Result<std::size_t> KeepOnly(std::span<const std::string> ids);
  Result<std::size_t> Exclude(std::span<const std::string> ids);

  bool Holds(std::size_t segment, DocId doc) const {
    return doc < selected_[segment].size() && selected_[segment][doc];
  }

 private:
  using Docs = std::vector<std::vector<bool>>;  // by segment, by docid

  // Marks the articles with these ids; the number of ids without one.
  Result<std::size_t> Mark(std::span<const std::string> ids, Docs& marked);
  Docs NoDocs() const;

  const OpenIndex& index_;
  Docs selected_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_ARTICLE_SELECTION_H_
