#include "indexer/writing/part_feed.h"

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::deque<ArrivedArticle> Articles(int first, int count) {
  std::deque<ArrivedArticle> articles;
  for (int i = first; i < first + count; ++i)
    articles.push_back({.article = {}, .arrival = {.id = std::to_string(i)}});
  return articles;
}

std::vector<std::string> TakeAll(PartFeed& feed) {
  std::vector<std::string> ids;
  while (const std::optional<ArrivedArticle> arrived = feed.Take())
    ids.push_back(arrived->arrival.id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(PartFeed, GivesWhatItBeganWithAndWhatWasAddedInOrder) {
  PartFeed feed(Articles(0, 2));
  feed.Add(Articles(2, 1));
  feed.Add({});
  feed.Add(Articles(3, 2));
  feed.Close();
  feed.Close();
  EXPECT_EQ(TakeAll(feed), (Ids{"0", "1", "2", "3", "4"}));
  EXPECT_FALSE(feed.Take());
}

TEST(PartFeed, ClosedWithoutArticlesGivesNothing) {
  PartFeed feed({});
  feed.Close();
  EXPECT_FALSE(feed.Take());
}

TEST(PartFeed, WaitsForWhatIsStillToCome) {
  constexpr int kArticles = 5000;
  PartFeed feed({});
  std::thread reader([&feed] {
    for (int i = 0; i < kArticles; i += 5) feed.Add(Articles(i, 5));
    feed.Close();
  });
  const Ids ids = TakeAll(feed);
  reader.join();
  ASSERT_EQ(ids.size(), static_cast<std::size_t>(kArticles));
  for (int i = 0; i < kArticles; ++i)
    ASSERT_EQ(ids[static_cast<std::size_t>(i)], std::to_string(i));
}

}  // namespace
}  // namespace archive
