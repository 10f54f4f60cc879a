#include "common/index/packed_numbers.h"

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

template <typename Number>
struct Packed {
  explicit Packed(const std::vector<Number>& numbers)
      : frame(FrameOf<Number>(numbers)), bytes(Pack<Number>(numbers, frame)) {
    packed_bytes = bytes.size();
    bytes.resize(bytes.size() + kPackedReach, '\xff');  // what lies behind
  }
  PackedNumbers<Number> view() const { return {frame, bytes.data()}; }

  NumberFrame frame;
  std::string bytes;
  std::size_t packed_bytes = 0;
};

template <typename Number>
std::vector<Number> ReadBack(const std::vector<Number>& numbers) {
  const Packed<Number> packed(numbers);
  const PackedNumbers<Number> view = packed.view();
  return {view.begin(), view.end()};
}

TEST(PackedNumbers, TakeTheBitsTheyNeed) {
  struct Case {
    std::vector<std::int64_t> numbers;
    std::uint32_t width;
    std::size_t bytes;
  };
  const std::vector<Case> cases = {
      {{}, 0, 0},
      {{7}, 0, 0},
      {{-5, -5, -5}, 0, 0},
      {{0, 1, 1, 0, 1, 1, 1, 1, 1}, 1, 2},
      {{1000, 1003}, 2, 1},
      {{-1, 255}, 9, 3},
      {{0, (std::int64_t{1} << 56) - 1}, 56, 14},
      // Wider ones do not fit into eight bytes wherever they begin.
      {{0, std::int64_t{1} << 56}, 64, 16},
      {{std::numeric_limits<std::int64_t>::min(),
        std::numeric_limits<std::int64_t>::max()},
       64,
       16},
  };
  for (const Case& row : cases) {
    const Packed<std::int64_t> packed(row.numbers);
    EXPECT_EQ(packed.frame.width, row.width);
    EXPECT_EQ(packed.packed_bytes, row.bytes);
    EXPECT_EQ(ReadBack(row.numbers), row.numbers);
  }
}

template <typename Number>
void AllWidthsComeBack() {
  std::mt19937_64 random(1987);
  for (int width = 0; width <= std::numeric_limits<Number>::digits; ++width) {
    std::vector<Number> numbers(50);
    for (Number& number : numbers) {
      const std::uint64_t bits =
          width == 0 ? 0 : random() >> (64 - static_cast<unsigned>(width));
      number = static_cast<Number>(std::numeric_limits<Number>::min() +
                                   static_cast<Number>(bits));
    }
    EXPECT_EQ(ReadBack(numbers), numbers) << width;
  }
}

TEST(PackedNumbers, ComeBackInEveryWidthAndType) {
  AllWidthsComeBack<std::uint8_t>();
  AllWidthsComeBack<std::uint16_t>();
  AllWidthsComeBack<std::int32_t>();
  AllWidthsComeBack<std::uint32_t>();
  AllWidthsComeBack<std::int64_t>();
  AllWidthsComeBack<std::uint64_t>();
}

TEST(PackedNumbers, AnswerOutsideWithWhatTheCallerNames) {
  const Packed<std::int32_t> packed({-3, 4, 9});
  const auto view = packed.view();
  EXPECT_EQ(view.At(2, -1), 9);
  EXPECT_EQ(view.At(3, -1), -1);
  EXPECT_EQ(view[3], 0);
  EXPECT_EQ(view.At(std::numeric_limits<std::size_t>::max(), -1), -1);
  EXPECT_EQ(PackedNumbers<std::int32_t>()[0], 0);
}

TEST(PackedNumbers, SlicesAreClosedAtBothEnds) {
  const Packed<std::uint32_t> packed({10, 11, 12, 13, 14});
  const auto slice = packed.view().Slice(1, 4);
  EXPECT_EQ(std::vector<std::uint32_t>(slice.begin(), slice.end()),
            (std::vector<std::uint32_t>{11, 12, 13}));
  EXPECT_EQ(slice.front(), 11U);
  EXPECT_EQ(slice.At(3, 99), 99U);
  EXPECT_EQ(slice.Slice(1, 2).front(), 12U);
  EXPECT_TRUE(packed.view().Slice(3, 2).empty());
  EXPECT_TRUE(packed.view().Slice(2, 6).empty());
  EXPECT_TRUE(slice.Slice(0, 4).empty());
  EXPECT_EQ(packed.view().Less(10).At(4, 0), 4U);
}

}  // namespace
}  // namespace archive
