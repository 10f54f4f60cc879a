#include "indexer/analysis/entity_hash.h"

#include <algorithm>

namespace archive {

std::optional<HashedKeys> HashedKeys::Open(
    std::span<const std::uint32_t> buckets,
    std::span<const std::uint16_t> tags) {
  if (buckets.size() != kBuckets + 1 || buckets.front() != 0 ||
      buckets.back() != tags.size() ||
      !std::is_sorted(buckets.begin(), buckets.end()))
    return std::nullopt;
  HashedKeys keys;
  keys.buckets_ = buckets;
  keys.tags_ = tags;
  return keys;
}

HashedKeyArrays::HashedKeyArrays(std::span<const EntityHash> keys)
    : buckets(HashedKeys::kBuckets + 1) {
  for (const EntityHash key : keys) {
    ++buckets[(key >> 16) + 1];
    tags.push_back(static_cast<std::uint16_t>(key));
  }
  for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];
}

}  // namespace archive
