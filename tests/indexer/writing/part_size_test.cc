#include "indexer/writing/part_size.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

// The parts of a run over so many articles, of which it knows from the first
// `unknown` on how many there are.
std::vector<std::uint64_t> PartsOf(std::uint64_t articles, unsigned threads,
                                   std::uint64_t unknown = 0) {
  std::vector<std::uint64_t> parts;
  PartOutlook outlook = {.threads = threads};
  while (outlook.taken < articles) {
    ++outlook.taken;
    ++outlook.gathered;
    if (outlook.taken >= unknown) outlook.expected = articles - outlook.taken;
    if (!IsPartComplete(outlook) && outlook.taken < articles) continue;
    parts.push_back(outlook.gathered);
    outlook.gathered = 0;
  }
  return parts;
}

using Parts = std::vector<std::uint64_t>;

TEST(PartSize, FewArticlesAreSharedByTheThreads) {
  EXPECT_EQ(PartsOf(3000, 2), Parts{3000});
  EXPECT_EQ(PartsOf(8000, 2), (Parts{4000, 4000}));
  EXPECT_EQ(PartsOf(21578, 2), (Parts{10789, 5395, 4000, 1394}));
  EXPECT_EQ(PartsOf(21578, 8), (Parts{4000, 4000, 4000, 4000, 4000, 1578}));
}

TEST(PartSize, OneThreadWaitsForNobody) {
  EXPECT_EQ(PartsOf(21578, 1), (Parts{11000, 10578}));
}

TEST(PartSize, ManyArticlesMakeLargeParts) {
  for (const unsigned threads : {2U, 4U, 8U}) {
    const Parts parts = PartsOf(1'000'000, threads, 100);
    const auto large = std::count(parts.begin(), parts.end(), kMostPart);
    EXPECT_GT(large, 80) << threads;
    // No thread has more to do at the end than others with two parts.
    EXPECT_LE(parts.back(), kLeastPart) << threads;
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::uint64_t{0}),
              1'000'000U);
  }
}

// A single file: how much is still to come shows at its end.
TEST(PartSize, WhatHasGoneOnForLongGoesOn) {
  const Parts parts = PartsOf(500'000, 2, 500'000);
  EXPECT_EQ(parts.front(), kLeastPart);
  EXPECT_GT(std::count(parts.begin(), parts.end(), kMostPart), 30);
}

}  // namespace
}  // namespace archive
