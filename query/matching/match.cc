#include "query/matching/match.h"

#include <vector>

namespace archive {

Result<std::optional<Match>> FindArticle(const OpenIndex& index,
                                         std::string_view id) {
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    ASSIGN_OR_RETURN(const std::vector<DocId> docs,
                     index.segments()[i].DocsWith(IdTerm(id)));
    if (!docs.empty()) return std::optional<Match>(Match{i, docs.front(), 0});
  }
  return std::optional<Match>();
}

}  // namespace archive
