// Articles by source and month: what an archive holds, and where it has holes.
#ifndef ARCHIVE_QUERY_MATCHING_COVERAGE_H_
#define ARCHIVE_QUERY_MATCHING_COVERAGE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/open_index.h"
#include "query/matching/match_visitor.h"

namespace archive {

// Months since January of the year 0.
using MonthNumber = int;
inline constexpr int kMonthsOfYear = 12;

struct SourceCoverage {
  std::string source;  // as its first article writes it; empty: none is named
  std::uint64_t articles = 0;
  std::map<MonthNumber, std::uint64_t> months;  // those with articles
  std::map<int, std::uint64_t> years;  // articles of which only that is known
  std::uint64_t undated = 0;
};

// Spellings of a source that differ in case or accents are one source.
//
// Threads: none.  Lives: no longer than the index.
class CoverageTally : public MatchVisitor {
 public:
  explicit CoverageTally(const OpenIndex& index)
      : index_(index), places_(index.segments().size()) {}

  void Take(std::size_t segment, DocId doc) override;

  // Most articles first, then by name.
  std::vector<SourceCoverage> Sources() const;

 private:
  SourceCoverage& SourceOf(std::size_t segment, DocId doc);

  const OpenIndex& index_;
  std::vector<SourceCoverage> sources_;
  std::map<std::string, std::size_t> by_name_;  // folded
  // By segment: the place in sources_ of a value.
  std::vector<std::unordered_map<Ordinal, std::size_t>> places_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_COVERAGE_H_
