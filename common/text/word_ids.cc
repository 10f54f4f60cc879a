#include "common/text/word_ids.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace archive {

void WordIds::Reserve(std::size_t words) {
  words_.reserve(words);
  const std::size_t slots = std::bit_ceil(2 * words + 1);
  if (slots > slots_.size()) Resize(slots);
}

// REQUIRES: a power of two, more than there are words.
void WordIds::Resize(std::size_t count) {
  std::vector<Slot> slots(count);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t id = 0; id < words_.size(); ++id) {
    const std::uint64_t hash = std::hash<std::string_view>()(words_[id]);
    std::size_t at = hash & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = {.check = static_cast<std::uint32_t>(hash >> 32),
                 .number = id + 1};
  }
  slots_ = std::move(slots);
}

std::string_view WordIds::Keep(std::string_view word) {
  if (word.empty()) return {};
  auto* const bytes = static_cast<char*>(texts_.allocate(word.size(), 1));
  std::copy(word.begin(), word.end(), bytes);
  return {bytes, word.size()};
}

void WordIds::Clear() {
  slots_.assign(kFirstSlots, {});
  words_.clear();
  texts_.release();
}

}  // namespace archive
