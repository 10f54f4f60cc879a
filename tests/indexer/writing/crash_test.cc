// Killed at any point and started again, a run ends with the index of an
// undisturbed one: the same by id.
//
// Two ways to die: at the n-th passing of each named point (failpoint.h), and
// by a timer at random.  The second goes on with what the first left, so that
// one index outlives hundreds of deaths.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/writing/build.h"
#include "tests/support/index_contents.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

unsigned NumberFrom(const char* variable, unsigned otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr
             ? otherwise
             : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

constexpr Instant kNow = 1615802400;
constexpr int kDeathStatus = 99;  // what Failpoint() exits with

// A directory of articles that changes from step to step, and an index of it.
class World {
 public:
  explicit World(const std::filesystem::path& directory)
      : source_(directory / "news"), index_(directory / "index") {
    for (int i = 0; i < 30; ++i) Write(i, 0);
  }

  // Changes some files, removes some, adds some.
  void Step(int step) {
    for (int i = 0; i < 4; ++i) Write((step * 5 + i) % 30, step);
    std::filesystem::remove(PathOf((step * 7 + 3) % 30));
    Write(100 + step, step);
    std::ofstream(source_ / "lines.jsonl")
        << R"({"title":"Line )" << step << R"(","text":"First of two."})"
        << "\nnot json\n"
        << R"({"title":"Other line","text":"Second )" << step << "\"}\n";
  }

  Status Run(const std::string& index) const {
    BuildOptions options = {.index = index, .paths = {source_.string()}};
    options.threads = 2;
    options.now = kNow;
    options.part_articles = 3;
    options.segment_bytes = 600;  // several generations a run
    Progress progress;
    const Result<BuildReport> report = RunBuild(options, progress);
    if (!report) return report.error();
    return Ok();
  }
  Status Run() const { return Run(index_); }

  // What an undisturbed run makes of the files as they are.
  IndexContents Undisturbed() const {
    const std::string fresh = index_.string() + "-fresh";
    std::filesystem::remove_all(fresh);
    const Status status = Run(fresh);
    EXPECT_TRUE(status) << status.error().message;
    return ContentsOf(fresh);
  }

  std::string index() const { return index_; }

 private:
  std::filesystem::path PathOf(int file) const {
    return source_ / ("d" + std::to_string(file % 3)) /
           ("a" + std::to_string(file) + ".txt");
  }
  void Write(int file, int step) const {
    std::filesystem::create_directories(PathOf(file).parent_path());
    std::ofstream(PathOf(file))
        << "Harvest " << file << " as of " << step << "\n\nThe county of "
        << file % 7 << " had wheat in year " << step << ".\n";
  }

  std::filesystem::path source_;
  std::filesystem::path index_;
};

// Runs `world` in a child that `prepare` sets up to die; how it ended.
template <typename Prepare>
int RunInChild(const World& world, const Prepare& prepare) {
  const pid_t child = fork();
  if (child == 0) {
    prepare();
    const Status status = world.Run();
    if (!status) std::fprintf(stderr, "%s\n", status.error().message.c_str());
    _exit(status ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

// `steps` steps behind a first run that lived; none: the first run dies.
void DieAtEveryNamedPoint(int steps) {
  int deaths = 0;
  for (const std::string name :
       {"file-read", "parts-written", "segment-written", "segment-in-place",
        "generation-written", "generation-in-place", "before-publish",
        "after-publish", "swept", "merged"}) {
    int deaths_here = 0;
    for (int n = 1; n < 100; n += n < 8 ? 1 : 2) {
      const std::string point = name + ":" + std::to_string(n);
      SCOPED_TRACE(point);
      const TempDir directory;
      World world(directory.Path());
      if (steps != 0) {
        ASSERT_TRUE(world.Run());
      }
      for (int step = 1; step <= steps; ++step) world.Step(step);
      const int status = RunInChild(
          world, [&point] { setenv("ARCHIVE_FAILPOINT", point.c_str(), 1); });
      ASSERT_TRUE(WIFEXITED(status));
      ASSERT_NE(WEXITSTATUS(status), 1);
      if (WEXITSTATUS(status) != kDeathStatus) break;
      ++deaths_here;
      const Status second = world.Run();
      ASSERT_TRUE(second) << second.error().message;
      ASSERT_EQ(ContentsOf(world.index()), world.Undisturbed());
    }
    // A first run leaves too few segments to merge any.
    if (steps != 0 || name != "merged") {
      EXPECT_GT(deaths_here, 0) << name << " was never passed";
    }
    deaths += deaths_here;
  }
  EXPECT_GT(deaths, 40);
}

TEST(Crash, AtEveryNamedPoint) {
  DieAtEveryNamedPoint(3);
}

TEST(Crash, AtEveryNamedPointOfAFirstRun) {
  DieAtEveryNamedPoint(0);
}

// ARCHIVE_CRASH_SECONDS chooses another end than 200 deaths, ARCHIVE_CRASH_SEED
// other moments.
TEST(Crash, AtRandomTwoHundredTimes) {
  const unsigned seed = NumberFrom("ARCHIVE_CRASH_SEED", 1987);
  const unsigned seconds = NumberFrom("ARCHIVE_CRASH_SECONDS", 0);
  const int most_deaths =
      seconds == 0 ? 200 : std::numeric_limits<int>::max() / 40;
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  std::mt19937 random(seed);
  const TempDir directory;
  World world(directory.Path());
  ASSERT_TRUE(world.Run());
  int deaths = 0;
  int step = 0;
  // A time within which about every second run dies; found as we go.
  long longest_microseconds = 20'000;
  for (int run = 0; deaths < most_deaths; ++run) {
    if (seconds != 0 && std::chrono::steady_clock::now() > end) break;
    ASSERT_LT(run, 40 * most_deaths) << "runs do not die any more";
    const auto delay =
        std::uniform_int_distribution<long>(500, longest_microseconds)(random);
    const int status = RunInChild(world, [delay] {
      // SIGALRM's default action ends the process at once, like SIGKILL.
      const itimerval timer = {.it_interval = {}, .it_value = {0, delay}};
      setitimer(ITIMER_REAL, &timer, nullptr);
    });
    if (WIFSIGNALED(status)) {
      ASSERT_EQ(WTERMSIG(status), SIGALRM);
      ++deaths;
      longest_microseconds += longest_microseconds / 20;
      continue;
    }
    ASSERT_EQ(WEXITSTATUS(status), 0);
    longest_microseconds -= longest_microseconds / 20;
    world.Step(++step);
  }
  const Status last = world.Run();
  ASSERT_TRUE(last) << last.error().message;
  EXPECT_EQ(ContentsOf(world.index()), world.Undisturbed());
  EXPECT_GT(step, 20) << "too few runs came to an end";
  std::cout << "seed " << seed << ": " << deaths << " deaths, " << step
            << " runs that lived\n";
}

}  // namespace
}  // namespace archive
