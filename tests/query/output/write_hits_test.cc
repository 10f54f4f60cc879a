// Hits written by several threads against hits read one by one.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "query/output/hits.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

constexpr int kArticles = 3000;
constexpr std::size_t kFirstRank = 11;
constexpr HitDetail kDetail = HitDetail::kSnippet | HitDetail::kNames;

std::string Line(int article) {
  return fmt::format(
      "{{\"title\": \"Hotline {0}\", \"text\": \"Call {1} of Ada "
      "Lovelace, by hotline.\", \"people\": [\"Ada Lovelace\"]}}\n",
      article, article * 7919);
}

void Build(const TempDir& dir, const std::string& index) {
  std::string lines;
  for (int i = 0; i < kArticles; ++i) lines += Line(i);
  dir.Write("news/all.jsonl", lines);
  Progress progress;
  ASSERT_TRUE(RunBuild(
      {.index = index, .paths = {(dir.Path() / "news").string()}}, progress));
}

std::vector<Match> AllIn(const OpenIndex& index) {
  std::vector<Match> matches;
  for (std::size_t segment = 0; segment < index.segments().size(); ++segment) {
    for (DocId doc = 1; doc <= index.segments()[segment].last_doc(); ++doc)
      matches.push_back({segment, doc, 0});
  }
  return matches;
}

void WriteHit(const Hit& hit, std::ostream& out) {
  out << hit.rank << ' ' << hit.id << ' ' << hit.title.text << ' '
      << hit.snippet.text << ' '
      << fmt::format("{}", fmt::join(hit.record.article.people, ";")) << '\n';
}

// What is written, and how it ended.
struct Outcome {
  std::string text;
  Status status = Ok();
};

Outcome OneByOne(const HitSource& source, const std::vector<Match>& matches) {
  std::ostringstream out;
  HitReader reader(source);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Result<Hit> hit = reader.Read(matches[i], kFirstRank + i);
    if (!hit) return {std::move(out).str(), std::move(hit).error()};
    WriteHit(*hit, out);
  }
  return {std::move(out).str()};
}

Outcome Together(const HitSource& source, const std::vector<Match>& matches) {
  std::ostringstream out;
  Status status = WriteHits(source, matches, kFirstRank, WriteHit, out);
  return {std::move(out).str(), std::move(status)};
}

TEST(WriteHits, WritesThemInOrderWhateverTheirNumber) {
  const TempDir dir;
  const std::string path = (dir.Path() / "index").string();
  Build(dir, path);
  const auto index = OpenIndex::Open(path);
  ASSERT_TRUE(index);
  const HitSource source = {.index = *index, .detail = kDetail};
  std::vector<Match> matches = AllIn(*index);
  ASSERT_EQ(matches.size(), kArticles);
  std::shuffle(matches.begin(), matches.end(), std::mt19937(7));
  for (const std::size_t count : {3000U, 321U, 65U, 64U, 1U, 0U}) {
    matches.resize(count);
    const Outcome together = Together(source, matches);
    EXPECT_TRUE(together.status);
    EXPECT_EQ(together.text, OneByOne(source, matches).text) << count;
  }
}

TEST(WriteHits, StopsAtTheFirstThatCannotBeRead) {
  const TempDir dir;
  const fs::path path = dir.Path() / "index";
  Build(dir, path.string());
  // A block in the middle of the records.
  const fs::path records = path / "segments/000001/docdata.glass";
  constexpr std::uintmax_t kBlock = 8192;
  const auto blocks = fs::file_size(records) / kBlock;
  ASSERT_GT(blocks, 8U);
  {
    std::fstream file(records, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(blocks / 2 * kBlock));
    file << std::string(kBlock, '\0');
  }
  const auto index = OpenIndex::Open(path.string());
  ASSERT_TRUE(index);
  const HitSource source = {.index = *index, .detail = kDetail};
  std::vector<Match> matches = AllIn(*index);
  std::shuffle(matches.begin(), matches.end(), std::mt19937(11));
  for (int round = 0; round < 3; ++round) {
    const Outcome alone = OneByOne(source, matches);
    const Outcome together = Together(source, matches);
    ASSERT_FALSE(alone.status);
    ASSERT_FALSE(together.status);
    EXPECT_EQ(together.text, alone.text);
    EXPECT_EQ(together.status.error().code, ErrorCode::kIndexDamaged);
    EXPECT_EQ(together.status.error().message, alone.status.error().message);
    std::reverse(matches.begin(), matches.end());
  }
}

}  // namespace
}  // namespace archive
