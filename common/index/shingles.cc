#include "common/index/shingles.h"

#include <algorithm>
#include <array>
#include <limits>

#include <xxhash.h>

namespace archive {
namespace {

// 2^64 over the golden ratio: an odd number without a pattern in its bits.
constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;

// The finaliser of MurmurHash3: every bit of the result depends on every bit of
// `x`.
constexpr std::uint64_t Mixed(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccd;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53;
  return x ^ (x >> 33);
}

// The order of the words counts: each is weighted by its place.
Shingle ShingleAt(std::span<const WordHash> words, std::size_t first) {
  Shingle sum = 0;
  for (std::size_t i = 0; i < kShingleWords; ++i)
    sum = sum * kGolden + words[first + i];
  return Mixed(sum);
}

// The least hashes crowd near zero: only mixed are their upper bits telling.
std::uint16_t Folded(std::uint32_t least) {
  constexpr auto kOdd = static_cast<std::uint32_t>(kGolden >> 32) | 1U;
  return static_cast<std::uint16_t>(least * kOdd >> 16);
}

}  // namespace

WordHash HashOfWord(std::string_view folded) {
  return XXH3_64bits(folded.data(), folded.size());
}

std::vector<Shingle> ShinglesOf(std::span<const WordHash> words) {
  std::vector<Shingle> shingles;
  if (words.size() < kFewestWords) return shingles;
  shingles.reserve(words.size() - kShingleWords + 1);
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i)
    shingles.push_back(ShingleAt(words, i));
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

Fingerprint FingerprintOf(std::span<const Shingle> shingles) {
  if (shingles.empty()) return kNoFingerprint;
  std::array<std::uint32_t, kFingerprintNumbers> least = {};
  least.fill(std::numeric_limits<std::uint32_t>::max());
  for (const Shingle shingle : shingles) {
    auto hash = static_cast<std::uint32_t>(shingle);
    const auto step = static_cast<std::uint32_t>(shingle >> 32) | 1U;
    for (std::uint32_t& number : least) {
      number = std::min(number, hash);
      hash += step;
    }
  }
  Fingerprint fingerprint = {};
  std::transform(least.begin(), least.end(), fingerprint.begin(), Folded);
  return fingerprint;
}

double Resemblance(std::span<const Shingle> a, std::span<const Shingle> b) {
  std::size_t both = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) ++both;
    const bool moves_x = *x <= *y;
    const bool moves_y = *y <= *x;
    if (moves_x) ++x;
    if (moves_y) ++y;
  }
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 0
                     : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace archive
