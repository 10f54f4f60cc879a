#include "indexer/writing/merge_policy.h"

#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/token_stream.h"

namespace archive {
namespace {

using Sizes = std::vector<SegmentSize>;

SegmentSize Of(std::uint32_t articles, std::uint32_t removed = 0) {
  return {articles, removed, articles * 10ULL, articles * 200ULL};
}

TEST(MergePolicy, LeavesFewAndUnlikeSegmentsAlone) {
  EXPECT_EQ(NextMerge({}), std::nullopt);
  EXPECT_EQ(NextMerge(Sizes(kMinMerged - 1, Of(1000))), std::nullopt);
  EXPECT_EQ(NextMerge(Sizes{Of(1000, 100)}), std::nullopt);
  EXPECT_EQ(NextMerge(Sizes{Of(9000), Of(3000), Of(1000), Of(100)}),
            std::nullopt);
  EXPECT_EQ(NextMerge(Sizes(kMaxSegments, Of(1'000'000))), std::nullopt);
}

TEST(MergePolicy, RewritesWhatLostMoreThanATenth) {
  EXPECT_EQ(NextMerge(Sizes{Of(1000), Of(1000, 101)}), (MergeRange{1, 2}));
  EXPECT_EQ(NextMerge(Sizes{Of(3, 3)}), (MergeRange{0, 1}));
}

TEST(MergePolicy, JoinsTheNewestThatAreAlike) {
  EXPECT_EQ(NextMerge(Sizes{Of(9000), Of(100), Of(100), Of(100), Of(100)}),
            (MergeRange{1, 5}));
  EXPECT_EQ(NextMerge(Sizes{Of(400), Of(100), Of(100), Of(100)}),
            (MergeRange{0, 4}));
}

TEST(MergePolicy, JoinsTheLightestOfTooMany) {
  Sizes sizes(kMaxSegments + 1, Of(1'000'000));
  for (std::size_t i = 4; i < 8; ++i) sizes[i] = Of(10);
  EXPECT_EQ(NextMerge(sizes), (MergeRange{4, 8}));
}

TEST(MergePolicy, NeverJoinsMoreWordsThanASegmentCanNumber) {
  Sizes sizes(kMaxSegments + 1, Of(1000));
  for (SegmentSize& size : sizes) size.words = kMaxWordCodes / 2;
  EXPECT_EQ(NextMerge(sizes), std::nullopt);
  sizes.resize(5);
  EXPECT_EQ(NextMerge(sizes), std::nullopt);
}

TEST(MergePolicy, CompactsToOneSegmentOrAsFewAsWordsAllow) {
  EXPECT_EQ(NextCompaction({}), std::nullopt);
  EXPECT_EQ(NextCompaction(Sizes{Of(1000)}), std::nullopt);
  EXPECT_EQ(NextCompaction(Sizes{Of(1000, 1)}), (MergeRange{0, 1}));
  EXPECT_EQ(NextCompaction(Sizes{Of(9000), Of(10), Of(100)}),
            (MergeRange{0, 3}));
  Sizes wordy(3, Of(1000));
  wordy[0].words = kMaxWordCodes;
  EXPECT_EQ(NextCompaction(wordy), (MergeRange{1, 3}));
  wordy[1].words = kMaxWordCodes;
  EXPECT_EQ(NextCompaction(wordy), std::nullopt);
}

// Ten years of nightly runs: few segments, and each token copied seldom.
TEST(MergePolicy, ManyRunsStayCheap) {
  std::mt19937 random(1);
  Sizes sizes;
  std::uint64_t written = 0;
  std::uint64_t copied = 0;
  for (int night = 0; night < 3650; ++night) {
    sizes.push_back(Of(100 + static_cast<std::uint32_t>(random() % 900)));
    written += sizes.back().length;
    while (const auto due = NextMerge(sizes)) {
      SegmentSize joined;
      for (std::size_t i = due->begin; i < due->end; ++i) {
        joined.articles += sizes[i].articles;
        joined.words += sizes[i].words;
        joined.length += sizes[i].length;
      }
      joined.words = std::min<std::uint64_t>(joined.words, 400'000);
      copied += joined.length;
      const auto begin =
          sizes.begin() + static_cast<std::ptrdiff_t>(due->begin);
      const auto end = sizes.begin() + static_cast<std::ptrdiff_t>(due->end);
      *sizes.erase(begin, end - 1) = joined;
    }
    ASSERT_LE(sizes.size(), kMaxSegments);
  }
  EXPECT_LT(copied, written * 6) << copied / written;
}

TEST(MergePolicy, NothingIsMergedForWhichThereIsNoMemory) {
  const Sizes four(kMinMerged, Of(1000));
  EXPECT_EQ(NextMerge(four, 800'000), (MergeRange{0, 4}));
  EXPECT_EQ(NextMerge(four, 799'999), std::nullopt);
  // Not even where there are too many.
  EXPECT_EQ(NextMerge(Sizes(kMaxSegments + 1, Of(1000)), 799'999),
            std::nullopt);
}

}  // namespace
}  // namespace archive
