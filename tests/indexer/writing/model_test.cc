// A model of fifty lines against the real thing: files are added, changed,
// moved, deleted, broken and mended at random, runs are killed, the index is
// built anew, merged and checked; after each publication it must hold what the
// model says and be what a fresh build of the same files is.
//
// ARCHIVE_MODEL_STEPS (default 80) and ARCHIVE_MODEL_SEED choose a longer run;
// ARCHIVE_MODEL_SECONDS ends it by the clock instead.
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/index/stored_record.h"
#include "indexer/writing/build.h"
#include "indexer/writing/index_check.h"
#include "indexer/writing/upkeep.h"
#include "tests/support/index_contents.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

constexpr Instant kNow = 1615802400;

unsigned NumberFrom(const char* variable, unsigned otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr
             ? otherwise
             : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

// What the files say: path → the title that its article has; "" for a file that
// no article can be made of.
class Model {
 public:
  Model(fs::path root, unsigned seed) : root_(std::move(root)), random_(seed) {
    for (int i = 0; i < 25; ++i) Add();
  }

  // One change of the files.
  void Change() {
    switch (Below(8)) {
      case 0:
      case 1:
        return Add();
      case 2:
      case 3:
        if (!titles_.empty()) Write(AnyPath(), Title());
        return;
      case 4:
        return Move();
      case 5:
        if (titles_.size() > 15) Delete(AnyPath());
        return;
      case 6:
        return Write(NewPath(".jsonl"), "");
      default:
        return Mend();
    }
  }

  // Ids of articles, and their titles.
  std::map<std::string, std::string> Articles() const {
    std::map<std::string, std::string> articles;
    for (const auto& [path, title] : titles_) {
      if (title.empty()) continue;
      const bool is_line = path.ends_with(".jsonl");
      articles["news/" + path + (is_line ? "#1" : "")] = title;
    }
    return articles;
  }

  unsigned Below(unsigned limit) {
    return std::uniform_int_distribution<unsigned>(0, limit - 1)(random_);
  }

 private:
  std::string Title() {
    return "Harvest of " + std::to_string(Below(1000)) + " in county " +
           std::to_string(Below(5));
  }
  std::string NewPath(const std::string& ending) {
    return "d" + std::to_string(Below(3)) + "/a" + std::to_string(++paths_) +
           ending;
  }
  std::string AnyPath() {
    const auto count = static_cast<unsigned>(titles_.size());
    return std::next(titles_.begin(), Below(count))->first;
  }
  void Add() { Write(NewPath(Below(4) == 0 ? ".jsonl" : ".txt"), Title()); }
  void Write(const std::string& path, const std::string& title) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream out(root_ / path);
    if (!path.ends_with(".jsonl")) {
      out << title << "\n\nThe county had wheat, and this was new.\n";
    } else if (title.empty()) {
      out << "{\"title\":\n";
    } else {
      out << R"({"title":")" << title << R"(","text":"Wheat."})" << '\n';
    }
    // A text without a title would be another article.
    titles_[path] = title;
  }
  void Delete(const std::string& path) {
    fs::remove(root_ / path);
    titles_.erase(path);
  }
  void Move() {
    if (titles_.empty()) return;
    const std::string from = AnyPath();
    const std::string to =
        NewPath(from.ends_with(".jsonl") ? ".jsonl" : ".txt");
    fs::create_directories((root_ / to).parent_path());
    fs::rename(root_ / from, root_ / to);
    titles_[to] = titles_[from];
    titles_.erase(from);
  }
  void Mend() {
    for (const auto& [path, title] : titles_) {
      if (title.empty()) return Write(std::string(path), Title());
    }
  }

  fs::path root_;
  std::mt19937 random_;
  std::map<std::string, std::string> titles_;
  int paths_ = 0;
};

class Machine {
 public:
  explicit Machine(unsigned seed) : model_(directory_.Path() / "news", seed) {}

  void Step() {
    for (unsigned changes = model_.Below(5); changes > 0; --changes)
      model_.Change();
    switch (model_.Below(12)) {
      case 0:
      case 1:
        return RunKilled();
      case 2:
        return Expect(Run({.index = index(), .fresh = true}));
      case 3:
        return Compact();
      case 4:
        return ExpectWhole();
      default:
        return Expect(Run({.index = index()}));
    }
  }

  // Brings the index up to date first: behind a kill it may lie behind.
  void ExpectEqualToFresh() {
    Expect(Run({.index = index()}));
    std::map<std::string, std::string> found;
    const Result<OpenIndex> open = OpenIndex::Open(index());
    ASSERT_TRUE(open) << open.error().message;
    for (const Segment& segment : open->segments()) {
      for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
        if (!segment.IsLive(doc)) continue;
        const Result<std::string> record = segment.RecordBytes(doc);
        ASSERT_TRUE(record) << record.error().message;
        found[std::string(segment.columns().IdOf(doc))] =
            DecodeRecord(*record).article.title;
      }
    }
    ASSERT_EQ(found, model_.Articles());
    const std::string fresh = directory_.Path() / "fresh";
    fs::remove_all(fresh);
    Expect(Run({.index = fresh}));
    ASSERT_EQ(ContentsOf(index()), ContentsOf(fresh));
  }

  int kills() const { return kills_; }

 private:
  std::string index() const { return directory_.Path() / "index"; }

  Status Run(BuildOptions options) {
    options.paths = {(directory_.Path() / "news").string()};
    options.threads = 2;
    options.now = kNow;
    options.part_articles = 4;
    options.segment_bytes = 1000;  // several generations a run
    // Many files may be broken or moved at once.
    options.allows_vanishing = true;
    Progress progress;
    const Result<BuildReport> report = RunBuild(options, progress);
    if (!report) return report.error();
    return Ok();
  }

  static void Expect(const Status& status) {
    ASSERT_TRUE(status) << status.error().message;
  }

  // At a named point or at any time.
  void RunKilled() {
    static constexpr std::array kPoints = {"file-read",
                                           "parts-written",
                                           "segment-written",
                                           "segment-in-place",
                                           "generation-written",
                                           "generation-in-place",
                                           "before-publish",
                                           "after-publish",
                                           "swept",
                                           "merged"};
    const unsigned point = model_.Below(2U * kPoints.size());
    const unsigned number = 1 + model_.Below(4);
    const long delay = 500 + model_.Below(20'000);
    const pid_t child = fork();
    if (child == 0) {
      if (point < kPoints.size()) {
        const std::string name =
            std::string(kPoints[point]) + ":" + std::to_string(number);
        setenv("ARCHIVE_FAILPOINT", name.c_str(), 1);
      } else {
        const itimerval timer = {.it_interval = {}, .it_value = {0, delay}};
        setitimer(ITIMER_REAL, &timer, nullptr);
      }
      _exit(Run({.index = index()}) ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    if (WIFSIGNALED(status) || WEXITSTATUS(status) != 0) ++kills_;
  }

  void Compact() {
    if (!fs::exists(index() + "/XAPIANDB")) return;
    const auto compacted = RunCompact(index(), kNow);
    ASSERT_TRUE(compacted) << compacted.error().message;
  }

  void ExpectWhole() {
    if (!fs::exists(index() + "/XAPIANDB")) return;
    const auto check = CheckIndex(index());
    ASSERT_TRUE(check) << check.error().message;
    for (const IndexFault& fault : check->faults) FAIL() << fault.what;
  }

  TempDir directory_;
  Model model_;
  int kills_ = 0;
};

TEST(Model, TheIndexIsWhatTheFilesSay) {
  const unsigned seed = NumberFrom("ARCHIVE_MODEL_SEED", 1987);
  const unsigned steps = NumberFrom("ARCHIVE_MODEL_STEPS", 80);
  const unsigned seconds = NumberFrom("ARCHIVE_MODEL_SECONDS", 0);
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  Machine machine(seed);
  unsigned step = 0;
  for (; seconds != 0 ? std::chrono::steady_clock::now() < end : step < steps;
       ++step) {
    SCOPED_TRACE("seed " + std::to_string(seed) + ", step " +
                 std::to_string(step));
    machine.Step();
    if (!HasFatalFailure()) machine.ExpectEqualToFresh();
    if (HasFailure()) return;
  }
  std::cout << "seed " << seed << ": " << step << " steps, " << machine.kills()
            << " kills, no difference\n";
  EXPECT_GT(machine.kills(), 0);
}

}  // namespace
}  // namespace archive
