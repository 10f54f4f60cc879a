// Records in runs against records one by one.
#include "query/matching/record_runs.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/index/stored_record.h"
#include "indexer/writing/build.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

// Three segments; some articles are long, one is longer than a run.
class RecordRunsTest : public testing::Test {
 protected:
  static constexpr int kArticles = 400;  // of a segment

  static void SetUpTestSuite() {
    dir_ = new TempDir();
    const std::string index = (dir_->Path() / "index").string();
    for (int segment = 0; segment < 3; ++segment) {
      std::string lines;
      for (int i = 0; i < kArticles; ++i) lines += Line(segment, i);
      dir_->Write(fmt::format("news/{}.jsonl", segment), lines);
      Progress progress;
      ASSERT_TRUE(RunBuild({.index = index,
                            .paths = {(dir_->Path() / "news").string()},
                            .merges = false},
                           progress));
    }
    index_ = new OpenIndex(*OpenIndex::Open(index));
    ASSERT_EQ(index_->segments().size(), 3U);
  }
  static void TearDownTestSuite() {
    delete index_;
    delete dir_;
  }

  static std::string Line(int segment, int article) {
    std::string text = fmt::format("Article {} of {}.", article, segment);
    if (article % 100 == 7) text.append(200'000, '-');
    if (segment == 1 && article == 207) text.append(std::size_t{5} << 20, '-');
    return fmt::format("{{\"title\": \"A\", \"text\": \"{}\"}}\n", text);
  }

  static std::vector<Match> Matches() {
    std::vector<Match> matches;
    for (std::size_t segment = 0; segment < 3; ++segment) {
      for (DocId doc = 1; doc <= index_->segments()[segment].last_doc(); ++doc)
        matches.push_back({segment, doc, 0});
    }
    return matches;
  }

  static void ExpectRecordsOf(const std::vector<Match>& matches) {
    RecordRuns runs(*index_, matches);
    for (const Match& match : matches) {
      const auto expected =
          index_->segments()[match.segment].columns().IdOf(match.doc);
      const Result<std::string_view> record = runs.Next();
      ASSERT_TRUE(record) << record.error().message;
      ASSERT_EQ(DecodeRecord(*record).id, expected);
    }
  }

  inline static TempDir* dir_ = nullptr;
  inline static OpenIndex* index_ = nullptr;
};

TEST_F(RecordRunsTest, ComeInTheOrderOfTheMatches) {
  std::vector<Match> matches = Matches();
  ASSERT_EQ(matches.size(), std::size_t{3 * kArticles});
  ExpectRecordsOf(matches);
  std::reverse(matches.begin(), matches.end());
  ExpectRecordsOf(matches);
  std::shuffle(matches.begin(), matches.end(), std::mt19937(5));
  ExpectRecordsOf(matches);
  matches.resize(1);
  ExpectRecordsOf(matches);
}

TEST_F(RecordRunsTest, NeedNotBeTakenToTheEnd) {
  const std::vector<Match> matches = Matches();
  RecordRuns runs(*index_, matches);
  for (int i = 0; i < 65; ++i) ASSERT_TRUE(runs.Next());
}

}  // namespace
}  // namespace archive
