#include "query/matching/facet_tally.h"

#include <algorithm>

#include "common/text/fold.h"

namespace archive {

FacetTally::Spelling& FacetTally::Value::OfText(std::string_view text) {
  if (first.articles == 0) first.text = text;
  if (first.text == text) return first;
  const auto known = std::find_if(
      more.begin(), more.end(),
      [text](const Spelling& spelling) { return spelling.text == text; });
  if (known != more.end()) return *known;
  return more.emplace_back(Spelling{std::string(text), 0});
}

const FacetTally::Spelling& FacetTally::Value::Commonest() const {
  const Spelling* best = &first;
  for (const Spelling& spelling : more) {
    const bool is_better = spelling.articles != best->articles
                               ? spelling.articles > best->articles
                               : spelling.text < best->text;
    if (is_better) best = &spelling;
  }
  return *best;
}

std::uint64_t FacetTally::Value::Articles() const {
  std::uint64_t sum = first.articles;
  for (const Spelling& spelling : more) sum += spelling.articles;
  return sum;
}

void FacetTally::Add(std::string_view value, std::uint64_t articles) {
  values_[FoldValue(value)].OfText(value).articles += articles;
}

std::vector<FacetRow> FacetTally::Rows(std::size_t in_order) const {
  struct Entry {
    std::uint64_t articles;
    std::string_view folded;
    const Value* value;
  };
  std::vector<Entry> entries;
  entries.reserve(values_.size());
  for (const auto& [folded, value] : values_)
    entries.push_back({value.Articles(), folded, &value});
  const auto end = entries.begin() + static_cast<std::ptrdiff_t>(
                                         std::min(in_order, entries.size()));
  std::partial_sort(entries.begin(), end, entries.end(),
                    [](const Entry& a, const Entry& b) {
                      return a.articles != b.articles ? a.articles > b.articles
                                                      : a.folded < b.folded;
                    });
  std::vector<FacetRow> rows;
  rows.reserve(entries.size());
  for (const Entry& entry : entries)
    rows.push_back({entry.value->Commonest().text, entry.articles});
  return rows;
}

}  // namespace archive
