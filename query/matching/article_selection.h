// Which articles a search may find at all: --within and --without.
#ifndef ARCHIVE_QUERY_MATCHING_ARTICLE_SELECTION_H_
#define ARCHIVE_QUERY_MATCHING_ARTICLE_SELECTION_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "common/index/open_index.h"
#include "common/result.h"

namespace archive {

// What becomes of the articles on a list.
enum class Listed : std::uint8_t { kStay, kGo };

// Threads: const methods any.  Lives: no longer than the index.
class ArticleSelection {
 public:
  // All articles.
  explicit ArticleSelection(const OpenIndex& index);

  // Of those selected, the articles with these ids stay alone, or go.  The
  // number of ids that no article has.  Fails: kIo, kIndexDamaged.
  Result<std::size_t> Narrow(std::span<const std::string> ids, Listed listed);

  // Of those selected, the ones that fit stay.
  void Narrow(const std::function<bool(std::size_t segment, DocId doc)>& fits);

  bool Holds(std::size_t segment, DocId doc) const {
    return doc < selected_[segment].size() && selected_[segment][doc];
  }

 private:
  using Docs = std::vector<std::vector<bool>>;  // by segment, by docid

  Docs NoDocs() const;

  const OpenIndex& index_;
  Docs selected_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_ARTICLE_SELECTION_H_
