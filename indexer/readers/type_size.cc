#include "indexer/readers/type_size.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace archive {
namespace {

double Median(std::span<const TypedText> texts, double TypeSize::*measure) {
  std::vector<std::pair<double, std::size_t>> sizes;
  std::size_t all = 0;
  for (const TypedText& text : texts) {
    if (text.type.*measure <= 0) continue;
    sizes.emplace_back(text.type.*measure, text.bytes);
    all += text.bytes;
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t before = 0;
  for (const auto& [size, bytes] : sizes) {
    before += bytes;
    if (before * 2 >= all) return size;
  }
  return 0;
}

}  // namespace

TypeSize UsualType(std::span<const TypedText> texts) {
  return {.points = Median(texts, &TypeSize::points),
          .height = Median(texts, &TypeSize::height)};
}

bool IsLarger(const TypeSize& type, const TypeSize& other) {
  constexpr double kLargerPoints = 1.2;
  constexpr double kLargerHeight = 1.5;
  // Some name one size for all that they have read.
  if (type.points > 0 && other.points > 0 && type.points != other.points)
    return type.points >= kLargerPoints * other.points;
  return type.height > 0 && other.height > 0 &&
         type.height >= kLargerHeight * other.height;
}

}  // namespace archive
