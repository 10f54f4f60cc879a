#include "query/matching/unit_finder.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
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

std::size_t UnitFinder::Next(std::span<const TokenUnit> units,
                             std::size_t from) const {
#ifdef __SSE2__
  if (wanted_.empty() && units.size() >= kBlock && from < units.size()) {
    switch (ranges_.size()) {
      case 0:
        return units.size();
      case 1:
        return NextOf<1>(units, from);
      case 2:
        return NextOf<2>(units, from);
      case 3:
      case 4:
        return NextOf<4>(units, from);
      default:
        return NextOf<kFewRanges>(units, from);
    }
  }
#endif
  while (from < units.size() && !IsWanted(units[from])) ++from;
  return from;
}

#ifdef __SSE2__
namespace {

// All of it is the inside of one loop; left to itself the compiler calls it.

[[gnu::always_inline]] inline __m128i EightAt(const TokenUnit* units) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(units));
}

// SSE2 has no unsigned comparison, but a subtraction that stops at zero: what
// is left of a unit's distance from the first is zero within the range.
struct EightRanges {
  __m128i first;
  __m128i length;

  [[gnu::always_inline]] __m128i Hold(__m128i eight) const {
    return _mm_cmpeq_epi16(_mm_subs_epu16(_mm_sub_epi16(eight, first), length),
                           _mm_setzero_si128());
  }
};

[[gnu::always_inline]] inline std::uint32_t BitsOf(__m128i low, __m128i high) {
  return static_cast<std::uint32_t>(
      _mm_movemask_epi8(_mm_packs_epi16(low, high)));
}

template <std::size_t kRanges>
[[gnu::always_inline]] inline __m128i HeldByAny(
    const std::array<EightRanges, kRanges>& ranges, __m128i eight) {
  __m128i held = ranges[0].Hold(eight);
  for (std::size_t i = 1; i < kRanges; ++i)
    held = _mm_or_si128(held, ranges[i].Hold(eight));
  return held;
}

template <std::size_t kRanges>
[[gnu::always_inline]] inline std::uint32_t HeldInBlock(
    const std::array<EightRanges, kRanges>& ranges, const TokenUnit* units) {
  return BitsOf(HeldByAny(ranges, EightAt(units)),
                HeldByAny(ranges, EightAt(units + UnitFinder::kBlock / 2)));
}

}  // namespace

// REQUIRES: 1 to kRanges ranges, kBlock units at least, from < units.size().
template <std::size_t kRanges>
std::size_t UnitFinder::NextOf(std::span<const TokenUnit> units,
                               std::size_t from) const {
  std::array<EightRanges, kRanges> ranges;
  for (std::size_t i = 0; i < kRanges; ++i) {
    // The last one stands in for those that there are not.
    const Range& range = ranges_[std::min(i, ranges_.size() - 1)];
    ranges[i] = {_mm_set1_epi16(static_cast<short>(range.first)),
                 _mm_set1_epi16(static_cast<short>(range.last - range.first))};
  }
  const TokenUnit* const begin = units.data();
  const auto place = [](std::size_t at, std::uint32_t found) {
    return at + static_cast<std::size_t>(std::countr_zero(found));
  };
  // Two blocks at once, as long as there is nothing in them.
  for (; from + 2 * kBlock <= units.size(); from += 2 * kBlock) {
    const std::uint32_t low = HeldInBlock(ranges, begin + from);
    const std::uint32_t high = HeldInBlock(ranges, begin + from + kBlock);
    if ((low | high) != 0) return place(from, low | high << kBlock);
  }
  if (from + kBlock <= units.size()) {
    const std::uint32_t found = HeldInBlock(ranges, begin + from);
    if (found != 0) return place(from, found);
    from += kBlock;
  }
  if (from == units.size()) return from;
  // The last block begins before what is left.
  const std::size_t last = units.size() - kBlock;
  const std::uint32_t found =
      HeldInBlock(ranges, begin + last) >> (from - last) << (from - last);
  return found != 0 ? place(last, found) : units.size();
}

std::uint32_t UnitFinder::FindInBlock(const TokenUnit* units) const {
  __m128i low = _mm_setzero_si128();
  __m128i high = low;
  for (const Range& range : ranges_) {
    const EightRanges eight = {
        _mm_set1_epi16(static_cast<short>(range.first)),
        _mm_set1_epi16(static_cast<short>(range.last - range.first))};
    low = _mm_or_si128(low, eight.Hold(EightAt(units)));
    high =
        _mm_or_si128(high, eight.Hold(EightAt(units + UnitFinder::kBlock / 2)));
  }
  return BitsOf(low, high);
}
#endif

}  // namespace archive
