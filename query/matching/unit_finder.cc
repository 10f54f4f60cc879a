#include "query/matching/unit_finder.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <limits>

namespace archive {
namespace {

constexpr TokenUnit kLastUnit = std::numeric_limits<TokenUnit>::max();
constexpr std::size_t kFewRanges = 8;

std::vector<WordCode> Sorted(std::span<const WordCode> codes) {
  std::vector<WordCode> sorted(codes.begin(), codes.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

}  // namespace

UnitFinder::UnitFinder(std::span<const WordCode> codes) {
  for (const WordCode code : Sorted(codes)) {
    if (code >= kFirstMark) break;
    Add(static_cast<TokenUnit>(code));
  }
  ranges_.push_back({kFirstMark, kLastUnit});
  Prepare();
}

UnitFinder UnitFinder::OfWords(std::span<const WordCode> codes) {
  UnitFinder finder;
  for (const WordCode code : Sorted(codes)) {
    if (code >= kMaxWordCodes) break;
    std::vector<TokenUnit> units;
    AppendCode(code, units);
    finder.Add(units.front());
  }
  finder.Prepare();
  return finder;
}

// REQUIRES: units rise.
void UnitFinder::Add(TokenUnit unit) {
  if (!ranges_.empty() && unit <= ranges_.back().last + 1) {
    ranges_.back().last = unit;
  } else {
    ranges_.push_back({unit, unit});
  }
}

void UnitFinder::Prepare() {
#ifdef __SSE2__
  if (ranges_.size() <= kFewRanges) return;
#endif
  wanted_.resize(kLastUnit + 1);
  for (const Range& range : ranges_)
    std::fill_n(wanted_.begin() + range.first, range.last - range.first + 1,
                true);
}

bool UnitFinder::IsWanted(TokenUnit unit) const {
  if (!wanted_.empty()) return wanted_[unit];
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [unit](const Range& range) {
                       return unit >= range.first && unit <= range.last;
                     });
}

std::uint32_t UnitFinder::Find(std::span<const TokenUnit> units) const {
#ifdef __SSE2__
  if (units.size() == kBlock && wanted_.empty())
    return FindInBlock(units.data());
#endif
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < units.size(); ++i)
    found |= static_cast<std::uint32_t>(IsWanted(units[i])) << i;
  return found;
}

#ifdef __SSE2__
// SSE2 has no unsigned comparison, but a subtraction that stops at zero: what
// is left of a unit's distance from the first is zero within the range.
std::uint32_t UnitFinder::FindInBlock(const TokenUnit* units) const {
  const auto load = [units](std::size_t at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(units + at));
  };
  const __m128i low = load(0);
  const __m128i high = load(kBlock / 2);
  const __m128i zero = _mm_setzero_si128();
  __m128i in_low = zero;
  __m128i in_high = zero;
  for (const Range& range : ranges_) {
    const __m128i first = _mm_set1_epi16(static_cast<short>(range.first));
    const __m128i length =
        _mm_set1_epi16(static_cast<short>(range.last - range.first));
    const auto is_in = [&](__m128i eight) {
      return _mm_cmpeq_epi16(
          _mm_subs_epu16(_mm_sub_epi16(eight, first), length), zero);
    };
    in_low = _mm_or_si128(in_low, is_in(low));
    in_high = _mm_or_si128(in_high, is_in(high));
  }
  return static_cast<std::uint32_t>(
      _mm_movemask_epi8(_mm_packs_epi16(in_low, in_high)));
}
#endif

}  // namespace archive
