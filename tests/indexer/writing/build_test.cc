// Runs over made-up files: what a run does to an index, seen from outside.
#include "indexer/writing/build.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sched.h>
#include <unistd.h>

#include "common/index/manifest.h"
#include "indexer/writing/index_lock.h"
#include "tests/support/index_contents.h"
#include "tests/support/packing.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

constexpr Instant kNow = 1615802400;

class Build : public ::testing::Test {
 protected:
  void Write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = source_ + "/" + name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  void WriteArticles(int count) const {
    for (int i = 0; i < count; ++i) {
      Write("a" + std::to_string(i) + ".txt",
            "Wheat number " + std::to_string(i) + "\n\nThe harvest of county " +
                std::to_string(i % 7) + " was large.\n\nFarmers said so.\n");
    }
  }
  BuildReport Run(bool fresh = false) {
    BuildOptions options = {.index = index_, .paths = {source_}};
    options.fresh = fresh;
    options.threads = threads_;
    options.now = now_;
    options.part_articles = 3;
    options.segment_bytes = segment_bytes_;
    Progress progress;
    const Result<BuildReport> report = RunBuild(options, progress);
    EXPECT_TRUE(report) << report.error().message;
    return report ? *report : BuildReport();
  }
  std::size_t SegmentCount() const {
    return OpenIndex::Open(index_)->segments().size();
  }

  TempDir dir_;
  std::string source_ = dir_.Path().string() + "/news";
  std::string index_ = dir_.Path().string() + "/index";
  Instant now_ = kNow;
  unsigned threads_ = 2;
  std::uint64_t segment_bytes_ = 1 << 20;
};

TEST_F(Build, FirstSecondAndThirdRun) {
  WriteArticles(10);
  Write("picture.png", "\x89PNG\r\n\x1a\n1234567890");
  const BuildReport first = Run();
  EXPECT_EQ(first.new_articles, 10U);
  EXPECT_EQ(first.indexed_files, 10U);
  EXPECT_EQ(first.skipped_files, 1U);
  EXPECT_EQ(first.files(), 11U);
  EXPECT_TRUE(first.published);

  const BuildReport second = Run();
  EXPECT_FALSE(second.published);
  EXPECT_EQ(second.unchanged_files, 10U);
  EXPECT_EQ(second.skipped_files, 1U);
  EXPECT_EQ(second.generation, first.generation);

  Write("a3.txt", "Rye at last\n\nAnother text altogether.\n");
  std::filesystem::remove(source_ + "/a4.txt");
  Write("b.txt", "New\n\nBrand new.\n");
  const BuildReport third = Run();
  EXPECT_EQ(third.new_articles, 1U);
  EXPECT_EQ(third.changed_articles, 1U);
  EXPECT_EQ(third.removed_articles, 1U);
  EXPECT_EQ(third.gone_files, 1U);
  EXPECT_EQ(third.unchanged_files, 8U);
  EXPECT_EQ(third.files(), 11U);
}

TEST_F(Build, AnUpdatedIndexEqualsAFreshOne) {
  WriteArticles(20);
  Run();
  for (int round = 0; round < 5; ++round) {
    Write("a" + std::to_string(round) + ".txt",
          "Changed " + std::to_string(round) + "\n\nOther words.\n");
    std::filesystem::remove(source_ + "/a" + std::to_string(19 - round) +
                            ".txt");
    Run();
  }
  const IndexContents updated = ContentsOf(index_);
  Run(true);
  EXPECT_EQ(ContentsOf(index_), updated);
  EXPECT_EQ(SegmentCount(), 1U);
}

// When an article came cannot be derived from its file.
TEST_F(Build, ArrivalsSurviveChangesMergesAndFreshBuilds) {
  Write("old.txt", "Old\n\nAn old article.\n");
  now_ = kNow - 1000;
  Run();
  now_ = kNow;
  Write("new.txt", "New\n\nA new article.\n");
  Run();
  const auto arrivals = [this] {
    std::map<std::string, std::pair<Instant, std::uint32_t>> arrived;
    const Result<OpenIndex> index = OpenIndex::Open(index_);
    EXPECT_TRUE(index);
    for (const Segment& segment : index->segments()) {
      const Columns& columns = segment.columns();
      for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
        if (segment.IsLive(doc))
          arrived[std::string(columns.IdOf(doc))] = {columns.AddedAt(doc),
                                                     columns.AddedIn(doc)};
      }
    }
    return arrived;
  };
  const auto before = arrivals();
  EXPECT_EQ(before.at("news/old.txt"), std::make_pair(kNow - 1000, 1U));
  EXPECT_EQ(before.at("news/new.txt"), std::make_pair(kNow, 2U));
  now_ = kNow + 1000;
  Write("old.txt", "Old\n\nChanged.\n");
  EXPECT_EQ(Run().changed_articles, 1U);
  EXPECT_EQ(arrivals(), before);
  Run(true);
  EXPECT_EQ(arrivals(), before);
}

TEST_F(Build, ManySmallRunsAreMerged) {
  for (int i = 0; i < 30; ++i) {
    Write("run" + std::to_string(i) + ".txt",
          "Run " + std::to_string(i) + "\n\nSome words of it.\n");
    Run();
    ASSERT_LE(SegmentCount(), 8U);
  }
  const IndexContents merged = ContentsOf(index_);
  const auto merged_words = WordCountsOf(*OpenIndex::Open(index_));
  Run(true);
  EXPECT_EQ(ContentsOf(index_), merged);
  EXPECT_EQ(WordCountsOf(*OpenIndex::Open(index_)), merged_words);
}

TEST_F(Build, RemovedArticlesAreRewrittenAway) {
  WriteArticles(40);
  Run();
  for (int i = 5; i < 25; ++i)
    std::filesystem::remove(source_ + "/a" + std::to_string(i) + ".txt");
  Run();
  const Result<OpenIndex> index = OpenIndex::Open(index_);
  ASSERT_TRUE(index);
  EXPECT_TRUE(index->parts().front().generation.removed.empty());
  EXPECT_EQ(index->live_articles(), 20U);
  const auto words = WordCountsOf(*index);
  const IndexContents contents = ContentsOf(index_);
  Run(true);
  EXPECT_EQ(ContentsOf(index_), contents);
  EXPECT_EQ(WordCountsOf(*OpenIndex::Open(index_)), words);
}

// The last articles of a segment, too: Xapian's last docid goes back then.
TEST_F(Build, TheLastArticlesOfASegmentCanGo) {
  WriteArticles(20);
  Run();
  for (int i = 0; i < 3; ++i) {
    std::filesystem::remove(source_ + "/a" + std::to_string(9 - i) + ".txt");
    std::filesystem::remove(source_ + "/a" + std::to_string(i) + ".txt");
    Run();
  }
  const IndexContents contents = ContentsOf(index_);
  EXPECT_EQ(OpenIndex::Open(index_)->live_articles(), 14U);
  Run(true);
  EXPECT_EQ(ContentsOf(index_), contents);
}

// A directory that cannot be read today takes nothing out of the index.
TEST_F(Build, UnreadableDirectoriesLoseNothing) {
  if (geteuid() == 0 && unshare(CLONE_NEWUSER) != 0)
    GTEST_SKIP() << "root reads every directory, and cannot be somebody else";
  Write("sub/inner.txt", "Inner\n\nKept.\n");
  WriteArticles(2);
  Run();
  std::filesystem::permissions(source_ + "/sub", std::filesystem::perms::none);
  const BuildReport report = Run();
  std::filesystem::permissions(source_ + "/sub", std::filesystem::perms::all);
  EXPECT_EQ(report.failed_files, 1U);
  EXPECT_EQ(report.removed_articles, 0U);
  EXPECT_EQ(OpenIndex::Open(index_)->live_articles(), 3U);
  EXPECT_EQ(Run().failed_files, 0U);
}

// Files of every kind of reading: alone, by pieces, packed, damaged, none.
TEST_F(Build, SegmentsAndThreadsChangeNothing) {
  WriteArticles(50);
  std::vector<Packed> members;
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    members.push_back({number + ".txt", "Barley " + number + "\n\nDear.\n"});
    lines += i % 9 == 8
                 ? "{\n"
                 : "{\"title\":\"Oats " + number + "\",\"text\":\"Cheap.\"}\n";
  }
  members.push_back({"p.png", "\x89PNG\r\n\x1A\n"});
  members.push_back({"bad.json", "[{\"title\":"});
  Write("a.zip", Pack("zip", "", members));
  Write("b.tar.gz", Pack("ustar", "gzip", members).substr(0, 300));
  Write("day.jsonl", lines);
  Write("picture.png", "\x89PNG\r\n\x1A\n");
  Write("empty.txt", "");
  Write("half.pdf", "%PDF-1.4 and no more");
  const auto order = [this] {
    std::vector<std::string> ids;
    const Result<OpenIndex> index = OpenIndex::Open(index_);
    for (const Segment& segment : index->segments()) {
      for (DocId doc = 1; doc <= segment.last_doc(); ++doc)
        ids.emplace_back(segment.columns().IdOf(doc));
    }
    return ids;
  };
  threads_ = 1;
  const BuildReport report = Run();
  EXPECT_EQ(report.failed_files, 4U);
  EXPECT_GT(report.new_articles, 120U);
  const IndexContents one = ContentsOf(index_);
  const auto words = WordCountsOf(*OpenIndex::Open(index_));
  const std::vector<std::string> ids = order();
  for (const unsigned threads : {2U, 5U}) {
    index_ += "2";
    threads_ = threads;
    segment_bytes_ = threads == 5 ? 500 : segment_bytes_;
    const BuildReport again = Run();
    EXPECT_EQ(ContentsOf(index_), one);
    EXPECT_EQ(WordCountsOf(*OpenIndex::Open(index_)), words);
    EXPECT_EQ(order(), ids);
    EXPECT_EQ(again.new_articles, report.new_articles);
    EXPECT_EQ(again.skipped_reasons, report.skipped_reasons);
    ASSERT_EQ(again.newly_failed.size(), report.newly_failed.size());
    for (std::size_t i = 0; i < report.newly_failed.size(); ++i) {
      EXPECT_EQ(again.newly_failed[i].id, report.newly_failed[i].id);
      EXPECT_EQ(again.newly_failed[i].reason, report.newly_failed[i].reason);
    }
  }
  EXPECT_GT(SegmentCount(), 1U);
}

// Every format there is, by threads beside each other.
TEST_F(Build, ThreadsChangeNothingOfTheCorpus) {
  source_ = ARCHIVE_SOURCE_DIR "/corpus";
  threads_ = 1;
  Run();
  const IndexContents one = ContentsOf(index_);
  EXPECT_GT(one.size(), 150U);
  index_ += "2";
  threads_ = 4;
  Run();
  EXPECT_EQ(ContentsOf(index_), one);
}

TEST_F(Build, ARunThatIsStoppedTakesNothingMore) {
  WriteArticles(30);
  BuildOptions options = {.index = index_, .paths = {source_}};
  options.threads = 4;
  options.now = kNow;
  int asked = 0;
  options.interrupted = [&asked] { return ++asked == 3; };
  Progress progress;
  const Result<BuildReport> report = RunBuild(options, progress);
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->interrupted);
  EXPECT_EQ(report->new_articles, 3U);
  EXPECT_EQ(OpenIndex::Open(index_)->live_articles(), 3U);
  EXPECT_EQ(Run().new_articles, 27U);
}

TEST_F(Build, AReaderKeepsItsGeneration) {
  WriteArticles(10);
  Run();
  const Result<OpenIndex> reader = OpenIndex::Open(index_);
  ASSERT_TRUE(reader);
  const IndexContents before = ContentsOf(*reader);
  for (int i = 0; i < 4; ++i) {
    Write("a" + std::to_string(i) + ".txt", "Gone\n\nGone words.\n");
    Run();
  }
  EXPECT_EQ(ContentsOf(*reader), before);
}

TEST_F(Build, RootsCanBeForgottenAndAreNotNested) {
  WriteArticles(3);
  Run();
  BuildOptions options = {.index = index_, .paths = {dir_.Path().string()}};
  Progress progress;
  const Result<BuildReport> nested = RunBuild(options, progress);
  ASSERT_FALSE(nested);
  EXPECT_EQ(nested.error().code, ErrorCode::kUsage);
  EXPECT_FALSE(RunForget(index_, "nosuch", kNow));
  const Result<BuildReport> forgotten = RunForget(index_, "news", kNow);
  ASSERT_TRUE(forgotten) << forgotten.error().message;
  EXPECT_EQ(forgotten->removed_articles, 3U);
  EXPECT_TRUE(ContentsOf(index_).empty());
}

TEST_F(Build, AVanishedRootIsAnErrorAndDeletesNothing) {
  WriteArticles(3);
  Run();
  const IndexContents before = ContentsOf(index_);
  std::filesystem::rename(source_, source_ + "-away");
  BuildOptions options = {.index = index_, .paths = {}};
  Progress progress;
  const Result<BuildReport> report = RunBuild(options, progress);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ContentsOf(index_), before);
}

TEST_F(Build, ASecondRunIsRefusedWhileOneHoldsTheLock) {
  WriteArticles(1);
  Run();
  const Result<IndexLock> lock = IndexLock::Take(index_, kNow);
  ASSERT_TRUE(lock);
  BuildOptions options = {.index = index_, .paths = {source_}};
  Progress progress;
  const Result<BuildReport> second = RunBuild(options, progress);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kIndexLocked);
  EXPECT_NE(second.error().message.find("since 2021-03-15"), std::string::npos)
      << second.error().message;
}

// Every file of a segment and a generation, cut or gone: refused by name.
TEST_F(Build, DamagedFilesAreRefusedByName) {
  WriteArticles(5);
  Run();
  const std::string segment = SegmentPath(index_, 1);
  for (const auto& entry : std::filesystem::directory_iterator(segment)) {
    const std::filesystem::path path = entry.path();
    if (path.filename() == "flintlock") continue;
    SCOPED_TRACE(path);
    const auto size = std::filesystem::file_size(path);
    std::filesystem::copy_file(path, dir_.Path().string() + "/saved");
    std::filesystem::resize_file(path, size / 2);
    const Result<OpenIndex> index = OpenIndex::Open(index_);
    ASSERT_FALSE(index);
    EXPECT_NE(index.error().message.find(path.filename().string()),
              std::string::npos)
        << index.error().message;
    std::filesystem::remove(path);
    EXPECT_FALSE(OpenIndex::Open(index_));
    std::filesystem::rename(dir_.Path().string() + "/saved", path);
    ASSERT_TRUE(OpenIndex::Open(index_));
  }
  EXPECT_TRUE(CheckManifest(segment));
}

TEST_F(Build, LongAndStrangeNames) {
  Write(std::string(180, 'x') + "/" + std::string(200, 'y') + ".txt",
        "Long\n\nA long name.\n");
  Write("a#1.txt", "Hash\n\nA name with a hash.\n");
  Write("caf\xe9\n.txt", "Bytes\n\nA name that is not UTF-8.\n");
  const BuildReport report = Run();
  EXPECT_EQ(report.new_articles, 3U);
  EXPECT_FALSE(Run().published);
  std::filesystem::remove_all(source_ + "/" + std::string(180, 'x'));
  EXPECT_EQ(Run().removed_articles, 1U);
}

}  // namespace
}  // namespace archive
