#include "indexer/writing/facts_to_serve.h"

#include <algorithm>
#include <cstdint>

namespace archive {
namespace {

bool IsVague(const Columns& columns, DocId doc) {
  const DatePrecision precision = columns.PrecisionAt(doc);
  return precision == DatePrecision::kYear ||
         precision == DatePrecision::kMonth;
}

void AddSegment(const LivingSegment& living, std::uint32_t place,
                ServedFacts& facts) {
  const Columns& columns = living.segment->columns();
  for (DocId doc = 1; doc <= columns.last_doc(); ++doc) {
    if (!columns.Holds(doc)) continue;
    if (IsVague(columns, doc)) ++facts.vague_dates;
    if (std::binary_search(living.removed->begin(), living.removed->end(),
                           doc)) {
      facts.removed.push_back({place, doc});
    } else {
      ++facts.articles;
      facts.words += columns.LengthOf(doc);
    }
  }
}

}  // namespace

ServedFacts FactsToServe(std::span<const LivingSegment> segments,
                         const VisibilityTable& versions) {
  ServedFacts facts = {.segments = segments.size(), .hidden = versions.rows};
  for (std::size_t i = 0; i < segments.size(); ++i)
    AddSegment(segments[i], static_cast<std::uint32_t>(i), facts);
  // Who is a version of others, but shown always, needs no line.
  std::erase_if(facts.hidden, [](const VisibilityRow& row) {
    return row.from == kNoStart && row.until == kNoEnd;
  });
  return facts;
}

}  // namespace archive
