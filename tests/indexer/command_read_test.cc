#include "indexer/command_read.h"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/command_formats.h"
#include "indexer/readers/reader.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

struct Printed {
  int status;
  std::string out;
  std::string err;
};

Printed Read(const std::vector<std::string>& paths) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = RunRead(paths, {}, out, err);
  return {status, out.str(), err.str()};
}

TEST(CommandRead, AnArticleIsALine) {
  const TempDir dir;
  const std::string path = dir.Write(
      "1989/11/09/wall.txt",
      "Wall \"falls\"\nBy Jane Doe\n\nIt fell.\n\nwall, berlin, car\nA car. "
      "JANE DOE/AFP\n\nCheers.\n");
  const Printed printed = Read({path});
  EXPECT_EQ(printed.status, 0);
  EXPECT_EQ(printed.err, "");
  EXPECT_EQ(
      printed.out,
      R"({"id":"wall.txt","title":"Wall \"falls\"","byline":["Jane Doe"],)"
      R"("source":"","section":"","dateline":"","published":null,)"
      R"("modified":null,"language":"","topics":[],"people":[],)"
      R"("organisations":[],"places":[],"keywords":["wall","berlin","car"],)"
      R"("exchanges":[],"captions":["A car."],"credits":["JANE DOE/AFP"],)"
      R"("lead":"It fell.","body":"It fell.\n\nCheers.","url":"","words":5,)"
      R"("status":"usable","format":"plain","uid":"","first_line":""})"
      "\n");
}

TEST(CommandRead, DirectoriesRejectionsAndErrors) {
  const TempDir dir;
  dir.Write("news/1989-11-09.jsonl",
            "{\"title\":\"A\",\"date\":\"1989-11-09T23:00Z\"}\n{\n"
            "{\"title\":\"B\"}\n");
  dir.Write("news/a.png", "\x89PNG\r\n\x1A\n");
  const std::string root = (dir.Path() / "news").string();
  const Printed printed = Read({root, "/no/such"});
  EXPECT_EQ(printed.status, 66);
  EXPECT_EQ(printed.err,
            "archive-index: /no/such: no such file or directory\n");
  for (const std::string& part :
       {std::string(R"("id":"news/1989-11-09.jsonl#1","title":"A")"),
        std::string(R"("published":{"value":"1989-11-09T23:00:00Z",)"
                    R"("source":"metadata","confidence":0.95})"),
        R"({"skipped":"not valid JSON at column 2","path":")" + root +
            R"(/1989-11-09.jsonl","where":"line 2"})",
        std::string(R"("id":"news/1989-11-09.jsonl#2","title":"B")"),
        R"({"skipped":"a picture","path":")" + root + R"(/a.png"})"})
    EXPECT_NE(printed.out.find(part), std::string::npos) << part << "\n"
                                                         << printed.out;
}

TEST(CommandFormats, EveryRow) {
  std::ostringstream out;
  EXPECT_EQ(RunFormats(out), 0);
  for (const Format& format : Formats())
    EXPECT_NE(out.str().find(format.help), std::string::npos);
}

}  // namespace
}  // namespace archive
