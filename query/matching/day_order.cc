#include "query/matching/day_order.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace archive {
namespace {

// Days are counted where they span no more than this: all that there are.
constexpr std::int64_t kMostDays = 4'000'000;

// By day; those of a day in the order in which they stand.
void SortByDay(std::vector<DocId>& docs, const Columns& columns) {
  if (docs.empty()) return;
  const auto earlier = [&columns](DocId a, DocId b) {
    return columns.FirstDayOf(a) < columns.FirstDayOf(b);
  };
  const auto [least, greatest] =
      std::minmax_element(docs.begin(), docs.end(), earlier);
  const std::int64_t first = columns.FirstDayOf(*least);
  const std::int64_t days = columns.FirstDayOf(*greatest) - first + 1;
  if (days > kMostDays) {
    std::stable_sort(docs.begin(), docs.end(), earlier);
    return;
  }
  const auto at = [&columns, first](DocId doc) {
    return static_cast<std::size_t>(columns.FirstDayOf(doc) - first);
  };
  std::vector<std::uint32_t> begins(static_cast<std::size_t>(days) + 1);
  for (const DocId doc : docs) ++begins[at(doc) + 1];
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  std::vector<DocId> sorted(docs.size());
  for (const DocId doc : docs) sorted[begins[at(doc)]++] = doc;
  docs = std::move(sorted);
}

}  // namespace

DayOrder::DayOrder(const Columns& columns) : columns_(columns) {
  for (DocId doc = 1; doc <= columns.last_doc(); ++doc) {
    if (!columns.Holds(doc) || columns.FirstDayOf(doc) == kNoDay) continue;
    const bool is_exact = columns.PrecisionAt(doc) == DatePrecision::kDay;
    (is_exact ? exact_ : coarse_).push_back(doc);
  }
  SortByDay(exact_, columns);
}

std::optional<std::vector<DocId>> DayOrder::DocsOf(const DayRange& days,
                                                   std::size_t most) const {
  const auto begin = std::lower_bound(
      exact_.begin(), exact_.end(), days.first,
      [this](DocId doc, Day day) { return columns_.FirstDayOf(doc) < day; });
  const auto end = std::upper_bound(
      begin, exact_.end(), days.last,
      [this](Day day, DocId doc) { return day < columns_.FirstDayOf(doc); });
  if (static_cast<std::size_t>(end - begin) + coarse_.size() > most)
    return std::nullopt;
  std::vector<DocId> docs(begin, end);
  docs.insert(docs.end(), coarse_.begin(), coarse_.end());
  std::sort(docs.begin(), docs.end());
  return docs;
}

}  // namespace archive
