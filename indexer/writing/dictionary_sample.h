// The first articles of an index → the dictionary that records are packed with.
#ifndef ARCHIVE_INDEXER_WRITING_DICTIONARY_SAMPLE_H_
#define ARCHIVE_INDEXER_WRITING_DICTIONARY_SAMPLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/packed_record.h"
#include "common/index/stored_record.h"

namespace archive {

// Of fewer articles none is trained: their records stay lines, which stock
// tools show, and Xapian packs each by itself.
inline constexpr std::size_t kLeastSample = 500;
inline constexpr std::size_t kMostSample = 1000;

// Threads: none.
class DictionarySample {
 public:
  // No more is of use.
  bool IsFull() const { return sizes_.size() >= kMostSample; }
  void Add(const StoredRecord& record);

  // The same sample gives the same dictionary, whose id is a hash of it.
  // nullptr: the sample is too small, or its articles have too little in
  // common.
  DictionaryPtr Train() const;

 private:
  std::string records_;  // one behind the other
  std::vector<std::size_t> sizes_;
  std::vector<std::uint64_t> names_;  // NamesOf, withhold_list.h
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_DICTIONARY_SAMPLE_H_
