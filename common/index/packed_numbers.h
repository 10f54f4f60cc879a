// Numbers in as few bits as they need: how sections keep their columns.
//
// Of every number its distance from the least one is stored, in as many bits
// as the greatest distance takes.  So a column whose numbers are all the same
// takes no bytes at all, and any number is found without reading those before
// it.
//
//     packed = (number - least, in `width` bits)*     the first in the lowest
//              bits, a byte is filled before the next one is begun
//
// The frame (least, count, width) stands apart from the bits: in the table of a
// section file (section_file.h), where its checksum covers it.  Widths are 0 to
// 56 bits, or 64: then eight bytes, read from the byte in which a number
// begins, always hold it whole.
#ifndef ARCHIVE_COMMON_INDEX_PACKED_NUMBERS_H_
#define ARCHIVE_COMMON_INDEX_PACKED_NUMBERS_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <span>
#include <string>

namespace archive {

struct NumberFrame {
  std::uint64_t least = 0;  // negative ones in two's complement
  std::uint64_t count = 0;
  std::uint32_t width = 0;  // bits
};

// Bytes that may be read behind the place where the last number begins.
inline constexpr std::size_t kPackedReach = sizeof(std::uint64_t);
inline constexpr std::uint32_t kWidestShared = 56;

constexpr bool IsWidth(std::uint32_t width) {
  return width <= kWidestShared || width == 64;
}

// REQUIRES: IsWidth(frame.width), and fewer than 2^58 numbers.
constexpr std::uint64_t PackedBytes(const NumberFrame& frame) {
  return (frame.count * frame.width + 7) / 8;
}

template <typename Number>
NumberFrame FrameOf(std::span<const Number> numbers) {
  if (numbers.empty()) return {};
  const auto [least, greatest] =
      std::minmax_element(numbers.begin(), numbers.end());
  const auto base = static_cast<std::uint64_t>(*least);
  const auto width = static_cast<std::uint32_t>(
      std::bit_width(static_cast<std::uint64_t>(*greatest) - base));
  return {.least = base,
          .count = numbers.size(),
          .width = width <= kWidestShared ? width : 64};
}

// REQUIRES: `frame` is FrameOf(numbers).
template <typename Number>
std::string Pack(std::span<const Number> numbers, const NumberFrame& frame) {
  std::string bytes(PackedBytes(frame) + kPackedReach, '\0');
  std::uint64_t at = 0;  // bits
  for (const Number number : numbers) {
    char* const place = bytes.data() + at / 8;
    std::uint64_t eight = 0;
    std::memcpy(&eight, place, sizeof(eight));
    eight |= (static_cast<std::uint64_t>(number) - frame.least) << (at % 8);
    std::memcpy(place, &eight, sizeof(eight));
    at += frame.width;
  }
  bytes.resize(PackedBytes(frame));
  return bytes;
}

// Reads packed numbers where they lie.  What lies outside yields a value that
// the caller names, never a read outside; a damaged byte yields another number.
// Lives: as long as the bytes.  Threads: const methods any.
template <typename Number>
class PackedNumbers {
  // The number at a place, unchecked.
  struct Source {
    const char* bytes = nullptr;
    std::uint64_t least = 0;
    std::uint64_t mask = 0;
    std::size_t width = 0;

    Number operator[](std::size_t i) const {
      const std::size_t at = i * width;
      std::uint64_t eight = 0;
      std::memcpy(&eight, bytes + at / 8, sizeof(eight));
      return static_cast<Number>(((eight >> (at % 8)) & mask) + least);
    }
  };

 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Number;
    using difference_type = std::ptrdiff_t;
    using pointer = const Number*;
    using reference = Number;

    Iterator() = default;
    Iterator(const Source& source, std::size_t at) : source_(source), at_(at) {}
    Number operator*() const { return source_[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return {source_, at_++}; }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    Source source_;
    std::size_t at_ = 0;
  };

  PackedNumbers() = default;
  // REQUIRES: IsWidth(frame.width); `bytes` are PackedBytes(frame), and
  // kPackedReach bytes more may be read.
  PackedNumbers(const NumberFrame& frame, const char* bytes)
      : source_{.bytes = bytes,
                .least = frame.least,
                .mask = frame.width == 64
                            ? ~std::uint64_t{0}
                            : (std::uint64_t{1} << frame.width) - 1,
                .width = frame.width},
        size_(frame.count) {}

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  Number At(std::size_t i, Number absent) const {
    return i < size_ ? source_[first_ + i] : absent;
  }
  // Zero outside.
  Number operator[](std::size_t i) const { return At(i, Number{}); }
  Number front() const { return (*this)[0]; }

  // Those of [begin, end); none when there are no such.
  PackedNumbers Slice(std::size_t begin, std::size_t end) const {
    if (begin > end || end > size_) return {};
    PackedNumbers slice = *this;
    slice.first_ += begin;
    slice.size_ = end - begin;
    return slice;
  }

  // The same, each less by `amount`.
  PackedNumbers Less(std::uint64_t amount) const {
    PackedNumbers less = *this;
    less.source_.least -= amount;
    return less;
  }

  Iterator begin() const { return {source_, first_}; }
  Iterator end() const { return {source_, first_ + size_}; }

 private:
  Source source_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_PACKED_NUMBERS_H_
