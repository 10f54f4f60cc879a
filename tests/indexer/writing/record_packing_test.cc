// Records that are packed with a dictionary, from the files to the disk.
#include "indexer/writing/record_packing.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/index/open_index.h"
#include "common/index/stored_record.h"
#include "indexer/writing/build.h"
#include "indexer/writing/dictionary_sample.h"
#include "indexer/writing/index_backup.h"
#include "indexer/writing/index_check.h"
#include "indexer/writing/merge.h"
#include "indexer/writing/upkeep.h"
#include "tests/support/index_contents.h"
#include "tests/support/many_articles.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

constexpr Instant kNow = 1615802400;
constexpr unsigned kEnough = kLeastSample + 100;

class RecordPacking : public ::testing::Test {
 protected:
  void Write(const std::string& name, const std::string& text) const {
    fs::create_directories(source_);
    std::ofstream(source_ / name, std::ios::binary) << text;
  }
  void Withhold(const std::string& what) const {
    std::ofstream(fs::path(index_) / "withhold.txt", std::ios::app)
        << what << " | J. Doe | 2021-03-15\n";
  }
  BuildReport Run(bool merges = false, unsigned threads = 1) const {
    BuildOptions options = {.index = index_, .paths = {source_}};
    options.now = kNow;
    options.merges = merges;
    options.threads = threads;
    options.part_articles = 600;
    options.allows_vanishing = true;
    Progress progress;
    const Result<BuildReport> report = RunBuild(options, progress);
    EXPECT_TRUE(report) << report.error().message;
    return report ? *report : BuildReport();
  }
  OpenIndex Index() const { return *OpenIndex::Open(index_); }
  // Ids of the dictionaries of all segments.
  std::set<DictionaryId> Dictionaries() const {
    std::set<DictionaryId> ids;
    const OpenIndex index = Index();
    for (const Segment& segment : index.segments()) {
      for (const DictionaryPtr& one : segment.dictionaries().all())
        ids.insert(one->id());
    }
    return ids;
  }
  // Articles whose record is packed.
  static std::size_t PackedIn(const OpenIndex& index) {
    std::size_t packed = 0;
    for (const Segment& segment : index.segments()) {
      for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
        if (!segment.IsLive(doc)) continue;
        packed += IsPacked(segment.database().get_document(doc).get_data());
      }
    }
    return packed;
  }
  // Files of the index that hold these bytes.
  std::vector<std::string> FilesWith(const std::string& bytes) const {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(index_)) {
      if (entry.is_regular_file() &&
          entry.path().filename() != "withhold.txt" &&
          ReadFile(entry.path())->find(bytes) != std::string::npos)
        files.push_back(entry.path());
    }
    return files;
  }
  void ExpectWhole() const {
    const Result<IndexCheck> check = CheckIndex(index_);
    ASSERT_TRUE(check) << check.error().message;
    for (const IndexFault& fault : check->faults) ADD_FAILURE() << fault.what;
  }
  // What says a secret so often that a dictionary learns it.
  static std::string Telling(const std::string& secret) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += secret + " was told the ministry. ";
    return text;
  }

  TempDir dir_;
  fs::path source_ = dir_.Path() / "news";
  std::string index_ = dir_.Path() / "index";
};

TEST_F(RecordPacking, FewArticlesKeepTheirLines) {
  Write("a.jsonl", ArticleLines(0, kLeastSample - 1));
  Run();
  EXPECT_TRUE(Dictionaries().empty());
  EXPECT_EQ(PackedIn(Index()), 0U);
  ExpectWhole();
}

TEST_F(RecordPacking, ThreadsChangeNothing) {
  Write("a.jsonl", ArticleLines(0, 2100));
  Run();
  const IndexContents one = ContentsOf(index_);
  const OpenIndex index = Index();
  const RecordDictionaries first = index.segments().front().dictionaries();
  ASSERT_EQ(first.all().size(), 1U);
  EXPECT_GT(PackedIn(index), 2050U);
  ExpectWhole();
  fs::remove_all(index_);
  Run(false, 3);
  EXPECT_EQ(ContentsOf(index_), one);
  const OpenIndex again = Index();
  EXPECT_EQ(again.segments().front().dictionaries().all().front()->bytes(),
            first.all().front()->bytes());
}

TEST_F(RecordPacking, LaterRunsUseTheDictionaryThatIsThere) {
  Write("a.jsonl", ArticleLines(0, kEnough));
  Run();
  const auto first = Dictionaries();
  ASSERT_EQ(first.size(), 1U);
  Write("b.jsonl", ArticleLines(5000, 5000 + kEnough));
  Write("c.jsonl", ArticleLine(9000));
  Run();
  EXPECT_EQ(Dictionaries(), first);
  EXPECT_EQ(PackedIn(Index()), 2 * kEnough + 1);
  const IndexContents before = ContentsOf(index_);
  ASSERT_TRUE(RunCompact(index_, kNow));
  ASSERT_EQ(Index().segments().size(), 1U);
  EXPECT_EQ(ContentsOf(index_), before);
  EXPECT_EQ(Dictionaries(), first);
  ExpectWhole();
}

// As after a run that could not use the dictionary that was there.
TEST_F(RecordPacking, SegmentsOfSeveralDictionariesAreMerged) {
  Write("a.jsonl", ArticleLines(0, kEnough));
  Run();
  const std::string first = SegmentPath(index_, Index().segments()[0].number());
  index_ += "-2";
  Write("a.jsonl", ArticleLines(3000, 3000 + kEnough));
  Run();
  const std::string second =
      SegmentPath(index_, Index().segments()[0].number());
  const std::string merged = dir_.Path() / "merged";
  const auto result =
      MergeSegments({{first, {}}, {second, {1, 2, 3}}}, merged, dir_.Path());
  ASSERT_TRUE(result) << result.error().message;
  const Result<Segment> segment = Segment::Open(merged, 1, {});
  ASSERT_TRUE(segment) << segment.error().message;
  EXPECT_EQ(segment->dictionaries().all().size(), 2U);
  std::size_t read = 0;
  for (DocId doc = 1; doc <= segment->last_doc(); ++doc) {
    if (!segment->IsLive(doc)) continue;
    const Result<std::string> record = segment->RecordBytes(doc);
    ASSERT_TRUE(record) << record.error().message;
    EXPECT_EQ(DecodeRecord(*record).id, segment->columns().IdOf(doc));
    ++read;
  }
  EXPECT_EQ(read, 2 * kEnough - 3);
}

TEST_F(RecordPacking, ADamagedOrMissingDictionaryIsNamed) {
  Write("a.jsonl", ArticleLines(0, kEnough));
  Run();
  const std::string path =
      SegmentPath(index_, Index().segments()[0].number()) + "/dictionaries";
  const std::string bytes = *ReadFile(path);
  std::ofstream(path, std::ios::binary) << bytes.substr(0, bytes.size() - 8);
  EXPECT_EQ(OpenIndex::Open(index_).error().message,
            path + " is damaged: its size is wrong");
  std::string other = bytes;
  other[bytes.size() / 2] ^= 1;
  std::ofstream(path, std::ios::binary) << other;
  const Result<IndexCheck> check = CheckIndex(index_);
  ASSERT_TRUE(check) << check.error().message;
  ASSERT_FALSE(check->faults.empty());
  EXPECT_EQ(check->faults.front().what,
            path + " is damaged: its checksum is wrong");
  fs::remove(path);
  EXPECT_EQ(OpenIndex::Open(index_).error().message,
            path + " is damaged: it is missing");
}

TEST_F(RecordPacking, ABackupHasTheDictionary) {
  Write("a.jsonl", ArticleLines(0, kEnough));
  Run();
  const IndexContents contents = ContentsOf(index_);
  const std::string target = dir_.Path() / "backup";
  ASSERT_TRUE(BackupIndex(index_, target, kNow));
  fs::remove_all(index_);
  EXPECT_EQ(ContentsOf(target), contents);
}

TEST_F(RecordPacking, WhatIsWithheldIsInNoFileAfterwards) {
  const std::string secret = "Xylophrast";
  Write("a.jsonl", ArticleLines(0, 300) + ArticleLine(300, Telling(secret)) +
                       ArticleLines(301, kEnough));
  Write("z.jsonl", ArticleLines(5000, 5010));
  Run();
  Write("z.jsonl", ArticleLines(5000, 5020));
  Run();
  const auto before = Dictionaries();
  ASSERT_EQ(before.size(), 1U);
  // Else this test says nothing.
  ASSERT_FALSE(FilesWith(secret).empty());
  ASSERT_GE(Index().segments().size(), 2U);
  IndexContents contents = ContentsOf(index_);
  Withhold("url: https://example.org/300");
  Run();
  EXPECT_EQ(FilesWith(secret), std::vector<std::string>());
  EXPECT_EQ(FilesWith("xylophrast"), std::vector<std::string>());
  const auto after = Dictionaries();
  ASSERT_EQ(after.size(), 1U);
  EXPECT_NE(after, before);
  EXPECT_EQ(PackedIn(Index()), kEnough + 19);
  ExpectWhole();
  // All else is as it was.
  const IndexContents left = ContentsOf(index_);
  EXPECT_EQ(left.size(), contents.size() - 1);
  EXPECT_EQ(left.count("news/a.jsonl#301"), 0U);
  for (const auto& [id, said] : left) {
    if (id.starts_with("file ")) continue;
    EXPECT_EQ(said, contents[id]) << id;
  }
  // And stays so, without another generation.
  EXPECT_FALSE(Run().published);
  EXPECT_EQ(Dictionaries(), after);
}

// The article has left the index, but the dictionary still has pieces of it.
TEST_F(RecordPacking, WhatWentLongAgoIsWithheldAsWell) {
  const std::string secret = "Xylophrast";
  Write("a.jsonl", ArticleLines(0, kLeastSample));
  Write("A.jsonl", ArticleLine(7000, Telling(secret)));
  Run();
  fs::remove(source_ / "A.jsonl");
  Run(true);
  ASSERT_TRUE(RunCompact(index_, kNow));
  Run();
  ASSERT_FALSE(FilesWith(secret).empty());
  Withhold("id: news/A.jsonl");
  const Result<CompactReport> report = RunCompact(index_, kNow);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_TRUE(report->published);
  EXPECT_EQ(report->purged, 0U);
  EXPECT_EQ(FilesWith(secret), std::vector<std::string>());
  EXPECT_EQ(PackedIn(Index()), kLeastSample);
  ExpectWhole();
  EXPECT_FALSE(RunCompact(index_, kNow)->published);
}

// New articles of the run that takes it out must not bring it back.
TEST_F(RecordPacking, ARunThatAddsUsesNoDictionaryOfTheWithheld) {
  const std::string secret = "Xylophrast";
  Write("a.jsonl", ArticleLine(1, Telling(secret)) + ArticleLines(2, kEnough));
  Run();
  const auto before = Dictionaries();
  Withhold("id: news/a.jsonl#1");
  Write("b.jsonl", ArticleLines(5000, 5000 + kEnough));
  Run();
  EXPECT_EQ(FilesWith(secret), std::vector<std::string>());
  const auto after = Dictionaries();
  EXPECT_EQ(after.size(), 1U);
  EXPECT_NE(after, before);
  EXPECT_EQ(PackedIn(Index()), 2 * kEnough - 2);
  ExpectWhole();
}

// When too little is left for a dictionary, records are lines again.
TEST_F(RecordPacking, FewThatAreLeftAreNotPacked) {
  Write("a.jsonl", ArticleLines(0, kLeastSample));
  Run();
  ASSERT_EQ(Dictionaries().size(), 1U);
  Withhold("id: news/a.jsonl#1");
  Run();
  EXPECT_TRUE(Dictionaries().empty());
  EXPECT_EQ(PackedIn(Index()), 0U);
  EXPECT_EQ(Index().live_articles(), kLeastSample - 1);
  ExpectWhole();
}

}  // namespace
}  // namespace archive
