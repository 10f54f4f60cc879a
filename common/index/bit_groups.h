// Groups of 32 numbers in as few bits as the greatest of them takes: what the
// blocks of posting lists are made of (posting_lists.h).
//
// Lemire, Boytsov: "Decoding billions of integers per second through
// vectorization" (2015) describes such groups; a width that is known when it is
// compiled makes of each number a shift and a mask.
#ifndef ARCHIVE_COMMON_INDEX_BIT_GROUPS_H_
#define ARCHIVE_COMMON_INDEX_BIT_GROUPS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace archive {

inline constexpr std::size_t kNumbersOfGroup = 32;
inline constexpr std::uint32_t kWidestOfGroup = 32;

// A group takes `width` numbers of 32 bits.
constexpr std::size_t GroupsOf(std::size_t numbers) {
  return (numbers + kNumbersOfGroup - 1) / kNumbersOfGroup;
}

// Bits of the greatest.
std::uint32_t WidthOf(std::span<const std::uint32_t> numbers);

// Appends GroupsOf(numbers.size()) groups, the last filled up with zeros.
// REQUIRES: `width` is WidthOf(numbers) or more.
void AppendGroups(std::span<const std::uint32_t> numbers, std::uint32_t width,
                  std::vector<std::uint32_t>& packed);

// REQUIRES: width <= kWidestOfGroup; `packed` holds groups * width numbers,
// `numbers` has room for those of all groups.
void UnpackGroups(const std::uint32_t* packed, std::uint32_t width,
                  std::size_t groups, std::uint32_t* numbers);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_BIT_GROUPS_H_
