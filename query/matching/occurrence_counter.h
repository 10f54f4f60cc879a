// How often a word, phrase or proximity stands in an article.
#ifndef ARCHIVE_QUERY_MATCHING_OCCURRENCE_COUNTER_H_
#define ARCHIVE_QUERY_MATCHING_OCCURRENCE_COUNTER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "common/index/open_index.h"
#include "common/result.h"
#include "query/language/ast.h"
#include "query/language/diagnostics.h"
#include "query/matching/leaf_words.h"
#include "query/matching/positions.h"
#include "query/matching/search_context.h"
#include "query/matching/token_source.h"

namespace archive {

// The part of a resolved query whose occurrences can be counted: words,
// phrases, wildcards, ORs of these and distances, in fields of text.  It may
// stand beside conditions (dates, values, what must not be there).
struct CountablePart {
  const Node* node = nullptr;
  // Why there is none; `node` is nullptr then.
  std::optional<Diagnostic> problem = {};
};
CountablePart FindCountablePart(const Node& tree);

// Occurrences are what atleast5(…) counts: every way in which the words stand.
//
// Threads: none.  Lives: no longer than the index.
class OccurrenceCounter {
 public:
  // What Xapian throws passes through: MakeOccurrenceCounter is where it ends.
  OccurrenceCounter(const OpenIndex& index, const Node& node);

  // Calls go segment by segment: each change of segment looks the words up.
  std::uint64_t Count(std::size_t segment, DocId doc);

  // The error, if the words could stand in more ways than are tried.
  const std::optional<Error>& gave_up() const { return gave_up_; }

 private:
  void Enter(std::size_t segment);

  const SearchContext context_;
  std::optional<PositionTree> tree_;
  PositionChecker checker_;
  std::optional<Error> gave_up_;
  std::optional<std::size_t> segment_;
  std::optional<StreamSource> source_;
};

// `node` is what FindCountablePart found.  Fails: kIo, kIndexDamaged.
Result<std::unique_ptr<OccurrenceCounter>> MakeOccurrenceCounter(
    const OpenIndex& index, const Node& node);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_OCCURRENCE_COUNTER_H_
