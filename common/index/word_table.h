// The words of a batch of articles, numbered in the order in which they were
// first met.
#ifndef ARCHIVE_COMMON_INDEX_WORD_TABLE_H_
#define ARCHIVE_COMMON_INDEX_WORD_TABLE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/shingles.h"

namespace archive {

using WordId = std::uint32_t;  // within one table, from 0

// Threads: none; every batch has its own.
class WordTable {
 public:
  WordId Add(std::string_view word) {
    if (const auto found = ids_.find(word); found != ids_.end())
      return found->second;
    const auto id = static_cast<WordId>(words_.size());
    // A deque never moves its strings, so the map may point at them.
    ids_.emplace(words_.emplace_back(word), id);
    hashes_.push_back(HashOfWord(word));
    return id;
  }
  std::string_view At(WordId id) const { return words_[id]; }
  // Computed once a word, however often it occurs.
  WordHash HashAt(WordId id) const { return hashes_[id]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::deque<std::string> words_;
  std::vector<WordHash> hashes_;
  std::unordered_map<std::string_view, WordId> ids_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_WORD_TABLE_H_
