#include "query/matching/coverage.h"

#include <algorithm>
#include <limits>

#include "common/text/fold.h"

namespace archive {
namespace {

constexpr Ordinal kNoSource = std::numeric_limits<Ordinal>::max();

}  // namespace

SourceCoverage& CoverageTally::SourceOf(std::size_t segment, DocId doc) {
  const FacetColumn& column =
      index_.segments()[segment].columns().FacetOf(FieldId::kSource);
  const auto ordinals = column.Of(doc);
  const Ordinal ordinal =
      ordinals.empty() || ordinals.front() >= column.value_count()
          ? kNoSource
          : ordinals.front();
  const auto [place, is_new] = places_[segment].try_emplace(ordinal, 0);
  if (!is_new) return sources_[place->second];
  const std::string name(ordinal == kNoSource ? "" : column.ValueAt(ordinal));
  const auto [known, is_new_name] =
      by_name_.try_emplace(FoldValue(name), sources_.size());
  if (is_new_name) sources_.push_back({.source = name});
  place->second = known->second;
  return sources_[known->second];
}

void CoverageTally::Take(std::size_t segment, DocId doc) {
  SourceCoverage& source = SourceOf(segment, doc);
  ++source.articles;
  const Columns& columns = index_.segments()[segment].columns();
  const Day day = columns.FirstDayOf(doc);
  if (day == kNoDay) {
    ++source.undated;
    return;
  }
  const Date date = DateFrom(day);
  if (columns.PrecisionAt(doc) == DatePrecision::kYear) {
    ++source.years[date.year];
  } else {
    ++source.months[date.year * kMonthsOfYear + date.month - 1];
  }
}

std::vector<SourceCoverage> CoverageTally::Sources() const {
  std::vector<SourceCoverage> sources = sources_;
  std::sort(sources.begin(), sources.end(),
            [](const SourceCoverage& a, const SourceCoverage& b) {
              return a.articles != b.articles ? a.articles > b.articles
                                              : a.source < b.source;
            });
  return sources;
}

}  // namespace archive
