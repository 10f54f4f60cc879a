// The words of the articles of a part, numbered in the order in which they were
// first met.
#ifndef ARCHIVE_COMMON_INDEX_WORD_TABLE_H_
#define ARCHIVE_COMMON_INDEX_WORD_TABLE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/index/shingles.h"
#include "common/text/word_ids.h"

namespace archive {

using WordId = std::uint32_t;  // within one table, from 0

// Threads: none; every part has its own.
class WordTable {
 public:
  WordId Add(std::string_view word) {
    const WordIds::Entry entry = words_.Add(word);
    if (entry.is_new) hashes_.push_back(HashOfWord(word));
    return entry.id;
  }
  std::string_view At(WordId id) const { return words_.At(id); }
  // Computed once a word, however often it occurs.
  WordHash HashAt(WordId id) const { return hashes_[id]; }
  std::size_t size() const { return words_.size(); }

 private:
  WordIds words_;
  std::vector<WordHash> hashes_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_WORD_TABLE_H_
