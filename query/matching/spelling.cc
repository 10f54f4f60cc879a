#include "query/matching/spelling.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "common/text/edit_distance.h"
#include "common/text/fold.h"
#include "query/matching/shown_words.h"

namespace archive {
namespace {

constexpr std::size_t kShortWord = 4;  // bytes
constexpr int kMostEdits = 2;
// An article with a word of one edit counts as many with one of two.
constexpr std::uint64_t kWorthOfOneEdit = 20;

// The nearest of the texts offered.
class Nearest {
 public:
  explicit Nearest(std::string to) : to_(std::move(to)) {}

  void Offer(std::string_view text) {
    if (text.size() + least_ <= to_.size() ||
        to_.size() + least_ <= text.size())
      return;
    const std::size_t distance = EditDistance(to_, text);
    if (distance >= least_ || distance >= to_.size()) return;
    least_ = distance;
    best_ = text;
  }
  const std::string& best() const { return best_; }

 private:
  std::string to_;
  std::string best_;
  std::size_t least_ = static_cast<std::size_t>(kMostEdits) + 1;
};

}  // namespace

bool IsInVocabulary(const SpellingScope& scope, const WordSpec& spec,
                    FieldId field) {
  const std::vector<Segment>& segments = scope.index.segments();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const IndexedWords words = ExpandWord(spec, segments[i].vocabulary());
    if (std::any_of(words.forms.begin(), words.forms.end(),
                    [&](const IndexedWord& form) {
                      return UseOfWord(scope.index, scope.hidden, i, form.rank,
                                       field)
                          .is_shown;
                    }))
      return true;
  }
  return false;
}

std::string NearestWord(const SpellingScope& scope, std::string_view word) {
  const int edits = word.size() <= kShortWord ? 1 : kMostEdits;
  const WordSpec spec = {.match = WordMatch::kFuzzy,
                         .text = std::string(word),
                         .pattern = {},
                         .edits = edits};
  std::map<std::string, std::uint64_t, std::less<>> worth;
  const std::vector<Segment>& segments = scope.index.segments();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Vocabulary& vocabulary = segments[i].vocabulary();
    for (const IndexedWord& form : ExpandWord(spec, vocabulary).forms) {
      const std::string_view found = vocabulary.WordAt(form.rank);
      const std::uint64_t articles =
          UseOfWord(scope.index, scope.hidden, i, form.rank, FieldId::kText)
              .articles;
      worth[std::string(found)] +=
          articles * (IsWithinEdits(word, found, 1) ? kWorthOfOneEdit : 1);
    }
  }
  const auto best = std::max_element(
      worth.begin(), worth.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == worth.end() || best->second == 0 ? "" : best->first;
}

std::string NearestValue(const SpellingScope& scope, FieldId field,
                         std::string_view value) {
  if (!FieldFor(field).facetable) return "";
  Nearest nearest(FoldValue(value));
  const std::vector<Segment>& segments = scope.index.segments();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const FacetColumn& column = segments[i].columns().FacetOf(field);
    const std::vector<bool> shown =
        ShownValues(scope.index, scope.hidden, i, field);
    for (Ordinal ordinal = 0; ordinal < column.value_count(); ++ordinal) {
      if (!shown.empty() && !shown[ordinal]) continue;
      const std::string other = FoldValue(column.ValueAt(ordinal));
      nearest.Offer(other);
      std::string_view rest = other;
      for (std::size_t space = rest.find(' '); space < rest.size();
           space = rest.find(' ')) {
        nearest.Offer(rest.substr(0, space));
        rest.remove_prefix(space + 1);
      }
      nearest.Offer(rest);
    }
  }
  return nearest.best();
}

}  // namespace archive
