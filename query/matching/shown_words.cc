#include "query/matching/shown_words.h"

#include <algorithm>
#include <string>

namespace archive {
namespace {

bool HasNothingToHide(const OpenIndex& index, Hidden hidden,
                      std::size_t segment) {
  return index.segments()[segment].removed().empty() &&
         (hidden == Hidden::kShown || index.HiddenIn(segment) == nullptr);
}

bool IsShown(const OpenIndex& index, Hidden hidden, std::size_t segment,
             DocId doc) {
  return index.segments()[segment].IsLive(doc) &&
         (hidden == Hidden::kShown || !index.IsHidden(segment, doc));
}

std::uint64_t ShownArticles(const OpenIndex& index, Hidden hidden,
                            std::size_t segment, const std::string& term) {
  const auto docs = index.segments()[segment].DocsWith(term);
  if (!docs) return 0;
  return static_cast<std::uint64_t>(std::count_if(
      docs->begin(), docs->end(),
      [&](DocId doc) { return IsShown(index, hidden, segment, doc); }));
}

}  // namespace

WordUse UseOfWord(const OpenIndex& index, Hidden hidden, std::size_t segment,
                  WordRank rank, FieldId field) {
  const Vocabulary& vocabulary = index.segments()[segment].vocabulary();
  if (HasNothingToHide(index, hidden, segment))
    return {true, vocabulary.ArticlesWith(rank)};
  const std::string word(vocabulary.WordAt(rank));
  WordUse use;
  use.articles = ShownArticles(index, hidden, segment, word);
  const std::string prefix(FieldFor(field).prefix);
  use.is_shown = use.articles != 0 ||
                 (!prefix.empty() &&
                  ShownArticles(index, hidden, segment, prefix + word) != 0);
  return use;
}

std::vector<bool> ShownValues(const OpenIndex& index, Hidden hidden,
                              std::size_t segment, FieldId field) {
  if (HasNothingToHide(index, hidden, segment)) return {};
  const Segment& in = index.segments()[segment];
  const FacetColumn& column = in.columns().FacetOf(field);
  std::vector<bool> shown(column.value_count());
  for (DocId doc = 1; doc <= in.last_doc(); ++doc) {
    if (!IsShown(index, hidden, segment, doc)) continue;
    for (const Ordinal ordinal : column.Of(doc)) {
      if (ordinal < shown.size()) shown[ordinal] = true;
    }
  }
  return shown;
}

}  // namespace archive
