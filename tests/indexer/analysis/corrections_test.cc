#include "indexer/analysis/corrections.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

TEST(CorrectionLine, IsAnIdAFieldAndAValue) {
  struct Case {
    std::string_view line;
    std::string_view read;  // as a line again; empty: nothing is said
    bool is_fault;
  };
  for (const Case& c : {
           Case{"a.txt\tdate\t2 March 2021", "a.txt\tdate\t2021-03-02", false},
           Case{"a.txt\tdate\t2021-03", "a.txt\tdate\t2021-03", false},
           Case{"a.txt\tdate\t2021-03-02T09:00:00+09:00",
                "a.txt\tdate\t2021-03-02T09:00:00+09:00", false},
           Case{"w.sgm#7\tbyline\tAda  Brun ;Jo Doe;",
                "w.sgm#7\tbyline\tAda Brun; Jo Doe", false},
           Case{"a.txt\tsection\t", "a.txt\tsection\t", false},
           Case{"# a remark", "", false},
           Case{"", "", false},
           Case{"a.txt date 2021", "", true},
           Case{"\tdate\t2021", "", true},
           Case{"a.txt\tcolour\tred", "", true},
           Case{"a.txt\tdate\t03/04/2021", "", true},
           Case{"a.txt\ttitle\ta\tb", "", true},
       }) {
    const CorrectionLine read = ReadCorrectionLine(c.line);
    EXPECT_EQ(read.fault.has_value(), c.is_fault) << c.line;
    EXPECT_EQ(read.id.empty() ? "" : WrittenLine(read.id, read.correction),
              c.read)
        << c.line;
  }
}

StoredRecord RecordOf(Article article) {
  StoredRecord record;
  record.id = "a.txt";
  record.article = std::move(article);
  return record;
}

TEST(Corrections, TheFirstLineStandsForATitleThatIsTakenAway) {
  Article source;
  source.title = "A line";
  source.blocks = {{BlockKind::kParagraph, "The first words."}};
  StoredRecord record = RecordOf(source);
  record.before = Correct({{FieldId::kTitle, ""}}, record.article);
  EXPECT_EQ(DisplayTitleOf(record.article), "The first words.");
  const Article again = UncorrectedArticle(record);
  EXPECT_EQ(again.title, "A line");
  EXPECT_EQ(again.first_line, "");
}

TEST(Corrections, AreUndoneFromTheRecord) {
  Article source;
  source.title = "A line";
  source.byline = {"X"};
  source.published = Publication{{.date = {2021, 3, 2}}, DateSource::kPath, .9};
  source.people = {"Ada Brun", "found later"};
  const CorrectionList list = CorrectionList::Parse(
      "a.txt\ttitle\tTwo lines\na.txt\tdate\t1921\na.txt\tsection\tWorld\n"
      "a.txt\ttitle\tThree lines\n");
  StoredRecord record = RecordOf(source);
  record.before = Correct(list.Of("a.txt"), record.article);
  record.given = GivenNames{1, 0, 0};
  EXPECT_EQ(record.article.title, "Three lines");
  EXPECT_EQ(record.article.published->source, DateSource::kLibrarian);
  EXPECT_TRUE(AreIn(list.Of("a.txt"), record));
  EXPECT_FALSE(AreIn({}, record));
  EXPECT_FALSE(
      AreIn(CorrectionList::Parse("a.txt\ttitle\tThree lines\n").Of("a.txt"),
            record));
  // Through the bytes on the disk, too.
  const StoredRecord read = DecodeRecord(EncodeRecord(record));
  EXPECT_EQ(read.before, record.before);
  EXPECT_TRUE(AreIn(list.Of("a.txt"), read));
  const Article undone = UncorrectedArticle(read);
  EXPECT_EQ(undone.title, source.title);
  EXPECT_EQ(undone.section, source.section);
  EXPECT_EQ(undone.byline, source.byline);
  EXPECT_EQ(undone.published, source.published);
  EXPECT_EQ(undone.people, std::vector<std::string>{"Ada Brun"});
}

}  // namespace
}  // namespace archive
