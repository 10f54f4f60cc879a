// status, files and forget, by the real program.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"

namespace archive {
namespace {

void BuildNews(const TempDir& dir) {
  dir.Write("news/2021/03/02/hotline.txt", "Hotlines\n\nSeoul said so.\n");
  dir.Write("news/wall.txt", "The wall falls\n\nIt fell.\n");
  dir.Write("news/feed.jsonl",
            "{\"title\":\"A\",\"date\":\"1989-11-09\",\"text\":\"a\"}\n{\n");
  dir.Write("news/empty.txt", "");
  dir.Write("other/1999/01/02/euro.txt", "Euro\n\nMoney.\n");
  const Ran ran = RunShell(dir, "$archive_index build news other --skip-ok");
  ASSERT_EQ(ran.status, 0) << ran.err;
}

TEST(CommandStatus, AScreen) {
  const TempDir dir;
  BuildNews(dir);
  const Ran ran =
      RunShell(dir,
               "$archive_index status | sed 's/, [0-9.]* kB/, N kB/; "
               "s/published in [0-9.]* s/published in N s/'");
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.out,
            "index        ~/index, generation 1, schema 4, N kB in 1 segment\n"
            "articles     4 from 1989-11-09 to 2021-03-02 · 1 undated\n"
            "last change  2021-03-15 10:02 UTC\n"
            "last run     2021-03-15 10:02 UTC, published in N s\n"
            "files        3 indexed · 1 skipped · 1 failed since 2021-03-15 "
            "(archive-index files --failed)\n"
            "roots        news, ~/news, 3 articles\n"
            "             other, ~/other, 1 article\n");
}

TEST(CommandStatus, Json) {
  const TempDir dir;
  BuildNews(dir);
  const Ran ran = RunShell(dir, "$archive_index status --json");
  nlohmann::json status = nlohmann::json::parse(ran.out);
  const std::string path = dir.Path().string();
  EXPECT_EQ(status["index_id"].get<std::string>().size(), 32U);
  EXPECT_GT(status["bytes"].get<int>(), 10000);
  status.erase("index_id");
  status.erase("bytes");
  double in_stages = 0;
  for (const auto& stage : status["last_run"]["stages"])
    in_stages += stage.get<double>();
  EXPECT_NEAR(status["last_run"]["seconds"].get<double>(), in_stages, 0.1);
  EXPECT_EQ(status["last_run"]["stages"].size(), 7U);
  status["last_run"].erase("seconds");
  status["last_run"].erase("stages");
  EXPECT_EQ(status,
            (nlohmann::json{
                {"format_version", 1},
                {"index", path + "/index"},
                {"generation", 1},
                {"part", "1/1"},
                {"published", "2021-03-15T10:02:00Z"},
                {"schema", 4},
                {"segments", 1},
                {"articles",
                 {{"total", 4},
                  {"first", "1989-11-09"},
                  {"last", "2021-03-02"},
                  {"undated", 1},
                  {"hidden",
                   {{"superseded", 0},
                    {"killed", 0},
                    {"withheld", 0},
                    {"embargoed", 0}}},
                  {"withheld_by_list", 0}}},
                {"files",
                 {{"total", 5},
                  {"indexed", 3},
                  {"skipped", 1},
                  {"failed", 1},
                  {"failed_since", "2021-03-15T10:02:00Z"}}},
                {"last_success", "2021-03-15T10:02:00Z"},
                {"last_run",
                 {{"began", "2021-03-15T10:02:00Z"},
                  {"ended", "2021-03-15T10:02:00Z"},
                  {"result", "published"},
                  {"error", nullptr},
                  {"generation", 1},
                  {"articles", {{"new", 4}, {"changed", 0}, {"removed", 0}}},
                  {"files",
                   {{"indexed", 3},
                    {"unchanged", 0},
                    {"skipped", 1},
                    {"failed", 1},
                    {"newly_failed", 1},
                    {"gone", 0}}}}},
                {"roots",
                 {{{"name", "news"}, {"path", path + "/news"}, {"articles", 3}},
                  {{"name", "other"},
                   {"path", path + "/other"},
                   {"articles", 1}}}}}));
}

TEST(CommandStatus, NoRunIsMadeUpFromADamagedRecord) {
  const TempDir dir;
  BuildNews(dir);
  const std::string whole = Content(dir.Path() / "index/last-run");
  ASSERT_TRUE(whole.starts_with("began="));
  for (const std::string& damaged :
       {std::string(), std::string("x"), std::string("began=1615802520\n"),
        whole.substr(0, whole.size() / 2), whole.substr(0, whole.size() - 1),
        "ended=soon\n" + whole, whole + "files.gone=-1\n",
        whole + "result=magic\n", whole + "result\n"}) {
    dir.Write("index/last-run", damaged);
    const Ran screen =
        RunShell(dir, "$archive_index status | grep '^last [rg]'");
    EXPECT_EQ(screen.out, "last run     not known\n") << damaged;
    EXPECT_EQ(screen.err,
              "archive-index: " + dir.Path().string() +
                  "/index/last-run is damaged: how the last run ended is not "
                  "known\n  the next build writes it anew; the index needs "
                  "nothing of it\n");
    const nlohmann::json status = nlohmann::json::parse(
        RunShell(dir, "$archive_index status --json 2>/dev/null").out);
    EXPECT_TRUE(status["last_run"].is_null()) << damaged;
    EXPECT_TRUE(status["last_success"].is_null()) << damaged;
  }
  EXPECT_EQ(RunShell(dir,
                     "$archive_index build --skip-ok >/dev/null; "
                     "$archive_index status | grep -c '^last run.*2021'")
                .out,
            "1\n");
}

struct Row {
  std::string command;
  int status = 0;
  std::string out;
  std::string err;
};

TEST(CommandFiles, EachChoice) {
  const TempDir dir;
  BuildNews(dir);
  const std::string empty = "skipped  news/empty.txt: empty\n";
  const std::string feed =
      "failed   news/feed.jsonl: line 2: not valid JSON at column 2 (1 article "
      "indexed)\n";
  for (const Row& row : std::vector<Row>{
           {"files", 0, empty + feed, ""},
           {"files --failed", 0, feed, ""},
           {"files --skipped", 0, empty, ""},
           {"files --all", 0,
            "indexed  news/2021/03/02/hotline.txt: 1 article\n" + empty + feed +
                "indexed  news/wall.txt: 1 article\n"
                "indexed  other/1999/01/02/euro.txt: 1 article\n",
            ""}}) {
    const Ran ran = RunShell(dir, "$archive_index " + row.command);
    EXPECT_EQ(ran.status, row.status) << row.command;
    EXPECT_EQ(ran.out, row.out) << row.command;
    EXPECT_EQ(ran.err, row.err) << row.command;
  }
}

TEST(CommandFiles, Json) {
  const TempDir dir;
  BuildNews(dir);
  const Ran ran = RunShell(dir, "$archive_index files --json");
  const nlohmann::json files = nlohmann::json::parse(ran.out);
  EXPECT_EQ(files["format_version"], 1);
  ASSERT_EQ(files["files"].size(), 2U);
  nlohmann::json failed = files["files"][1];
  EXPECT_EQ(failed["changed"].get<std::string>().size(), 20U);
  failed.erase("changed");
  EXPECT_EQ(failed,
            (nlohmann::json{{"id", "news/feed.jsonl"},
                            {"path", dir.Path().string() + "/news/feed.jsonl"},
                            {"outcome", "failed"},
                            {"reason", "line 2: not valid JSON at column 2"},
                            {"format", "jsonl"},
                            {"articles", 1},
                            {"bytes", 47},
                            {"failed_since", "2021-03-15T10:02:00Z"}}));
}

TEST(CommandForget, ByNameAndByPath) {
  const TempDir dir;
  BuildNews(dir);
  for (const Row& row : std::vector<Row>{
           {"forget nothing", 2, "",
            "archive-index: the index has no root nothing\n  archive-index "
            "status lists the roots\n"},
           {"forget other/", 0, "", ""},
           {"forget other/", 2, "",
            "archive-index: the index has no root other\n  archive-index "
            "status lists the roots\n"},
           {"forget news", 0, "", ""},
           {"status | grep -c '^next *archive-index build'", 0, "1\n", ""}}) {
    const Ran ran = RunShell(dir, "$archive_index " + row.command);
    EXPECT_EQ(ran.status, row.status) << row.command;
    EXPECT_EQ(ran.out, row.out) << row.command;
    EXPECT_EQ(ran.err, row.err) << row.command;
  }
}

TEST(CommandStatus, WithoutAnIndex) {
  const TempDir dir;
  const std::string err = "archive-index: there is no index in " +
                          dir.Path().string() +
                          "/index\n  build one with: archive-index build "
                          "DIRECTORY\n";
  for (const std::string command :
       {"status", "status --json", "files", "forget news"}) {
    const Ran ran = RunShell(dir, "$archive_index " + command);
    EXPECT_EQ(ran.status, 66) << command;
    EXPECT_EQ(ran.out, "") << command;
    EXPECT_EQ(ran.err, err) << command;
  }
  EXPECT_FALSE(std::filesystem::exists(dir.Path() / "index"));
}

TEST(CommandStatus, AnotherRunAndADamagedIndexHaveStatusesOfTheirOwn) {
  const TempDir dir;
  BuildNews(dir);
  EXPECT_EQ(RunShell(dir, "flock index/lock $archive_index build").status, 75);
  EXPECT_EQ(RunShell(dir, "$archive_index formats >/dev/full").status, 74);
  EXPECT_EQ(
      RunShell(dir, "echo x >index/XAPIANDB; $archive_index status").status,
      74);
}

}  // namespace
}  // namespace archive
