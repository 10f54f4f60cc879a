// Numbers for words and features, and the table that finds their rows.
//
// The numbers are part of the model's format: who changes a function here
// trains anew.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_HASH_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_HASH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

using EntityHash = std::uint32_t;

// FNV-1a of the bytes, its halves mixed.
constexpr EntityHash HashOf(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return static_cast<EntityHash>(hash ^ (hash >> 32));
}

// A feature: which question (`number`) and its one to three answers.
constexpr EntityHash FeatureHash(std::uint32_t number, std::uint32_t first = 0,
                                 std::uint32_t second = 0,
                                 std::uint32_t third = 0) {
  std::uint64_t hash = (number + 1ULL) * 0x9e3779b97f4a7c15;
  hash = (hash ^ first) * 0xbf58476d1ce4e5b9;
  hash = (hash ^ (hash >> 31) ^ second) * 0x94d049bb133111eb;
  hash = (hash ^ (hash >> 29) ^ third) * 0xd6e8feb86659fd93;
  return static_cast<EntityHash>(hash >> 32);
}

// A name of several words is the chain of their hashes.
constexpr EntityHash ChainHash(EntityHash before, EntityHash word) {
  return FeatureHash(0x6e616d65, before, word);
}

// Finds the row of a key among keys in ascending order, stored as 16 bits each:
// the upper 16 bits choose a bucket, the lower ones are compared.  A key that
// is not there is found all the same once in some ten thousand times.
class HashedKeys {
 public:
  static constexpr std::size_t kBuckets = 1 << 16;

  HashedKeys() = default;
  // Nothing when the buckets do not lie in order within the tags.
  static std::optional<HashedKeys> Open(std::span<const std::uint32_t> buckets,
                                        std::span<const std::uint16_t> tags);

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t Find(EntityHash key) const {
    if (tags_.empty()) return kNone;
    const std::size_t bucket = key >> 16;
    const auto tag = static_cast<std::uint16_t>(key);
    const std::size_t end = buckets_[bucket + 1];
    for (std::size_t row = buckets_[bucket]; row < end; ++row) {
      if (tags_[row] == tag) return row;
    }
    return kNone;
  }
  std::size_t size() const { return tags_.size(); }

 private:
  std::span<const std::uint32_t> buckets_;
  std::span<const std::uint16_t> tags_;
};

// The two arrays of HashedKeys.  REQUIRES: `keys` ascend and differ.
struct HashedKeyArrays {
  explicit HashedKeyArrays(std::span<const EntityHash> keys);
  HashedKeys View() const { return *HashedKeys::Open(buckets, tags); }

  std::vector<std::uint32_t> buckets;
  std::vector<std::uint16_t> tags;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_HASH_H_
