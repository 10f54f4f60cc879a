#include "indexer/command_read.h"

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/open_index.h"
#include "common/index/stored_record.h"
#include "indexer/command_formats.h"
#include "indexer/readers/reader.h"
#include "indexer/writing/build.h"
#include "indexer/writing/progress.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

struct Printed {
  int status;
  std::string out;
  std::string err;
};

Printed Read(const std::vector<std::string>& paths,
             const std::vector<SourceRoot>& roots = {}) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = RunRead(paths, {.reader = {}, .roots = roots}, out, err);
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
      R"("other_dates":[],)"
      R"("modified":null,"language":"en","topics":[],"people":[],)"
      R"("organisations":[],"places":[],"keywords":["wall","berlin","car"],)"
      R"("exchanges":[],"captions":["A car."],"credits":["JANE DOE/AFP"],)"
      R"("lead":"It fell.","body":"It fell.\n\nCheers.","url":"","words":3,)"
      R"("status":"usable","format":"plain","uid":"","first_line":"",)"
      R"("agency":"","pages":[],"edition":"","version":"","urgency":null,)"
      R"("embargoed_until":null,"unread_embargo":"","replaces":"","ocr":null,"mentions":[]})"
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
        std::string(R"("id":"news/1989-11-09.jsonl#3","title":"B")"),
        R"({"skipped":"a picture","path":")" + root + R"(/a.png"})"})
    EXPECT_NE(printed.out.find(part), std::string::npos) << part << "\n"
                                                         << printed.out;
}

// Id, date, language and length of what `read` prints.
std::vector<std::string> Summaries(const std::string& printed) {
  std::vector<std::string> lines;
  std::istringstream in(printed);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("{\"skipped\"")) continue;
    std::smatch found;
    if (std::regex_search(
            line, found,
            std::regex(R"re("id":"([^"]*)".*"published":([^,]*),.*)re"
                       R"re("language":"([^"]*)".*"words":([0-9]+))re")))
      lines.push_back(found[1].str() + " " + found[2].str() + " " +
                      found[3].str() + " " + found[4].str());
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> StoredSummaries(const std::string& index) {
  std::vector<std::string> lines;
  const Result<OpenIndex> open = OpenIndex::Open(index);
  for (const Segment& segment : open->segments()) {
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      const Result<std::string> bytes = segment.RecordBytes(doc);
      const Result<StoredRecord> record = DecodeRecord(*bytes);
      const auto& published = record->article.published;
      lines.push_back(
          record->id + " " +
          (published ? "{\"value\":\"" + ToIsoString(published->when) + "\""
                     : "null") +
          " " + record->language + " " + std::to_string(record->words));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// Of the whole archive, of a directory in it and of a file alone: the same.
TEST(CommandRead, PrintsWhatBuildStores) {
  const TempDir dir;
  const std::string index = (dir.Path() / "index").string();
  const std::string corpus = ARCHIVE_SOURCE_DIR "/corpus";
  Progress progress;
  ASSERT_TRUE(RunBuild({.index = index, .paths = {corpus}}, progress));
  const std::vector<std::string> stored = StoredSummaries(index);
  ASSERT_GT(stored.size(), 50U);
  const std::vector<SourceRoot> roots = {{"corpus", corpus}};
  EXPECT_EQ(Summaries(Read({corpus}, roots).out), stored);
  EXPECT_EQ(Summaries(Read({corpus}).out), stored);
  const std::string below = "2021/03/02/courier-hotline.txt";
  for (const std::string& path : {corpus + "/2021/03", corpus + "/" + below}) {
    const auto printed = Summaries(Read({path}, roots).out);
    EXPECT_TRUE(std::any_of(stored.begin(), stored.end(),
                            [&](const std::string& line) {
                              return line.find(below) != line.npos &&
                                     std::find(printed.begin(), printed.end(),
                                               line) != printed.end();
                            }))
        << path;
  }
}

TEST(CommandFormats, EveryRow) {
  std::ostringstream out;
  EXPECT_EQ(RunFormats(out), 0);
  for (const Format& format : Formats())
    EXPECT_NE(out.str().find(format.help), std::string::npos);
}

}  // namespace
}  // namespace archive
