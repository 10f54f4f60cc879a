// Articles by the value of a field, over all segments: spellings that fold to
// one are one value, shown as most articles write it.
#ifndef ARCHIVE_QUERY_MATCHING_FACET_TALLY_H_
#define ARCHIVE_QUERY_MATCHING_FACET_TALLY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/word_ids.h"

namespace archive {

struct FacetRow {
  friend bool operator==(const FacetRow&, const FacetRow&) = default;

  std::string value;  // as most articles write it
  std::uint64_t articles = 0;
};

// An archive has values by the hundred thousand, of which a page shows ten: all
// are numbered, none is sorted or copied before it is asked for.
// Threads: none.  Lives: texts that were added as long as the tally.
class FacetTally {
 public:
  FacetTally() = default;
  FacetTally(const FacetTally&) = delete;
  FacetTally& operator=(const FacetTally&) = delete;

  // Room for as many values.
  void Reserve(std::size_t values);

  // `value` as an article writes it.
  void Add(std::string_view value, std::uint64_t articles);

  // Different values.
  std::size_t size() const { return folded_.size(); }
  // So many of them, those with the most articles first, then by folded value.
  std::vector<FacetRow> Rows(std::size_t most) const;

 private:
  struct Spelling {
    std::string_view text;
    std::uint64_t articles = 0;
  };

  Spelling& SpellingOf(std::uint32_t value, std::string_view text);
  // Of equals the first by its bytes.
  const Spelling& CommonestOf(std::uint32_t value) const;

  WordIds folded_;                       // number the values
  std::vector<std::uint64_t> articles_;  // by value, as all write it
  std::vector<Spelling> first_;          // by value: as it was met first
  // Other ways of writing it: most values have none.
  std::unordered_map<std::uint32_t, std::vector<Spelling>> others_;
  std::string scratch_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_FACET_TALLY_H_
