// Words, numbered in the order in which they are first met.
#ifndef ARCHIVE_COMMON_TEXT_WORD_IDS_H_
#define ARCHIVE_COMMON_TEXT_WORD_IDS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace archive {

// A table of a build asks for each word of each article and mostly finds it, so
// what is asked for often lies together: texts and their places in the order of
// ids, where frequent words come first, and slots of eight bytes.  A standard
// map has a node for each word, wherever it fell (docs/benchmarks.md).
//
// Threads: one.
class WordIds {
 public:
  struct Entry {
    std::uint32_t id = 0;  // from 0
    bool is_new = false;
  };

  // Room for as many words.
  void Reserve(std::size_t words);

  // REQUIRES: less than 2^31 words.
  Entry Add(std::string_view word);
  // Lives: until Clear() or destruction.
  std::string_view At(std::uint32_t id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }
  void Clear();

 private:
  // Empty where `number` is 0; else that of id number - 1.
  struct Slot {
    std::uint32_t check = 0;  // the upper half of the hash
    std::uint32_t number = 0;
  };
  static constexpr std::size_t kFirstSlots = 1024;  // a power of two

  void Resize(std::size_t count);
  std::string_view Keep(std::string_view word);

  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);
  std::vector<std::string_view> words_;  // by id
  std::pmr::monotonic_buffer_resource texts_;
};

inline WordIds::Entry WordIds::Add(std::string_view word) {
  const std::uint64_t hash = std::hash<std::string_view>()(word);
  const auto check = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const std::uint32_t id = slots_[at].number - 1;
    if (slots_[at].check == check && words_[id] == word) return {.id = id};
  }
  const auto id = static_cast<std::uint32_t>(words_.size());
  words_.push_back(Keep(word));
  slots_[at] = {.check = check, .number = id + 1};
  if (words_.size() * 2 > slots_.size()) Resize(slots_.size() * 2);
  return {.id = id, .is_new = true};
}

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_WORD_IDS_H_
