// Articles by the value of a field, over all segments: spellings that fold to
// one are one value, shown as most articles write it.
#ifndef ARCHIVE_QUERY_MATCHING_FACET_TALLY_H_
#define ARCHIVE_QUERY_MATCHING_FACET_TALLY_H_

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

struct FacetRow {
  friend bool operator==(const FacetRow&, const FacetRow&) = default;

  std::string value;  // as most articles write it
  std::uint64_t articles = 0;
};

// An archive has values by the hundred thousand, so nothing is sorted here
// before it is asked for, and all texts lie in one block that goes at once.
// Threads: none.
class FacetTally {
 public:
  FacetTally() = default;
  FacetTally(const FacetTally&) = delete;
  FacetTally& operator=(const FacetTally&) = delete;

  // Room for as many values.
  void Reserve(std::size_t values) { values_.reserve(values); }

  // `value` as an article writes it.
  void Add(std::string_view value, std::uint64_t articles);

  // All values; the first `in_order` with the most articles first, then by
  // folded value, those behind them in no order.
  std::vector<FacetRow> Rows(std::size_t in_order) const;

 private:
  struct Spelling {
    std::string_view text;  // in block_
    std::uint64_t articles = 0;
  };
  struct Value {
    Spelling first;
    std::vector<Spelling> more;  // mostly none

    // Of equals the first by its bytes.
    const Spelling& Commonest() const;
    std::uint64_t Articles() const;
  };

  Spelling& SpellingOf(Value& value, std::string_view text);
  std::string_view Kept(std::string_view text);

  std::pmr::monotonic_buffer_resource block_;
  std::pmr::unordered_map<std::string_view, Value> values_{
      &block_};  // by folded value, in block_
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_FACET_TALLY_H_
