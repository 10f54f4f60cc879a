// The corpus is read as the table tests/data/corpus_facts.tsv says: every
// article with its language, its day and its title, and nothing else.
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "common/index/open_index.h"
#include "common/index/stored_record.h"
#include "indexer/writing/build.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

const std::string kSource = ARCHIVE_SOURCE_DIR;

struct Fact {
  std::string language;
  std::string day;
  std::string title;
};

// path, record or "-", language, day or "undated", event, title; by id.
std::map<std::string, Fact> ReadFacts() {
  std::map<std::string, Fact> facts;
  std::ifstream in(kSource + "/tests/data/corpus_facts.tsv");
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');)
      cells.push_back(cell);
    if (cells.size() != 6) {
      ADD_FAILURE() << "not six cells: " << line;
      continue;
    }
    const std::string id =
        "corpus/" + cells[0] + (cells[1] == "-" ? "" : "#" + cells[1]);
    facts[id] = {cells[2], cells[3] == "undated" ? "" : cells[3], cells[5]};
  }
  return facts;
}

TEST(Corpus, IsReadAsTheTableSays) {
  const TempDir directory;
  const std::string path = (directory.Path() / "index").string();
  Progress progress;
  const Result<BuildReport> report =
      RunBuild({.index = path, .paths = {kSource + "/corpus"}}, progress);
  ASSERT_TRUE(report) << report.error().message;
  const Result<OpenIndex> index = OpenIndex::Open(path);
  ASSERT_TRUE(index);
  const std::map<std::string, Fact> facts = ReadFacts();
  ASSERT_GT(facts.size(), 60U);
  EXPECT_EQ(index->live_articles(), facts.size());
  EXPECT_EQ(report->failed_files, 2U);  // broken/: feed.jsonl, half-a-year.zip
  EXPECT_EQ(report->skipped_files,
            5U);  // empty, a picture, an index page, 2 pages of an issue
  for (const Segment& segment : index->segments()) {
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      const StoredRecord record = DecodeRecord(*segment.RecordBytes(doc));
      SCOPED_TRACE(record.id);
      ASSERT_EQ(facts.count(record.id), 1U);
      const Fact& fact = facts.at(record.id);
      EXPECT_EQ(record.language, fact.language);
      EXPECT_EQ(std::string(DisplayTitleOf(record.article)), fact.title);
      const auto& published = record.article.published;
      EXPECT_EQ(published ? ToIsoString(published->when.date) : "", fact.day);
    }
  }
}

}  // namespace
}  // namespace archive
