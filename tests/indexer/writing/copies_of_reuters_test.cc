// The groups of near-copies in Reuters-21578 against all pairs, found by
// obvious code: an inverted index of shingles.  docs/copies.md has the figures
// that it prints.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "tests/support/copy_groups.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

using Text = std::vector<std::string>;  // the words of a body

std::map<std::string, Text> BodiesOf(const OpenIndex& index) {
  std::map<std::string, Text> bodies;
  for (const Segment& segment : index.segments()) {
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      Text& body = bodies[std::string(segment.columns().IdOf(doc))];
      Zone zone = Zone::kNone;
      TokenReader reader = segment.tokens().Read(doc);
      while (!reader.AtEnd()) {
        if (reader.AtMark()) {
          const TokenUnit mark = reader.TakeMark();
          if (IsZoneMark(mark)) zone = ZoneOf(mark);
          continue;
        }
        const WordRank rank = segment.vocabulary().RankOf(reader.TakeWord());
        if (zone == Zone::kBody)
          body.emplace_back(segment.vocabulary().WordAt(rank));
      }
    }
  }
  return bodies;
}

struct Pair {
  std::string a;
  std::string b;
  double resemblance;
};

// Every pair that has a shingle in common; shingles are texts here.
std::vector<Pair> AllPairs(const std::map<std::string, Text>& bodies) {
  std::unordered_map<std::string, std::vector<std::size_t>> holders;
  std::vector<const std::string*> ids;
  std::vector<std::size_t> sizes;
  std::vector<std::vector<const std::vector<std::size_t>*>> shingles;
  for (const auto& [id, words] : bodies) {
    ids.push_back(&id);
    sizes.push_back(0);
    shingles.emplace_back();
    for (std::size_t i = 0; i + 4 <= words.size(); ++i) {
      std::vector<std::size_t>& with =
          holders[words[i] + ' ' + words[i + 1] + ' ' + words[i + 2] + ' ' +
                  words[i + 3]];
      const std::size_t article = ids.size() - 1;
      if (!with.empty() && with.back() == article) continue;
      with.push_back(article);
      ++sizes.back();
      shingles.back().push_back(&with);
    }
  }
  std::vector<Pair> pairs;
  std::vector<std::size_t> both(ids.size());
  for (std::size_t a = 0; a < ids.size(); ++a) {
    std::vector<std::size_t> met;
    for (const std::vector<std::size_t>* with : shingles[a]) {
      for (const std::size_t b : *with) {
        if (b <= a) continue;
        if (both[b]++ == 0) met.push_back(b);
      }
    }
    for (const std::size_t b : met) {
      const std::size_t either = sizes[a] + sizes[b] - both[b];
      pairs.push_back(
          {*ids[a], *ids[b],
           static_cast<double>(both[b]) / static_cast<double>(either)});
      both[b] = 0;
    }
  }
  return pairs;
}

TEST(CopiesOfReuters, AgreeWithAllPairs) {
  const std::string collection =
      std::string(ARCHIVE_SOURCE_DIR) + "/../shared/data/reuters21578";
  if (!std::filesystem::exists(collection))
    GTEST_SKIP() << "the Reuters collection is not at hand: " << collection;
  const TempDir dir;
  Progress progress;
  const std::string path = (dir.Path() / "index").string();
  ASSERT_TRUE(RunBuild({.index = path, .paths = {collection}}, progress));
  const auto index = OpenIndex::Open(path);
  ASSERT_TRUE(index);
  const std::vector<Pair> pairs = AllPairs(BodiesOf(*index));
  for (const CopyLevelRow& row : kCopyLevels) {
    std::map<std::string, std::size_t> group_of;
    double grouped = 0;
    double largest = 0;
    const auto groups = CopyGroupsOf(*index, row.level);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto size = static_cast<double>(groups[i].size());
      grouped += size * (size - 1) / 2;
      largest = std::max(largest, size);
      for (const std::string& id : groups[i]) group_of[id] = i;
    }
    double alike = 0;
    double found = 0;
    for (const Pair& pair : pairs) {
      if (pair.resemblance < row.resemblance) continue;
      ++alike;
      const auto a = group_of.find(pair.a);
      const auto b = group_of.find(pair.b);
      if (a != group_of.end() && b != group_of.end() && a->second == b->second)
        ++found;
    }
    fmt::print(
        "{}: {} groups of {} articles, the largest of {}; {} pairs in groups, "
        "{} pairs resemble each other, {} are both: precision {:.3f}, recall "
        "{:.3f}\n",
        row.name, groups.size(), group_of.size(), largest, grouped, alike,
        found, found / grouped, found / alike);
    EXPECT_GE(found / grouped, 0.95) << row.name;
    EXPECT_GE(found / alike, 0.95) << row.name;
  }
}

}  // namespace
}  // namespace archive
