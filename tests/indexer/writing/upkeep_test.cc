// Checking, repairing, copying and compacting an index, seen from outside.
#include "indexer/writing/upkeep.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/file_system.h"
#include "indexer/writing/build.h"
#include "indexer/writing/index_backup.h"
#include "indexer/writing/index_check.h"
#include "indexer/writing/stub_repair.h"
#include "tests/support/index_contents.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

constexpr Instant kNow = 1615802400;

class Upkeep : public ::testing::Test {
 protected:
  void Write(const std::string& name, const std::string& text) const {
    fs::create_directories(source_);
    std::ofstream(source_ / name, std::ios::binary) << text;
  }
  // Two runs that leave two segments, the first with a removed article.
  void BuildTwice() const {
    for (int i = 0; i < 6; ++i)
      Write("a" + std::to_string(i) + ".txt",
            "Wheat number " + std::to_string(i) +
                "\n\nThe harvest was large, wheat and rye.\n");
    Run();
    Write("a2.txt", "Barley\n\nAnother text.\n");
    Write("b.txt", "Oats\n\nA new text.\n");
    Run();
  }
  void Run(bool merges = false) const {
    BuildOptions options = {.index = index_, .paths = {source_}};
    options.now = kNow;
    options.merges = merges;
    Progress progress;
    const Result<BuildReport> report = RunBuild(options, progress);
    ASSERT_TRUE(report) << report.error().message;
  }
  std::vector<std::string> Faults() const {
    const Result<IndexCheck> check = CheckIndex(index_);
    if (!check) return {check.error().message};
    std::vector<std::string> faults;
    for (const IndexFault& fault : check->faults) faults.push_back(fault.what);
    return faults;
  }
  // Files of the published index, but locks and the record of the last run.
  std::vector<fs::path> Files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(index_)) {
      const std::string name = entry.path().filename();
      if (entry.is_regular_file() && name != "lock" && name != "flintlock" &&
          name != "last-run")
        files.push_back(entry.path());
    }
    return files;
  }

  TempDir dir_;
  fs::path source_ = dir_.Path() / "news";
  std::string index_ = dir_.Path() / "index";
  std::string target_ = dir_.Path() / "backup";
};

TEST_F(Upkeep, AWholeIndexHasNoFault) {
  BuildTwice();
  const Result<IndexCheck> check = CheckIndex(index_);
  ASSERT_TRUE(check) << check.error().message;
  EXPECT_TRUE(check->faults.empty()) << check->faults.front().what;
  EXPECT_EQ(check->articles, 7U);
  EXPECT_EQ(check->segments, 2U);
  EXPECT_EQ(CheckIndex(target_).error().code, ErrorCode::kNotFound);
}

TEST_F(Upkeep, EveryFlippedBitAndMissingByteIsFound) {
  BuildTwice();
  std::mt19937 random(7);
  for (const fs::path& file : Files()) {
    const Result<std::string> bytes = ReadFile(file);
    ASSERT_TRUE(bytes);
    // What the published generation does not need may say anything.
    if (file.parent_path().filename() == "1") continue;
    for (int i = 0; i < 8 && !bytes->empty(); ++i) {
      std::string flipped = *bytes;
      char& flipped_byte = flipped[random() % flipped.size()];
      const unsigned bit = 1U << (random() % 8);
      flipped_byte =
          static_cast<char>(static_cast<unsigned>(flipped_byte) ^ bit);
      std::ofstream(file, std::ios::binary) << flipped;
      EXPECT_FALSE(Faults().empty()) << file;
    }
    if (!bytes->empty()) {
      std::ofstream(file, std::ios::binary)
          << bytes->substr(0, random() % bytes->size());
      EXPECT_FALSE(Faults().empty()) << file << " cut";
    }
    std::ofstream(file, std::ios::binary) << *bytes;
  }
  EXPECT_TRUE(Faults().empty());
}

TEST_F(Upkeep, RepairAndBuildMakeItWhole) {
  BuildTwice();
  const IndexContents before = ContentsOf(index_);
  for (const SegmentNumber number : {1U, 2U}) {
    const std::string file = SegmentPath(index_, number) + "/columns";
    std::string bytes = *ReadFile(file);
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(file, std::ios::binary) << bytes;
    const Result<IndexCheck> check = CheckIndex(index_);
    ASSERT_TRUE(check);
    ASSERT_EQ(check->faults.size(), 1U);
    EXPECT_EQ(check->faults.front().segment, number);

    const Result<RepairReport> report = RunRepair(index_, {number}, kNow);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->lost_articles, number == 1 ? 5U : 2U);
    EXPECT_EQ(report->files_to_read, report->lost_articles);
    EXPECT_TRUE(Faults().empty());
    Run();
    EXPECT_TRUE(Faults().empty());
    EXPECT_EQ(ContentsOf(index_), before);
  }
}

TEST_F(Upkeep, ADamagedGenerationIsNotRepaired) {
  BuildTwice();
  std::ofstream(GenerationPath(index_, 2) + "/files") << "nothing";
  const Result<RepairReport> report = RunRepair(index_, {}, kNow);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kIndexDamaged);
  EXPECT_NE(report.error().hint.find("build --fresh"), std::string::npos);
}

// What it says is said by the generations, too.
TEST_F(Upkeep, ADamagedStubIsMadeAgain) {
  BuildTwice();
  const std::string path = StubPath(index_);
  const std::string whole = *ReadFile(path);
  const IndexContents before = ContentsOf(index_);
  for (const std::string& damaged :
       {std::string(), whole.substr(0, whole.size() - 3),
        std::string(whole.size(), '\0'),
        FormatStub({.generation = 9, .segments = {1, 2}}),
        FormatStub({.generation = 2, .segments = {1}})}) {
    std::ofstream(path, std::ios::binary) << damaged;
    EXPECT_FALSE(Faults().empty()) << damaged;
    const Result<StubRepair> repair = RepairStub(index_, kNow);
    ASSERT_TRUE(repair) << repair.error().message;
    EXPECT_TRUE(repair->is_replaced);
    EXPECT_EQ(*ReadFile(path), whole);
    EXPECT_TRUE(Faults().empty());
  }
  EXPECT_FALSE(RepairStub(index_, kNow)->is_replaced);
  EXPECT_EQ(ContentsOf(index_), before);
}

TEST_F(Upkeep, TheGenerationBeforeTakesThePlaceOfADamagedOne) {
  BuildTwice();
  const IndexContents before = ContentsOf(index_);
  const std::string newest = GenerationPath(index_, 2);
  for (const auto& entry : fs::directory_iterator(newest))
    std::ofstream(entry.path(), std::ios::binary) << "nothing";
  const Result<StubRepair> repair = RepairStub(index_, kNow);
  ASSERT_TRUE(repair) << repair.error().message;
  EXPECT_EQ(repair->stub.generation, 1U);
  EXPECT_TRUE(Faults().empty());
  Run();
  EXPECT_EQ(ContentsOf(index_), before);
}

TEST_F(Upkeep, AFreshBuildNeedsNoStub) {
  BuildTwice();
  const IndexContents before = ContentsOf(index_);
  const auto build_fresh = [this]() {
    BuildOptions options = {.index = index_, .paths = {source_}};
    options.now = kNow;
    options.fresh = true;
    Progress progress;
    return RunBuild(options, progress);
  };
  std::ofstream(StubPath(index_), std::ios::binary) << "nothing";
  const Result<BuildReport> report = build_fresh();
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->generation, 3U);
  EXPECT_EQ(ContentsOf(index_), before);
  // And of a ruin nothing is kept.
  std::ofstream(StubPath(index_), std::ios::binary) << "nothing";
  for (const auto& entry : fs::directory_iterator(GenerationsPath(index_)))
    fs::remove_all(entry.path());
  EXPECT_EQ(RepairStub(index_, kNow).error().code, ErrorCode::kIndexDamaged);
  const Result<BuildReport> anew = build_fresh();
  ASSERT_TRUE(anew) << anew.error().message;
  EXPECT_EQ(anew->generation, 1U);
  EXPECT_EQ(ContentsOf(index_), before);
}

TEST_F(Upkeep, CompactLeavesOneSegmentWithoutHoles) {
  BuildTwice();
  const IndexContents before = ContentsOf(index_);
  const Result<CompactReport> report = RunCompact(index_, kNow);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_TRUE(report->published);
  EXPECT_EQ(report->segments_before, 2U);
  EXPECT_EQ(report->segments, 1U);
  EXPECT_EQ(ContentsOf(index_), before);
  EXPECT_EQ(OpenIndex::Open(index_)->segments().front().document_count(), 7U);
  EXPECT_FALSE(RunCompact(index_, kNow)->published);
}

TEST_F(Upkeep, BackupIsTheIndexAndGrowsWithIt) {
  BuildTwice();
  ASSERT_TRUE(WriteFile(index_ + "/synonyms.txt", "Peking = Beijing\n"));
  const Result<BackupReport> first = BackupIndex(index_, target_, kNow);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->copied_segments, 2U);
  EXPECT_EQ(first->articles, 7U);
  EXPECT_EQ(ContentsOf(target_), ContentsOf(index_));
  EXPECT_TRUE(CheckIndex(target_)->faults.empty());
  EXPECT_EQ(*ReadFile(target_ + "/synonyms.txt"), "Peking = Beijing\n");

  Write("c.txt", "Maize\n\nThe newest.\n");
  Run();
  const Result<BackupReport> second = BackupIndex(index_, target_, kNow);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->copied_segments, 1U);
  EXPECT_EQ(ContentsOf(target_), ContentsOf(index_));
  EXPECT_TRUE(CheckIndex(target_)->faults.empty());
  // Nothing is left of the copying, nor of the generation before.
  EXPECT_FALSE(FileExists(WorkPath(target_)));
  EXPECT_FALSE(FileExists(GenerationPath(target_, 2)));
}

TEST_F(Upkeep, BackupRefusesOtherPlaces) {
  BuildTwice();
  EXPECT_EQ(BackupIndex(index_, index_ + "/copy", kNow).error().code,
            ErrorCode::kUsage);
  EXPECT_EQ(BackupIndex(index_, source_, kNow).error().code, ErrorCode::kUsage);
  const std::string other = dir_.Path() / "other";
  BuildOptions options = {.index = other, .paths = {source_}};
  Progress progress;
  ASSERT_TRUE(RunBuild(options, progress));
  EXPECT_EQ(BackupIndex(index_, other, kNow).error().code, ErrorCode::kUsage);
  EXPECT_EQ(BackupIndex(target_, other, kNow).error().code,
            ErrorCode::kNotFound);
}

TEST_F(Upkeep, BackupNeverCopiesWhatIsDamaged) {
  BuildTwice();
  ASSERT_TRUE(BackupIndex(index_, target_, kNow));
  const IndexContents before = ContentsOf(target_);
  Write("c.txt", "Maize\n\nThe newest.\n");
  Run();
  const std::string file = SegmentPath(index_, 3) + "/tokens";
  std::string bytes = *ReadFile(file);
  bytes.back() ^= 1;
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_EQ(BackupIndex(index_, target_, kNow).error().code,
            ErrorCode::kIndexDamaged);
  EXPECT_EQ(ContentsOf(target_), before);
}

TEST_F(Upkeep, KilledBackupIsTheOneBefore) {
  BuildTwice();
  ASSERT_TRUE(BackupIndex(index_, target_, kNow));
  const IndexContents before = ContentsOf(target_);
  Write("c.txt", "Maize\n\nThe newest.\n");
  Run();
  const pid_t child = fork();
  if (child == 0) {
    setenv("ARCHIVE_FAILPOINT", "backup-copied:1", 1);
    static_cast<void>(BackupIndex(index_, target_, kNow));
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_NE(WEXITSTATUS(status), 0);
  EXPECT_EQ(ContentsOf(target_), before);
  ASSERT_TRUE(BackupIndex(index_, target_, kNow));
  EXPECT_EQ(ContentsOf(target_), ContentsOf(index_));
}

}  // namespace
}  // namespace archive
