#include "query/matching/facet_tally.h"

#include <algorithm>

#include "common/text/fold.h"

namespace archive {

std::string_view FacetTally::Kept(std::string_view text) {
  if (text.empty()) return {};
  char* const bytes = static_cast<char*>(block_.allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), bytes);
  return {bytes, text.size()};
}

FacetTally::Spelling& FacetTally::SpellingOf(Value& value,
                                             std::string_view text) {
  if (value.first.text == text) return value.first;
  const auto known = std::find_if(
      value.more.begin(), value.more.end(),
      [text](const Spelling& spelling) { return spelling.text == text; });
  if (known != value.more.end()) return *known;
  return value.more.emplace_back(Spelling{Kept(text), 0});
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
  const std::string folded = FoldValue(value);
  auto at = values_.find(folded);
  if (at == values_.end()) {
    const std::string_view text = Kept(value);
    at = values_.emplace(folded == value ? text : Kept(folded), Value{}).first;
    at->second.first.text = text;
  }
  SpellingOf(at->second, value).articles += articles;
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
    rows.push_back(
        {std::string(entry.value->Commonest().text), entry.articles});
  return rows;
}

}  // namespace archive
