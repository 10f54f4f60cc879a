#include "query/matching/facet_tally.h"

#include <algorithm>
#include <iterator>

#include "common/text/fold.h"

namespace archive {

void FacetTally::Reserve(std::size_t values) {
  folded_.Reserve(values);
  articles_.reserve(values);
  first_.reserve(values);
}

FacetTally::Spelling& FacetTally::SpellingOf(std::uint32_t value,
                                             std::string_view text) {
  if (first_[value].text == text) return first_[value];
  std::vector<Spelling>& others = others_[value];
  const auto known = std::find_if(
      others.begin(), others.end(),
      [text](const Spelling& spelling) { return spelling.text == text; });
  if (known != others.end()) return *known;
  return others.emplace_back(Spelling{text, 0});
}

const FacetTally::Spelling& FacetTally::CommonestOf(std::uint32_t value) const {
  const Spelling* best = &first_[value];
  const auto others = others_.find(value);
  if (others == others_.end()) return *best;
  for (const Spelling& spelling : others->second) {
    const bool is_better = spelling.articles != best->articles
                               ? spelling.articles > best->articles
                               : spelling.text < best->text;
    if (is_better) best = &spelling;
  }
  return *best;
}

void FacetTally::Add(std::string_view value, std::uint64_t articles) {
  FoldValueInto(value, scratch_);
  const auto [id, is_new] = folded_.Add(scratch_);
  if (is_new) {
    articles_.push_back(0);
    first_.push_back({value, 0});
  }
  articles_[id] += articles;
  SpellingOf(id, value).articles += articles;
}

std::vector<FacetRow> FacetTally::Rows(std::size_t most) const {
  struct Entry {
    std::uint64_t articles;
    std::uint32_t value;
  };
  std::vector<Entry> entries;
  entries.reserve(size());
  for (std::uint32_t value = 0; value < size(); ++value)
    entries.push_back({articles_[value], value});
  const auto end = entries.begin() +
                   static_cast<std::ptrdiff_t>(std::min(most, entries.size()));
  std::partial_sort(entries.begin(), end, entries.end(),
                    [this](const Entry& a, const Entry& b) {
                      if (a.articles != b.articles)
                        return a.articles > b.articles;
                      return folded_.At(a.value) < folded_.At(b.value);
                    });
  std::vector<FacetRow> rows;
  rows.reserve(static_cast<std::size_t>(end - entries.begin()));
  std::transform(entries.begin(), end, std::back_inserter(rows),
                 [this](const Entry& entry) {
                   return FacetRow{std::string(CommonestOf(entry.value).text),
                                   entry.articles};
                 });
  return rows;
}

}  // namespace archive
