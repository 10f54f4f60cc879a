#include "common/index/bit_groups.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace archive {
namespace {

constexpr std::size_t kBits = 32;

template <std::size_t kWidth, std::size_t kAt>
std::uint32_t NumberAt(const std::uint32_t* packed) {
  if constexpr (kWidth == 0) {
    return 0;
  } else {
    constexpr std::size_t kWord = kAt * kWidth / kBits;
    constexpr std::size_t kShift = kAt * kWidth % kBits;
    constexpr auto kMask =
        static_cast<std::uint32_t>((std::uint64_t{1} << kWidth) - 1);
    std::uint32_t number = packed[kWord] >> kShift;
    if constexpr (kShift + kWidth > kBits)
      number |= packed[kWord + 1] << (kBits - kShift);
    return number & kMask;
  }
}

template <std::size_t kWidth, std::size_t... kAt>
void UnpackGroup(const std::uint32_t* packed, std::uint32_t* numbers,
                 std::index_sequence<kAt...> /*places*/) {
  ((numbers[kAt] = NumberAt<kWidth, kAt>(packed)), ...);
}

template <std::size_t kWidth>
void UnpackAll(const std::uint32_t* packed, std::size_t groups,
               std::uint32_t* numbers) {
  for (std::size_t group = 0; group < groups; ++group) {
    UnpackGroup<kWidth>(packed + group * kWidth,
                        numbers + group * kNumbersOfGroup,
                        std::make_index_sequence<kNumbersOfGroup>());
  }
}

using Unpacker = void (*)(const std::uint32_t*, std::size_t, std::uint32_t*);

template <std::size_t... kWidth>
constexpr std::array<Unpacker, sizeof...(kWidth)> MakeUnpackers(
    std::index_sequence<kWidth...> /*widths*/) {
  return {UnpackAll<kWidth>...};
}

constexpr auto kUnpackers =
    MakeUnpackers(std::make_index_sequence<kWidestOfGroup + 1>());

}  // namespace

std::uint32_t WidthOf(std::span<const std::uint32_t> numbers) {
  std::uint32_t all = 0;
  for (const std::uint32_t number : numbers) all |= number;
  return static_cast<std::uint32_t>(std::bit_width(all));
}

void AppendGroups(std::span<const std::uint32_t> numbers, std::uint32_t width,
                  std::vector<std::uint32_t>& packed) {
  for (std::size_t first = 0; first < numbers.size();
       first += kNumbersOfGroup) {
    const std::size_t begin = packed.size();
    packed.resize(begin + width);
    const auto group = numbers.subspan(
        first, std::min(kNumbersOfGroup, numbers.size() - first));
    for (std::size_t i = 0; i < group.size() && width != 0; ++i) {
      const std::size_t word = begin + i * width / kBits;
      const std::size_t shift = i * width % kBits;
      packed[word] |= group[i] << shift;
      if (shift + width > kBits)
        packed[word + 1] |= group[i] >> (kBits - shift);
    }
  }
}

void UnpackGroups(const std::uint32_t* packed, std::uint32_t width,
                  std::size_t groups, std::uint32_t* numbers) {
  kUnpackers[width](packed, groups, numbers);
}

}  // namespace archive
