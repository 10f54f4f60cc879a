#include "indexer/command_build.h"

#include <csignal>
#include <cstdlib>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/interruption.h"
#include "tests/support/run_program.h"

namespace archive {
namespace {

void WriteNews(const TempDir& dir) {
  dir.Write("news/2021/03/02/hotline.txt",
            "Hotlines between military commands widened\n\nSeoul said so.\n");
  dir.Write("news/1989/11/09/wall.txt", "The wall falls\n\nIt fell.\n");
  dir.Write("news/feed.jsonl", "{\"title\":\"A\",\"text\":\"a\"}\n{\"ti\n");
  dir.Write("news/empty.txt", "");
  dir.Write("news/a.png", "\x89PNG\r\n\x1A\n");
  dir.Write("news/b.png", "\x89PNG\r\n\x1A\n");
}

constexpr const char* kFeedFailed =
    "archive-index: failed: news/feed.jsonl: line 2: not valid JSON at column "
    "5\n";

// Each row runs in the same directory after the one before.
struct Step {
  std::string command;
  int status = 0;
  std::string out;
  std::string err;
};

void ExpectSteps(const TempDir& dir, const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    const Ran ran = RunShell(dir, step.command);
    EXPECT_EQ(ran.status, step.status) << step.command;
    // A slow machine may need a second.
    EXPECT_EQ(
        std::regex_replace(ran.out, std::regex(" in [0-9]+ s,"), " in 0 s,"),
        step.out)
        << step.command;
    EXPECT_EQ(ran.err, step.err) << step.command;
  }
}

TEST(CommandBuild, IsSilentUnlessSomethingIsWrong) {
  const TempDir dir;
  WriteNews(dir);
  ExpectSteps(
      dir,
      {{"$archive_index build news", 3, "", kFeedFailed},
       // An old failure is no news.
       {"$archive_index build news", 0, "", ""},
       {"$archive_index build", 0, "", ""},
       {"$archive_index build --summary", 0,
        "archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files "
        "(0 indexed, 2 unchanged, 3 skipped, 1 failed) in 0 s, generation 1\n",
        ""}});
}

TEST(CommandBuild, SummaryAndQuietTellProblemsToo) {
  const TempDir dir;
  WriteNews(dir);
  ExpectSteps(
      dir,
      {{"$archive_index build news --summary --skip-ok --threads 1", 0,
        "archive-index: 3 articles (3 new, 0 changed, 0 removed) from 6 files "
        "(2 indexed, 0 unchanged, 3 skipped, 1 failed) in 0 s, generation 1\n",
        kFeedFailed},
       {"rm news/feed.jsonl; $archive_index build --summary", 0,
        "archive-index: 1 article (0 new, 0 changed, 1 removed) from 5 files "
        "(0 indexed, 2 unchanged, 3 skipped, 0 failed) in 0 s, generation 3\n",
        ""},
       {"printf '{' >news/two.jsonl; $archive_index build --quiet", 3, "",
        "archive-index: failed: news/two.jsonl: line 1: not valid JSON at "
        "column 2\n"}});
}

TEST(CommandBuild, AFailedFileSaysHowManyMistakesItHas) {
  const TempDir dir;
  dir.Write("news/feed.jsonl", "{\n{\"title\":\"A\"}\n{\n{\n");
  ExpectSteps(
      dir,
      {{"$archive_index build news", 3, "",
        "archive-index: failed: news/feed.jsonl: line 1: not valid JSON at "
        "column 2 (and 2 more mistakes)\n"},
       {"$archive_index files", 0,
        "failed   news/feed.jsonl: line 1: not valid JSON at column 2 (and "
        "2 more mistakes) (1 article indexed)\n",
        ""}});
}

TEST(CommandBuild, AFailedFileIsNamedOnce) {
  const TempDir dir;
  dir.Write("news/a.txt", "A\n\n" + std::string(100'000, 'x'));
  ExpectSteps(dir,
              {{"truncate -s 3G news/a.txt; $archive_index build news", 3, "",
                "archive-index: failed: news/a.txt: longer than 2048 MiB\n"},
               {"$archive_index files", 0,
                "failed   news/a.txt: longer than 2048 MiB\n", ""},
               {"$archive_index read news/a.txt", 0,
                "{\"skipped\":\"longer than 2048 MiB\","
                "\"path\":\"news/a.txt\"}\n",
                ""}});
}

TEST(CommandBuild, TellsAtMostTenFailures) {
  const TempDir dir;
  for (int i = 10; i < 22; ++i)
    dir.Write("news/" + std::to_string(i) + ".jsonl", "{\"title\":\"A\"}\n{\n");
  const Ran ran = RunShell(dir, "$archive_index build news");
  EXPECT_EQ(ran.status, 3);
  EXPECT_NE(ran.err.find("news/19.jsonl: line 2"), std::string::npos);
  EXPECT_EQ(ran.err.find("news/20.jsonl"), std::string::npos);
  EXPECT_NE(ran.err.find(" … and 2 more: archive-index files --failed\n"),
            std::string::npos)
      << ran.err;
}

TEST(CommandBuild, ErrorsSayWhatToDo) {
  const TempDir dir;
  WriteNews(dir);
  const std::string path = dir.Path().string();
  ExpectSteps(
      dir,
      {{"$archive_index build", 2, "",
        "archive-index: there is nothing to index yet\n  name a directory: "
        "archive-index build DIRECTORY\n"},
       {"$archive_index build none", 66, "",
        "archive-index: none does not exist\n  name a directory or a file that "
        "is there\n"},
       {"$archive_index build news --config none.toml", 2, "",
        "archive-index: cannot open none.toml: No such file or directory\n  "
        "name a configuration file that is there\n"},
       {"$archive_index build news --skip-ok 2>/dev/null", 0, "", ""},
       {"$archive_index build news/2021", 2, "",
        "archive-index: " + path + "/news/2021 lies inside " + path +
            "/news, and both would be indexed\n  build one of them; to take "
            "the other out of the index: archive-index forget " +
            path + "/news\n"},
       // The index has the inner one, and knows nothing of the outer one.
       {"$archive_index build .", 2, "",
        "archive-index: " + path + "/news lies inside " + path +
            ", and both would be indexed\n  build one of them; to take the "
            "other out of the index: archive-index forget " +
            path + "/news\n"},
       {"$archive_index build . news --db other", 2, "",
        "archive-index: " + path + "/news lies inside " + path +
            ", and both would be indexed\n  build one of them\n"},
       {"echo 'jsonfields = 1' >index/archive-index.toml; $archive_index build",
        2, "",
        "archive-index: " + path +
            "/index/archive-index.toml: unknown key jsonfields\n  did you mean "
            "json-fields?\n"}});
}

TEST(CommandBuild, WithoutAnythingToIndexNoDirectoryIsMade) {
  const TempDir dir;
  for (const std::string arguments :
       {"--db xnone", "--db xnone/deep --fresh", "--db xnone missing"}) {
    EXPECT_NE(RunShell(dir, "$archive_index build " + arguments).status, 0);
    EXPECT_FALSE(std::filesystem::exists(dir.Path() / "xnone")) << arguments;
  }
}

TEST(CommandBuild, ARootThatHasVanishedStopsNoOther) {
  const TempDir dir;
  dir.Write("news/a.txt", "A\n\nText.\n");
  dir.Write("note.txt", "Note\n\nText.\n");
  ExpectSteps(
      dir,
      {{"$archive_index build news note.txt", 0, "", ""},
       {"mv note.txt moved.txt; echo x >>news/a.txt; $archive_index build "
        "--summary",
        3,
        "archive-index: 1 article (0 new, 1 changed, 0 removed) from 2 files "
        "(1 indexed, 0 unchanged, 0 skipped, 1 failed) in 0 s, generation 3\n",
        "archive-index: failed: note.txt: no longer there; its articles stay "
        "until you take them out: archive-index forget note.txt\n"},
       // It was told; the others are brought up to date all the same.
       {"echo y >>news/a.txt; $archive_index build --summary | "
        "grep -o '1 changed'",
        0, "1 changed\n", ""},
       {"$archive_index files", 0,
        "failed   note.txt: no longer there; its articles stay until you take "
        "them out: archive-index forget note.txt (1 article indexed)\n",
        ""},
       {"$archive_index build --fresh", 66, "",
        "archive-index: " + dir.Path().string() +
            "/note.txt is no longer there; a fresh index would lose its "
            "articles\n  to take its articles out of the index: archive-index "
            "forget note.txt\n"},
       {"mv moved.txt note.txt; $archive_index build --summary | "
        "grep -o '1 changed.*removed'",
        0, "1 changed, 0 removed\n", ""},
       {"rm note.txt; mv news gone; $archive_index build", 66, "",
        "archive-index: " + dir.Path().string() +
            "/news is no longer there; nothing was changed\n  to take its "
            "articles out of the index: archive-index forget news\n"},
       {"$archive_index forget note.txt; $archive_index status | grep -c note",
        1, "0\n", ""}});
}

TEST(CommandBuild, AnIndexTakesTheDirectoryOfNobodyElse) {
  const TempDir dir;
  WriteNews(dir);
  dir.Write("killed/work/1/x", "");
  dir.Write("killed/lock", "");
  dir.Write("killed/XAPIANDB.new", "");
  ExpectSteps(
      dir,
      {{"$archive_index build news --db news", 2, "",
        "archive-index: news is no index and holds other files: 1989\n  name a "
        "new or an empty directory for the index\n"},
       {"$archive_index build news --db news/empty.txt", 2, "",
        "archive-index: news/empty.txt is no directory\n  name a new or an "
        "empty directory for the index\n"},
       {"ls -d news/lock news/XAPIANDB 2>/dev/null", 2, "", ""},
       {"$archive_index build news --db killed --skip-ok 2>/dev/null", 0, "",
        ""},
       {"mkdir new; $archive_index build news --db new --skip-ok 2>/dev/null",
        0, "", ""},
       {"$archive_index build new --db new", 2, "",
        "archive-index: new is the index itself\n  name the directory of the "
        "articles\n"},
       {"$archive_index build new/segments --db new", 2, "",
        "archive-index: new/segments lies in the index itself\n  name the "
        "directory of the articles\n"}});
}

TEST(CommandBuild, TheConfigurationOfTheIndexCounts) {
  const TempDir dir;
  dir.Write("news/feed.jsonl", "{\"schlagzeile\":\"Mauer\",\"text\":\"a\"}\n");
  dir.Write("index/archive-index.toml",
            "settle = 0\njson-fields = [\n  \"schlagzeile=title\",\n]\n");
  ExpectSteps(
      dir,
      {{"$archive_index build news", 0, "", ""},
       {"$archive_index read news/feed.jsonl | "
        "grep -o '\"title\":\"[^\"]*\"'",
        0, "\"title\":\"Mauer\"\n", ""},
       // Other settings: the file is read again.
       {"echo 'settle = 0' >index/archive-index.toml; $archive_index build "
        "--summary | grep -o '[0-9]* changed'",
        0, "1 changed\n", ""}});
}

TEST(CommandBuild, ControlCharactersOfNamesDoNotReachTheTerminal) {
  const TempDir dir;
  dir.Write("news/a\x1b[31m\n.jsonl", "{\n");
  const Ran ran = RunShell(
      dir,
      "$archive_index build news; $archive_index files; $archive_index status; "
      "$archive_index build \"$(printf 'x\\033[31m')\"");
  const std::string all = ran.out + ran.err;
  EXPECT_EQ(all.find('\x1b'), std::string::npos) << all;
  EXPECT_NE(all.find("news/a%1B[31m%0A.jsonl"), std::string::npos) << all;
}

// What a terminal sees, without one.
std::string OnATerminal(const TempDir& dir, const BuildArguments& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const Console console = {.out = out, .err = err, .out_is_terminal = true};
  const std::string index = (dir.Path() / "index").string();
  RunBuildCommand(index, "", arguments, console);
  // How long it took differs.
  return std::regex_replace(out.str() + err.str(),
                            std::regex("[0-9.e-]+ s([,)])"), "N s$1");
}

TEST(CommandBuild, TellsPeopleWhatWasDone) {
  const TempDir dir;
  WriteNews(dir);
  const BuildArguments arguments = {.paths = {(dir.Path() / "news").string()},
                                    .settle_seconds = 0};
  EXPECT_EQ(OnATerminal(dir, arguments),
            "3 articles (3 new) from 6 files (2 indexed, 3 skipped, 1 failed) "
            "in N s, generation 1\n"
            "  skipped  2 pictures, 1 empty file\n"
            "  failed   news/feed.jsonl: line 2: not valid JSON at column 5\n"
            "  ask: archive-query \"hotlines AND military\"\n");
  EXPECT_EQ(OnATerminal(dir, arguments),
            "nothing new in 6 files, generation 1 (N s)\n");
  EXPECT_EQ(
      OnATerminal(dir, {.output = BuildOutput::kQuiet, .settle_seconds = 0}),
      "");
}

TEST(CommandBuild, TheFirstSignalPublishesWhatWasRead) {
  const TempDir dir;
  constexpr int kFiles = 6000;
  for (int i = 0; i < kFiles; ++i)
    dir.Write("news/" + std::to_string(i) + ".txt", "Title\n\nText.\n");
  // The first part is written when some thousand articles have been read.
  const Ran ran = RunShell(
      dir,
      "$archive_index build --threads 2 news & build=$!\n"
      "while [ ! -d index/work/1 ] && kill -0 $build; do sleep 0.01; done\n"
      "kill -TERM $build; wait $build; status=$?\n"
      "$archive_index status | grep -o '[0-9,]* indexed'; exit $status");
  EXPECT_EQ(ran.status, 143) << ran.err;
  EXPECT_EQ(ran.err,
            "archive-index: stopped by a signal: what was read is published as "
            "generation 1, the next run goes on from there\n");
  EXPECT_NE(ran.out, "0 indexed\n");
  EXPECT_NE(ran.out, "6,000 indexed\n");
  EXPECT_EQ(RunShell(dir,
                     "$archive_index build; $archive_index status | "
                     "grep -o '[0-9,]* indexed'")
                .out,
            "6,000 indexed\n");
}

TEST(InterruptionDeathTest, TheSecondSignalEndsAtOnce) {
  const auto signal_twice = [](int signal) {
    CatchInterruptions();
    std::raise(signal);
    if (NotedInterruption() != signal) std::_Exit(1);
    std::raise(signal);
    std::_Exit(2);
  };
  EXPECT_EXIT(signal_twice(SIGINT), testing::ExitedWithCode(130), "");
  EXPECT_EXIT(signal_twice(SIGTERM), testing::ExitedWithCode(143), "");
}

}  // namespace
}  // namespace archive
