// Folded pages against obvious code: of every group the first, of all that is
// found without folding.
#include "query/matching/near_copies.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/searcher.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

class NearCopies : public testing::Test {
 protected:
  // Ten stories in 120 articles, cut here and there, in three segments.
  static void SetUpTestSuite() {
    dir_ = new TempDir();
    std::mt19937 random(11);
    for (int run = 0; run < 3; ++run) {
      std::string lines;
      for (int i = 0; i < 40; ++i) lines += RandomArticle(random);
      dir_->Write(fmt::format("news/{}.jsonl", run), lines);
      Progress progress;
      ASSERT_TRUE(RunBuild({.index = (dir_->Path() / "index").string(),
                            .paths = {(dir_->Path() / "news").string()},
                            .merges = false},
                           progress));
    }
    index_ = new OpenIndex(*OpenIndex::Open((dir_->Path() / "index").string()));
    ASSERT_EQ(index_->segments().size(), 3U);
  }
  static void TearDownTestSuite() {
    delete index_;
    delete dir_;
  }

  static std::string RandomArticle(std::mt19937& random) {
    const int story = static_cast<int>(random() % 10);
    const int words = 40 + static_cast<int>(random() % 60);
    std::string text;
    for (int i = 0; i < words; ++i) text += fmt::format("s{}w{} ", story, i);
    return fmt::format(
        R"({{"title": "{}", "text": "{}", "source": "{}", "published": )"
        R"("2021-03-{:02}"}})"
        "\n",
        random() % 3 == 0 ? "harbour" : "fleet", text,
        random() % 2 == 0 ? "Courier" : "Review", 1 + random() % 28);
  }

  static SearchAnswer Ask(std::string_view text, const SearchRequest& request) {
    const ReadQuery read = ReadQueryText(text, {.today = 18700});
    EXPECT_TRUE(read.errors.empty()) << text;
    return *Searcher(*index_).Search(read.tree, request);
  }

  static std::vector<std::string> IdsOf(const SearchAnswer& answer) {
    std::vector<std::string> ids;
    for (const Match& match : answer.matches) ids.emplace_back(IdOf(match));
    return ids;
  }
  static std::string_view IdOf(const Match& match) {
    return index_->segments()[match.segment].columns().IdOf(match.doc);
  }
  static CopyPlace PlaceOf(const Match& match) {
    return {static_cast<std::uint32_t>(match.segment), match.doc};
  }

  static TempDir* dir_;
  static OpenIndex* index_;
};
TempDir* NearCopies::dir_ = nullptr;
OpenIndex* NearCopies::index_ = nullptr;

// Those that are left of `all` when each group has its first.
std::vector<std::string> FirstsOf(const OpenIndex& index, CopyLevel level,
                                  const SearchAnswer& all) {
  const Copies& copies = index.parts().front().copies;
  const auto place = [](const Match& match) {
    return CopyPlace{static_cast<std::uint32_t>(match.segment), match.doc};
  };
  std::map<Copies::Group, std::size_t> first;
  for (const Match& match : all.matches) {
    const auto group = copies.GroupOf(level, place(match));
    if (!group) continue;
    const std::size_t rank = copies.RankOf(level, place(match));
    const auto [at, is_new] = first.emplace(*group, rank);
    at->second = std::min(at->second, rank);
  }
  std::vector<std::string> ids;
  for (const Match& match : all.matches) {
    const auto group = copies.GroupOf(level, place(match));
    if (group && first[*group] != copies.RankOf(level, place(match))) continue;
    ids.emplace_back(index.segments()[match.segment].columns().IdOf(match.doc));
  }
  return ids;
}

TEST_F(NearCopies, FoldedPagesAreTheFirstsOfTheirGroups) {
  for (const char* query : {"*", "harbour", "s3w5 OR harbour", "nothing",
                            "source:courier", "missing:copies-of"}) {
    for (const SortOrder order :
         {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest}) {
      for (const CopyLevelRow& row : kCopyLevels) {
        SearchRequest request = {
            .order = order, .limit = kNoLimit, .facets = {FieldId::kSource}};
        const SearchAnswer all = Ask(query, request);
        request.fold_copies = row.level;
        const SearchAnswer folded = Ask(query, request);
        const std::vector<std::string> expected =
            FirstsOf(*index_, row.level, all);
        EXPECT_EQ(IdsOf(folded), expected) << query << ' ' << row.name;
        EXPECT_EQ(folded.total, all.total) << query;
        EXPECT_EQ(all.groups, all.total) << query;
        EXPECT_EQ(folded.groups, expected.size()) << query;
        ASSERT_EQ(folded.facets[0].rows.size(), all.facets[0].rows.size());
        for (std::size_t i = 0; i < all.facets[0].rows.size(); ++i)
          EXPECT_EQ(folded.facets[0].rows[i].articles,
                    all.facets[0].rows[i].articles);
        std::vector<std::string> paged;
        request.limit = 7;
        for (; request.offset < expected.size(); request.offset += 7) {
          for (std::string& id : IdsOf(Ask(query, request)))
            paged.push_back(std::move(id));
        }
        EXPECT_EQ(paged, expected) << query << ' ' << row.name;
      }
    }
  }
}

TEST_F(NearCopies, AreFoundFromEachOfThem) {
  const SearchAnswer all =
      Ask("*", {.order = SortOrder::kOldest, .limit = kNoLimit});
  std::size_t with_copies = 0;
  for (const Match& match : all.matches) {
    const std::size_t count = CopyCountOf(*index_, kUsualCopyLevel, match);
    const SearchAnswer copies =
        Ask(fmt::format("copies-of:\"{}\"", IdOf(match)),
            {.order = SortOrder::kOldest, .limit = kNoLimit});
    EXPECT_EQ(copies.total, count);
    for (const Match& copy : copies.matches) {
      EXPECT_NE(IdOf(copy), IdOf(match));
      EXPECT_EQ(index_->parts().front().copies.GroupOf(kUsualCopyLevel,
                                                       PlaceOf(copy)),
                index_->parts().front().copies.GroupOf(kUsualCopyLevel,
                                                       PlaceOf(match)));
    }
    if (count > 0) ++with_copies;
  }
  EXPECT_GT(with_copies, 90U);
  EXPECT_EQ(Ask("has:copies-of", {.limit = 0}).total, with_copies);
  EXPECT_EQ(Ask("missing:copies-of", {.limit = 0}).total,
            all.total - with_copies);
}

}  // namespace
}  // namespace archive
