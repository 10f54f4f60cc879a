// The article as a page tells it to machines (JSON-LD's articleBody), as a
// measure of the blocks that the page shows: which of them it holds.
//
// Compared are sequences of four words, as copies of articles are, so that
// markup, quotes and cuts matter little.
#ifndef ARCHIVE_INDEXER_READERS_TOLD_BODY_H_
#define ARCHIVE_INDEXER_READERS_TOLD_BODY_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace archive {

class ToldBody {
 public:
  explicit ToldBody(std::string_view text);

  // Too short a text is a summary, and no measure.
  bool IsMeasure() const { return words_ >= 60; }
  std::size_t words() const { return words_; }

  // The share of a text's sequences that the told body holds, 0 to 1; of texts
  // of fewer than four words, 0.
  double ShareOf(std::string_view text) const;

 private:
  std::unordered_set<std::uint64_t> sequences_;
  std::size_t words_ = 0;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_TOLD_BODY_H_
