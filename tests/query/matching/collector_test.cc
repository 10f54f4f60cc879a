#include "query/matching/collector.h"

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/match_visitor.h"
#include "query/matching/searcher.h"
#include "query/matching/timeline.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

using Sizes = std::vector<std::size_t>;
using Places = std::vector<std::pair<std::size_t, DocId>>;

Places PlacesOf(const std::vector<Match>& matches) {
  Places places;
  for (const Match& match : matches)
    places.emplace_back(match.segment, match.doc);
  return places;
}

class CollectorTest : public testing::Test {
 protected:
  // Articles of few days and sources, some without, and half of a day: ties
  // are what is told apart.
  static std::string Lines(std::size_t count, std::mt19937& random) {
    constexpr std::size_t kBusyDay = 4;
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) {
      std::string text = "Wheat";
      for (std::size_t words = random() % 4; words > 0; --words)
        text += random() % 2 == 0 ? " wheat" : " barley";
      std::string more;
      if (random() % 10 != 0)
        more += fmt::format(R"(,"date":"1987-03-{:02}")",
                            1 + std::min(i * 9 / count, kBusyDay));
      if (random() % 4 != 0)
        more += fmt::format(R"(,"source":"Paper {}")", random() % 3);
      lines += fmt::format(R"({{"title":"{}","text":"{}"{}}})", i, text, more);
      lines += '\n';
    }
    return lines;
  }
  void Build(const std::string& index, Instant now = 1'000) {
    Progress progress;
    ASSERT_TRUE(RunBuild({.index = (dir_.Path() / index).string(),
                          .paths = {(dir_.Path() / "news").string()},
                          .now = now},
                         progress));
  }
  Result<OpenIndex> Open(const std::string& index) const {
    return OpenIndex::Open((dir_.Path() / index).string());
  }

  TempDir dir_;
};

TEST_F(CollectorTest, PagesArePartsOfAllInTheirOrder) {
  std::mt19937 random(1987);
  dir_.Write("news/a.jsonl", Lines(2'100, random));
  Build("idx");
  dir_.Write("news/b.jsonl", Lines(900, random));
  Build("idx", 2'000);
  const auto index = Open("idx");
  ASSERT_TRUE(index);
  ASSERT_GT(index->segments().size(), 1U);
  Searcher searcher(*index);
  for (const SortOrder order :
       {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest,
        SortOrder::kAdded, SortOrder::kSource}) {
    const auto ask = [&](std::size_t offset, std::size_t limit) {
      const auto answer =
          searcher.Search(ReadQueryText("wheat OR barley", {}).tree,
                          {.order = order,
                           .offset = offset,
                           .limit = limit,
                           .ranking = Ranking::kPlain});
      EXPECT_EQ(answer->total, 3'000U);
      return answer->matches;
    };
    std::vector<Match> all = ask(0, kNoLimit);
    const Places said = PlacesOf(all);
    std::shuffle(all.begin(), all.end(), random);
    std::sort(all.begin(), all.end(), [&](const Match& a, const Match& b) {
      return ComesBefore(*index, order, a, b);
    });
    const Places places = PlacesOf(all);
    EXPECT_EQ(said, places);
    for (const std::size_t limit :
         Sizes{1, 7, 8, 9, 10, 256, 999, 2'999, 3'000}) {
      for (const std::size_t offset : Sizes{0, 1, 10, 600}) {
        const std::size_t end = std::min(places.size(), offset + limit);
        const Places page(places.begin() + static_cast<std::ptrdiff_t>(offset),
                          places.begin() + static_cast<std::ptrdiff_t>(end));
        EXPECT_EQ(PlacesOf(ask(offset, limit)), page)
            << static_cast<int>(order) << ' ' << offset << ' ' << limit;
      }
    }
    EXPECT_TRUE(ask(0, 0).empty());
  }
}

// What one article after the other is shown to.
class SeenPlaces : public MatchVisitor {
 public:
  void Take(std::size_t segment, DocId doc) override {
    seen.emplace_back(segment, doc);
  }
  Places seen;
};

TEST_F(CollectorTest, EverythingIsTakenOnceInOrder) {
  std::mt19937 random(1987);
  for (const std::size_t count : Sizes{1, 255, 256, 257, 512}) {
    const std::string index_name = fmt::format("idx-{}", count);
    dir_.Write("news/a.jsonl", Lines(count, random));
    dir_.Write("news/z.txt", "The last\n\nOne that goes.\n");
    Build(index_name);
    std::filesystem::remove(dir_.Path() / "news" / "z.txt");
    Build(index_name);
    const auto index = Open(index_name);
    ASSERT_TRUE(index);
    SeenPlaces visitor;
    TakeEverything(*index, Hidden::kLeftOut, visitor);
    EXPECT_EQ(visitor.seen.size(), count);
    EXPECT_TRUE(std::is_sorted(visitor.seen.begin(), visitor.seen.end()));
    EXPECT_EQ(std::adjacent_find(visitor.seen.begin(), visitor.seen.end()),
              visitor.seen.end());
  }
}

}  // namespace
}  // namespace archive
