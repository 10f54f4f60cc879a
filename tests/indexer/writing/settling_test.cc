// Files that somebody writes while a run looks at them.
#include "indexer/writing/settling.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/writing/build.h"
#include "indexer/writing/dictionary_sample.h"
#include "tests/support/index_contents.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class Archive {
 public:
  std::string Write(const std::string& name, std::string_view text,
                    fs::file_time_type::duration age = 1h) const {
    const std::string path = directory_.Write("news/" + name, text);
    fs::last_write_time(path, fs::file_time_type::clock::now() - age);
    return path;
  }
  void Append(const std::string& name, std::string_view text) const {
    std::ofstream(news() / name, std::ios::app) << text;
  }
  void DateBack(const std::string& name) const {
    fs::last_write_time(news() / name, fs::file_time_type::clock::now() - 1h);
  }

  BuildOptions Options() const {
    BuildOptions options = {.index = index(), .paths = {news().string()}};
    options.now = 1615802400;
    options.settle_seconds = 0.3;
    return options;
  }
  // Of a run under which a file grows: behind its walk, before it reads.  Its
  // length of a minute is more than any machine needs from there to the read.
  BuildOptions OptionsWhileGrowing(const std::string& name) const {
    BuildOptions options = Options();
    options.settle_seconds = 60;
    options.log = [this, name](const std::string&) { Append(name, "More.\n"); };
    return options;
  }
  BuildReport Run(const BuildOptions& options) const {
    Progress progress;
    Result<BuildReport> report = RunBuild(options, progress);
    EXPECT_TRUE(report) << report.error().message;
    return report ? *std::move(report) : BuildReport{};
  }
  BuildReport Run() const { return Run(Options()); }

  fs::path news() const { return directory_.Path() / "news"; }
  std::string index() const { return directory_.Path() / "index"; }
  // Ids of articles, and rows of files.
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& [name, text] : ContentsOf(index())) names.push_back(name);
    return names;
  }

 private:
  TempDir directory_;
};

using Names = std::vector<std::string>;
using Reasons = std::map<std::string, std::uint64_t>;

TEST(Settling, AFreshFileIsReadWhenItWasLeftAlone) {
  const Archive archive;
  archive.Write("fresh.txt", "Fresh\n\nText.\n", 0s);
  archive.Write("old.txt", "Old\n\nText.\n");
  EXPECT_EQ(archive.Run().new_articles, 2U);
}

TEST(Settling, FreshFilesAreReadLast) {
  const auto written = [](std::string name, std::chrono::nanoseconds ago) {
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    FileToRead file;
    file.row.path = std::move(name);
    file.row.stamp.mtime_ns = (now - ago).count();
    return file;
  };
  std::vector<FileToRead> files = {written("fresh", 0s), written("old", 2h),
                                   written("soon", -10min),
                                   written("future", -24h)};
  EXPECT_EQ(PutFreshLast(files, 3600), 2U);
  Names names;
  for (const FileToRead& file : files) names.push_back(file.row.path);
  EXPECT_EQ(names, (Names{"old", "future", "fresh", "soon"}));
  EXPECT_EQ(PutFreshLast(files, 0), 4U);
}

TEST(Settling, AFileOfTheFutureIsReadAtOnce) {
  const Archive archive;
  archive.Write("future.txt", "Future\n\nText.\n", -24h);
  archive.Write("soon.txt", "Soon\n\nText.\n", -1ms);
  const BuildReport report = archive.Run();
  EXPECT_EQ(report.new_articles, 2U);
  EXPECT_EQ(archive.Run().unchanged_files, 2U);
}

TEST(Settling, AFileThatGrowsWaitsForTheNextRun) {
  const Archive archive;
  archive.Write("grows.txt", "Grows\n\nText.\n");
  archive.Write("old.txt", "Old\n\nText.\n");
  const BuildOptions options = archive.OptionsWhileGrowing("grows.txt");
  const BuildReport first = archive.Run(options);
  EXPECT_EQ(first.skipped_reasons, (Reasons{{"still being written", 1}}));
  EXPECT_EQ(first.files(), 2U);
  EXPECT_TRUE(first.newly_failed.empty());
  EXPECT_EQ(archive.Names(),
            (Names{"file 0/grows.txt", "file 0/old.txt", "news/old.txt"}));
  // Told once, and no generation for it again.
  archive.DateBack("grows.txt");
  const BuildReport second = archive.Run(options);
  EXPECT_EQ(second.skipped_reasons, first.skipped_reasons);
  EXPECT_FALSE(second.published);
  archive.DateBack("grows.txt");
  const BuildReport third = archive.Run();
  EXPECT_EQ(third.new_articles, 1U);
  EXPECT_EQ(third.skipped_files, 0U);
}

TEST(Settling, ItsArticlesStayUntilItIsWhole) {
  const Archive archive;
  archive.Write("grows.txt", "Grows\n\nText.\n");
  archive.Write("note.jsonl", "{\"title\":\"A\",\"text\":\"a\"}\n");
  EXPECT_EQ(archive.Run().new_articles, 2U);
  const IndexContents before = ContentsOf(archive.index());
  archive.Append("grows.txt", "More.\n");
  archive.DateBack("grows.txt");
  const BuildReport report =
      archive.Run(archive.OptionsWhileGrowing("grows.txt"));
  EXPECT_FALSE(report.published);
  EXPECT_EQ(report.skipped_files, 1U);
  EXPECT_EQ(ContentsOf(archive.index()), before);
  EXPECT_EQ(archive.Run().changed_articles, 1U);
}

// What was held with other files is dropped in RetryFailed below; here articles
// lie in parts before the run knows.
void ExpectNotTaken(std::size_t part_articles, int articles) {
  const Archive archive;
  archive.Write("a.txt", "Before\n\nText.\n");
  archive.Write("z.txt", "Behind\n\nText.\n");
  archive.Write("b.jsonl", "{\"title\":\"One\",\"text\":\"Text.\"}\n");
  BuildOptions options = archive.Options();
  options.part_articles = part_articles;
  EXPECT_EQ(archive.Run(options).new_articles, 3U);
  std::string lines;
  for (int i = 0; i < articles; ++i)
    lines +=
        "{\"title\":\"Line\",\"text\":\"Text " + std::to_string(i) + ".\"}\n";
  archive.Write("b.jsonl", lines);
  archive.Write("z.txt", "Behind\n\nOther text.\n");
  // Asked with the first part, in the midst of b.jsonl.  Dated back, so that
  // there is no fresh file to wait for.
  options.entities = [&archive]() -> const EntityModel* {
    archive.Append("b.jsonl", "{\"title\":\"More\",\"text\":\"Text.\"}\n");
    archive.DateBack("b.jsonl");
    return nullptr;
  };
  const BuildReport report = archive.Run(options);
  EXPECT_EQ(report.skipped_reasons, (Reasons{{"still being written", 1}}));
  EXPECT_EQ(report.new_articles, 0U);
  EXPECT_EQ(report.changed_articles, 1U);
  EXPECT_EQ(report.removed_articles, 0U);
  EXPECT_EQ(archive.Names(),
            (Names{"file 0/a.txt", "file 0/b.jsonl", "file 0/z.txt",
                   "news/a.txt", "news/b.jsonl#1", "news/z.txt"}));
  options.entities = nullptr;
  const BuildReport last = archive.Run(options);
  EXPECT_EQ(last.new_articles, static_cast<std::uint64_t>(articles));
  EXPECT_EQ(last.changed_articles, 1U);
}

TEST(Settling, AFileThatChangesUnderTheReadIsNotTaken) {
  ExpectNotTaken(100, 400);
}

// So many that a part is written while it is being read.
TEST(Settling, NorIsAFileOfManyArticles) {
  ExpectNotTaken(10000, 2 * kLeastSample);
}

// An issue of one page: METS is old, and somebody writes the page.
class Issue {
 public:
  explicit Issue(const Archive& archive) : archive_(archive) {
    archive.Write(
        "mets.xml",
        "<mets xmlns:xlink='http://www.w3.org/1999/xlink'><file ID='F'>"
        "<FLocat xlink:href='page.xml'/></file><structMap TYPE='LOGICAL'>"
        "<div TYPE='ARTICLE'><fptr><area FILEID='F'/></fptr></div></structMap>"
        "</mets>");
  }
  void WritePage(const std::string& word, fs::file_time_type::duration age) {
    archive_.Write("page.xml",
                   "<alto><Layout><Page ID='P'><PrintSpace><TextBlock ID='a'>"
                   "<TextLine><String CONTENT='" +
                       word +
                       "'/></TextLine></TextBlock></PrintSpace></Page>"
                       "</Layout></alto>",
                   age);
  }
  bool Says(const std::string& word) const {
    const IndexContents contents = ContentsOf(archive_.index());
    const auto article = contents.find("news/mets.xml#1");
    return article != contents.end() &&
           article->second.find(word) != std::string::npos;
  }

 private:
  const Archive& archive_;
};

TEST(Settling, AnIssueWaitsForAPageThatWasWrittenJustNow) {
  const Archive archive;
  Issue issue(archive);
  issue.WritePage("Barley", 0s);
  const BuildReport first = archive.Run();
  EXPECT_EQ(first.new_articles, 1U);
  EXPECT_EQ(first.files(), 2U);
  issue.WritePage("Oats", 0s);
  const BuildReport second = archive.Run();
  EXPECT_EQ(second.changed_articles, 1U);
  EXPECT_EQ(second.skipped_reasons, (Reasons{{"a page of an issue", 1}}));
  EXPECT_TRUE(issue.Says("oats"));
}

TEST(Settling, AnIssueWithAPageThatGrowsWaitsForTheNextRun) {
  const Archive archive;
  Issue issue(archive);
  issue.WritePage("Barley", 1h);
  EXPECT_EQ(archive.Run().new_articles, 1U);
  issue.WritePage("Oats", 1h);
  // Behind the walk, before it is read, and longer than a run waits.
  BuildOptions options = archive.Options();
  options.log = [&issue](const std::string&) { issue.WritePage("Oa", -100ms); };
  options.settle_seconds = 60;
  const BuildReport growing = archive.Run(options);
  EXPECT_EQ(growing.skipped_reasons, (Reasons{{"still being written", 2}}));
  EXPECT_EQ(growing.changed_articles, 0U);
  EXPECT_EQ(growing.removed_articles, 0U);
  EXPECT_TRUE(issue.Says("barley"));
  // The page is as it was when the run looked: METS has to be read all the
  // same.
  issue.WritePage("Rye", 1h);
  EXPECT_EQ(archive.Run().changed_articles, 1U);
  EXPECT_TRUE(issue.Says("rye"));
}

TEST(Settling, OffMeansOff) {
  const Archive archive;
  archive.Write("fresh.txt", "Fresh\n\nText.\n", 0s);
  BuildOptions options = archive.Options();
  options.settle_seconds = 0;
  const BuildReport report = archive.Run(options);
  EXPECT_EQ(report.new_articles, 1U);
  EXPECT_EQ(report.stage_seconds[static_cast<int>(RunStage::kSettle)], 0.0);
}

TEST(RetryFailed, ReadsThemAgainAndPublishesNothingNew) {
  const Archive archive;
  archive.Write("bad.jsonl", "{\"title\":\"A\",\"text\":\"a\"}\n{\n");
  archive.Write("old.txt", "Old\n\nText.\n");
  EXPECT_EQ(archive.Run().newly_failed.size(), 1U);
  const IndexContents before = ContentsOf(archive.index());
  BuildOptions options = archive.Options();
  std::string events;
  options.log = [&events](const std::string& event) { events += event + "\n"; };
  archive.Run(options);
  EXPECT_EQ(events, "0 files to read, 1 as before, 0 gone\n");
  options.retries_failed = true;
  events.clear();
  const BuildReport report = archive.Run(options);
  EXPECT_EQ(events, "1 file to read, 1 as before, 0 gone\n");
  EXPECT_FALSE(report.published);
  EXPECT_EQ(report.failed_files, 1U);
  EXPECT_EQ(report.touched_articles(), 0U);
  EXPECT_TRUE(report.newly_failed.empty());
  EXPECT_EQ(ContentsOf(archive.index()), before);
}

}  // namespace
}  // namespace archive
