// Which articles are grouped as near-copies, through a whole index.
#include "indexer/writing/copy_finder.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/index/stored_record.h"
#include "indexer/writing/build.h"
#include "tests/support/copy_groups.h"
#include "tests/support/index_contents.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

// Words `first` to `last` of an endless text of which no two are alike.
std::string Words(int first, int last) {
  std::string text;
  for (int i = first; i <= last; ++i) text += fmt::format("word{} ", i);
  return text;
}

struct Told {
  const char* id;
  const char* date;
  std::string text;
};

class CopyFinder : public testing::Test {
 protected:
  void Write(const std::string& file, const std::vector<Told>& articles) {
    std::string lines;
    for (const Told& told : articles) {
      lines += fmt::format(
          R"({{"id": "{}", "title": "Headline of {}", "text": "{}"{}}})"
          "\n",
          told.id, told.id, told.text,
          *told.date == 0 ? ""
                          : fmt::format(R"(, "published": "{}")", told.date));
    }
    dir_.Write("news/" + file, lines);
  }

  void Build(BuildOptions options = {}) {
    options.index = Index();
    options.paths = {(dir_.Path() / "news").string()};
    Progress progress;
    const auto report = RunBuild(options, progress);
    ASSERT_TRUE(report) << report.error().message;
  }

  std::string Index() const { return (dir_.Path() / "index").string(); }

  // "a b c | d e": the uids of each group, the lead first.
  std::string Groups(CopyLevel level) const {
    const auto index = OpenIndex::Open(Index());
    EXPECT_TRUE(index);
    std::string text;
    for (const auto& group : CopyGroupsOf(*index, level)) {
      if (!text.empty()) text += " | ";
      std::string ids;
      for (const std::string& id : group)
        ids += (ids.empty() ? "" : " ") + UidOf(*index, id);
      text += ids;
    }
    return text;
  }

  TempDir dir_;

 private:
  static std::string UidOf(const OpenIndex& index, const std::string& id) {
    for (const Segment& segment : index.segments()) {
      const auto docs = segment.DocsWith(IdTerm(id));
      if (!docs || docs->empty()) continue;
      return DecodeRecord(*segment.RecordBytes(docs->front())).article.uid;
    }
    return "?";
  }
};

TEST_F(CopyFinder, GroupsWhatResemblesItsLead) {
  const std::string story = Words(1, 100);
  const struct {
    const char* what;
    std::vector<Told> articles;
    const char* high;
    const char* moderate;
  } rows[] = {
      {"another headline, the same text",
       {{"a", "2021-03-02", story}, {"b", "2021-03-03", story}},
       "a b",
       "a b"},
      {"cut at the end: 77 of 97 shingles are left, then 57",
       {{"a", "2021-03-02", story},
        {"b", "2021-03-03", Words(1, 82)},
        {"c", "2021-03-03", Words(1, 60)}},
       "a b",
       "a b c"},
      {"two words corrected: 89 of 105 shingles",
       {{"a", "2021-03-02", story},
        {"b", "2021-03-03",
         Words(1, 30) + "x " + Words(32, 60) + "y " + Words(62, 100)}},
       "a b",
       "a b"},
      {"less than half",
       {{"a", "2021-03-02", story}, {"b", "2021-03-03", Words(1, 45)}},
       "",
       ""},
      {"the lead is the earliest, undated articles come last",
       {{"a", "", story},
        {"b", "2021-03-04", story},
        {"c", "2021-03-02", story}},
       "c b a",
       "c b a"},
      {"a chain is no group: b resembles a, c resembles b, but not a",
       {{"a", "2021-03-02", Words(1, 100)},
        {"b", "2021-03-03", Words(26, 125)},
        {"c", "2021-03-04", Words(51, 150)}},
       "",
       "a b"},
      {"copies at the high level follow their lead at the moderate one",
       {{"a", "2021-03-02", Words(1, 100)},
        {"b", "2021-03-03", Words(30, 129)},
        {"c", "2021-03-04", Words(34, 133)}},
       "b c",
       "a b c"},
      {"too short",
       {{"a", "2021-03-02", Words(1, 7)}, {"b", "2021-03-03", Words(1, 7)}},
       "",
       ""},
      {"the shortest",
       {{"a", "2021-03-02", Words(1, 8)}, {"b", "2021-03-03", Words(1, 8)}},
       "a b",
       "a b"},
  };
  for (const auto& row : rows) {
    Write("wire.jsonl", row.articles);
    Build({.fresh = true});
    EXPECT_EQ(Groups(CopyLevel::kHigh), row.high) << row.what;
    EXPECT_EQ(Groups(CopyLevel::kModerate), row.moderate) << row.what;
  }
}

TEST_F(CopyFinder, GroupsFollowTheGenerations) {
  const std::string story = Words(1, 100);
  Write("b.jsonl", {{"b", "2021-03-03", story}, {"x", "2021-03-03", "alone"}});
  Build();
  EXPECT_EQ(Groups(CopyLevel::kHigh), "");
  Write("c.jsonl", {{"c", "2021-03-04", story}});
  Build();
  EXPECT_EQ(Groups(CopyLevel::kHigh), "b c");
  // One that comes later and was published earlier leads from then on.
  Write("a.jsonl", {{"a", "2021-03-01", Words(1, 90)}});
  Build();
  EXPECT_EQ(Groups(CopyLevel::kHigh), "a b c");
  Write("b.jsonl", {{"b", "2021-03-03", Words(200, 300)}});
  Build();
  EXPECT_EQ(Groups(CopyLevel::kHigh), "a c");
  std::filesystem::remove(dir_.Path() / "news/c.jsonl");
  Build();
  EXPECT_EQ(Groups(CopyLevel::kHigh), "");
}

// Stories of one mould and copies of them, drawn at random.
std::vector<Told> RandomWire(std::mt19937& random,
                             std::vector<std::string>& ids, int articles) {
  std::vector<Told> told;
  for (int i = 0; i < articles; ++i) {
    const int story = static_cast<int>(random() % 12) * 1000;
    const int first = story + static_cast<int>(random() % 40);
    ids.push_back(fmt::format("{}-{}", ids.size(), story));
    told.push_back(
        {"", random() % 2 == 0 ? "2021-03-02" : "2021-03-03",
         Words(first, first + 60 + static_cast<int>(random() % 40))});
  }
  return told;
}

TEST_F(CopyFinder, ManyRunsGiveTheGroupsOfOne) {
  std::mt19937 random(5);
  std::vector<std::string> ids;
  for (int run = 0; run < 6; ++run) {
    std::vector<Told> wire = RandomWire(random, ids, 40);
    for (std::size_t i = 0; i < wire.size(); ++i)
      wire[i].id = ids[ids.size() - wire.size() + i].c_str();
    Write(fmt::format("{}.jsonl", random() % 5), wire);
    Build({.threads = 1 + static_cast<unsigned>(run) % 3, .part_articles = 7});
  }
  const std::string high = Groups(CopyLevel::kHigh);
  const std::string moderate = Groups(CopyLevel::kModerate);
  EXPECT_GT(std::count(high.begin(), high.end(), '|'), 3) << high;
  Build({.fresh = true});
  EXPECT_EQ(Groups(CopyLevel::kHigh), high);
  EXPECT_EQ(Groups(CopyLevel::kModerate), moderate);
}

}  // namespace
}  // namespace archive
