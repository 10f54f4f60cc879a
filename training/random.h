// A generator of ours, so that a model comes out the same everywhere:
// xorshift64* (Vigna 2016).
#ifndef ARCHIVE_TRAINING_RANDOM_H_
#define ARCHIVE_TRAINING_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace archive {

class Random {
 public:
  explicit Random(std::uint64_t seed)
      : state_(seed * 0x9e3779b97f4a7c15 + 0x2545f4914f6cdd1d) {}

  std::uint32_t Next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>((state_ * 0x2545f4914f6cdd1d) >> 32);
  }
  // In [0, 1).
  float Share() { return static_cast<float>(Next() >> 8) * (1.0F / (1 << 24)); }
  // Below `bound`, which is not 0.
  std::size_t Below(std::size_t bound) { return Next() % bound; }

  template <typename T>
  void Shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i)
      std::swap(values[i - 1], values[Below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace archive

#endif  // ARCHIVE_TRAINING_RANDOM_H_
