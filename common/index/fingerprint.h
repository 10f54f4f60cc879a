// What tells near-copies from other articles, in 64 bytes: see
// common/index/shingles.h for how it is made.
#ifndef ARCHIVE_COMMON_INDEX_FINGERPRINT_H_
#define ARCHIVE_COMMON_INDEX_FINGERPRINT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace archive {

inline constexpr std::size_t kFingerprintNumbers = 32;

// Part of the format on disk.  Of two articles about as many numbers are equal,
// each at its place, as the share of shingles that the articles have in common.
using Fingerprint = std::array<std::uint16_t, kFingerprintNumbers>;

// Of an article that is too short for one.
inline constexpr Fingerprint kNoFingerprint = [] {
  Fingerprint none = {};
  none.fill(std::numeric_limits<std::uint16_t>::max());
  return none;
}();

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_FINGERPRINT_H_
