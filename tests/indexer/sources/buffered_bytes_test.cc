#include "indexer/sources/buffered_bytes.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

// Gives a few bytes at a time, and fails at the end when asked to.
class Drops final : public ByteSource {
 public:
  Drops(std::string bytes, std::size_t most, bool fails = false)
      : bytes_(std::move(bytes)), most_(most), fails_(fails) {}
  Result<std::size_t> Read(std::span<char> to) override {
    const std::size_t part = std::min({bytes_.size() - at_, to.size(), most_});
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), part,
                to.begin());
    at_ += part;
    if (part == 0 && fails_) return Error{ErrorCode::kIo, "torn"};
    return part;
  }

 private:
  std::string bytes_;
  std::size_t most_;
  bool fails_;
  std::size_t at_ = 0;
};

std::vector<std::string> LinesBy(const std::string& text, std::size_t most) {
  Drops source(text, most);
  BufferedBytes bytes(source);
  std::vector<std::string> lines;
  while (const auto line = bytes.TakeLine(10))
    lines.push_back(line->is_cut ? std::to_string(line->size)
                                 : std::string(line->text));
  EXPECT_EQ(bytes.offset(), text.size());
  return lines;
}

TEST(BufferedBytes, LinesAreTheSameHoweverTheyCome) {
  const std::vector<std::string> expected = {"one",        "",   "two\r",
                                             "0123456789", "11", "last"};
  for (const std::size_t most : {1U, 2U, 7U, 1000U})
    EXPECT_EQ(LinesBy("one\n\ntwo\r\n0123456789\n01234567890\nlast", most),
              expected)
        << most;
  EXPECT_EQ(LinesBy(std::string(200'000, 'x') + "\ny", 3000),
            (std::vector<std::string>{"200000", "y"}));
  EXPECT_EQ(LinesBy(std::string(200'000, 'x'), 3000),
            std::vector<std::string>{"200000"});
}

TEST(BufferedBytes, PeekSkipAndAll) {
  Drops source(std::string(100'000, 'a') + "bcd", 999);
  BufferedBytes bytes(source);
  EXPECT_GE(bytes.Peek(5000).size(), 5000U);
  EXPECT_EQ(bytes.Skip(100'001), 100'001U);
  EXPECT_EQ(bytes.Peek(100), "cd");
  EXPECT_EQ(bytes.offset(), 100'001U);
  const BufferedBytes::Rest some = bytes.TakeAll(1);
  EXPECT_EQ(some.bytes, "c");
  EXPECT_TRUE(some.is_cut);
  EXPECT_EQ(bytes.TakeAll(10).bytes, "cd");
  EXPECT_EQ(bytes.Skip(5), 0U);
}

TEST(BufferedBytes, SaysWhyTheyEnd) {
  Drops source("abc", 2, true);
  BufferedBytes bytes(source);
  EXPECT_EQ(bytes.TakeAll(10).bytes, "abc");
  ASSERT_FALSE(bytes.status());
  EXPECT_EQ(bytes.status().error().message, "torn");
}

TEST(BufferedBytes, BeginAnew) {
  MemorySource source("0123456789");
  BufferedBytes bytes(source);
  bytes.Consume(bytes.Peek(4).size());
  ASSERT_TRUE(bytes.SeekTo(7));
  EXPECT_EQ(bytes.TakeAll(10).bytes, "789");
}

}  // namespace
}  // namespace archive
