// Two indexes of random articles, and what a query finds in them: by the tool,
// and by the oracle.
//
// ARCHIVE_ORACLE_SEED and ARCHIVE_ORACLE_ROUNDS change what is asked.
#ifndef ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_INDEX_H_
#define ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_INDEX_H_

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/language/query_text.h"
#include "query/matching/searcher.h"
#include "tests/query/matching/oracle.h"
#include "tests/query/matching/oracle_random.h"
#include "tests/support/temp_dir.h"

namespace archive {

inline constexpr Instant kOracleNow = 1615802400;

inline std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

inline std::string JsonOf(const oracle::Article& article, std::size_t number) {
  std::string text;
  for (const auto& words : article.paragraphs)
    text += (text.empty() ? "" : "\\n\\n") + Joined(words);
  // Words that no query asks for.
  if (article.spoken_of != 0)
    text +=
        fmt::format("{}in {}", text.empty() ? "" : "\\n\\n", article.spoken_of);
  std::string line = fmt::format(
      R"({{"id":"{}","language":"en","title":"{}","text":"{}","caption":"{}")",
      number, Joined(article.title), text, Joined(article.caption));
  if (!article.topic.empty())
    line += fmt::format(R"(,"topics":["{}"])", article.topic);
  if (article.year != 0)
    line += fmt::format(R"(,"date":"{}-06-01")", article.year);
  return line + "}\n";
}

// The same random articles as one segment, as many with some articles replaced,
// so that segments have removed ones, and as several indexes searched as one.
class OracleTest : public ::testing::Test {
 protected:
  virtual std::size_t ArticleCount() const { return 90; }

  void SetUp() override {
    oracle::Random random(seed_);
    while (articles_.size() < ArticleCount()) {
      oracle::Article article = random.MakeArticle();
      const bool is_empty = article.title.empty() && article.paragraphs.empty();
      if (!is_empty) articles_.push_back(std::move(article));
    }
    const std::string source = (directory_.Path() / "news").string();
    std::filesystem::create_directories(source);
    Write(source, 0);
    Build(source, "one", 1 << 20);
    // The same articles in another index, but every third file is wrong at
    // first: its articles are removed from segments that hold others, too.
    for (std::size_t file = 0; file < kFiles; file += 3) {
      std::ofstream(FileName(source, file)) << R"({"title":"cat dog"})"
                                            << "\n"
                                            << R"({"title":"fox"})"
                                            << "\n";
    }
    Build(source, "many", 500);
    Write(source, 0);
    Build(source, "many", 500);
    one_.emplace(*OpenIndex::Open((directory_.Path() / "one").string()));
    for (std::uint32_t part = 1; part <= kShards; ++part)
      Build(source, fmt::format("part{}", part), 1 << 20, Shard{part, kShards});
    parts_.emplace(*OpenIndex::OpenAll(ShardDirectories()));
    many_.emplace(*OpenIndex::Open((directory_.Path() / "many").string()));
    ASSERT_EQ(one_->segments().size(), 1U);
    ASSERT_GT(many_->segments().size(), 3U);
    ASSERT_FALSE(many_->parts().front().generation.removed.empty());
    ASSERT_EQ(one_->live_articles(), articles_.size());
    ASSERT_EQ(many_->live_articles(), articles_.size());
    ASSERT_EQ(parts_->parts().size(), kShards);
    ASSERT_EQ(parts_->live_articles(), articles_.size());
  }

  static constexpr std::size_t kFiles = 10;
  static constexpr std::uint32_t kShards = 8;

  std::vector<std::string> ShardDirectories() const {
    std::vector<std::string> directories;
    for (std::uint32_t part = 1; part <= kShards; ++part)
      directories.push_back(
          (directory_.Path() / fmt::format("part{}", part)).string());
    return directories;
  }

  static std::string FileName(const std::string& source, std::size_t file) {
    return fmt::format("{}/f{}.jsonl", source, file);
  }
  void Write(const std::string& source, std::size_t first) const {
    for (std::size_t file = first; file < kFiles; ++file) {
      std::ofstream out(FileName(source, file));
      for (std::size_t i = file; i < articles_.size(); i += kFiles)
        out << JsonOf(articles_[i], i);
    }
  }
  void Build(const std::string& source, const std::string& index,
             std::uint64_t segment_bytes,
             std::optional<Shard> shard = {}) const {
    BuildOptions options = {.index = (directory_.Path() / index).string(),
                            .paths = {source}};
    options.now = kOracleNow;
    options.shard = shard;
    options.segment_bytes = segment_bytes;
    options.merges = index == "one";
    Progress progress;
    const Result<BuildReport> report = RunBuild(options, progress);
    ASSERT_TRUE(report) << report.error().message;
    ASSERT_EQ(report->failed_files, 0U);
  }

  Node Read(const std::string& text) const {
    const ReadQuery read = ReadQueryText(text, {.today = 18700});
    EXPECT_TRUE(read.errors.empty())
        << FormatDiagnostics("oracle", text, read.errors);
    return read.tree;
  }

  SearchAnswer Ask(const OpenIndex& index, const Node& tree,
                   SortOrder order = SortOrder::kRelevance,
                   Ranking ranking = Ranking::kPlain) const {
    SearchRequest request;
    request.limit = kNoLimit;
    request.order = order;
    request.ranking = ranking;
    request.facets = {FieldId::kTopic};
    const Result<SearchAnswer> answer = Searcher(index).Search(tree, request);
    EXPECT_TRUE(answer) << answer.error().message;
    if (!answer) return {};
    EXPECT_TRUE(answer->problems.empty());
    EXPECT_EQ(answer->total, answer->matches.size());
    return *answer;
  }

  static std::vector<std::string> IdsOf(const OpenIndex& index,
                                        const SearchAnswer& answer) {
    std::vector<std::string> ids;
    for (const Match& match : answer.matches) {
      ids.emplace_back(
          index.segments()[match.segment].columns().IdOf(match.doc));
    }
    return ids;
  }

  std::set<std::string> Expected(const oracle::Query& query) const {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (oracle::Matches(query, articles_[i]))
        ids.insert(
            fmt::format("news/f{}.jsonl#{}", i % kFiles, i / kFiles + 1));
    }
    return ids;
  }

  static int Rounds(int usual) {
    const char* const rounds = std::getenv("ARCHIVE_ORACLE_ROUNDS");
    return rounds == nullptr ? usual : std::atoi(rounds);
  }

  static unsigned Seed() {
    const char* const seed = std::getenv("ARCHIVE_ORACLE_SEED");
    return seed == nullptr ? 1987U : static_cast<unsigned>(std::atoi(seed));
  }

  unsigned seed_ = Seed();
  TempDir directory_;
  std::vector<oracle::Article> articles_;
  std::optional<OpenIndex> one_;
  std::optional<OpenIndex> many_;
  std::optional<OpenIndex> parts_;
};

}  // namespace archive

#endif  // ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_INDEX_H_
