// Records in runs against records one by one.
#include "query/matching/record_runs.h"

#include <algorithm>
#include <random>
#include <string>
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
  static constexpr std::size_t kMostBytes = std::size_t{5} << 20;

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
    RecordRun run;
    std::size_t next = 0;
    for (std::size_t number = 0; runs.Take(run); ++number) {
      ASSERT_EQ(run.number, number);
      ASSERT_EQ(run.first, next);
      ASSERT_FALSE(run.failure);
      ASSERT_FALSE(run.records.empty());
      for (std::size_t i = 0; i < run.records.size(); ++i) {
        const Match& match = matches[next++];
        const Segment& segment = index_->segments()[match.segment];
        const Result<std::string> record = segment.Unpack(run.Packed(i));
        ASSERT_TRUE(record) << record.error().message;
        ASSERT_EQ(DecodeRecord(*record).id, segment.columns().IdOf(match.doc));
      }
      ASSERT_TRUE(run.bytes.size() < kMostBytes || run.records.size() == 1);
    }
    ASSERT_EQ(next, matches.size());
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

}  // namespace
}  // namespace archive
