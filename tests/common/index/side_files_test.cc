#include "common/index/side_files.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/posting_lists.h"
#include "common/text/stemmer.h"
#include "tests/support/temp_dir.h"

namespace archive {
namespace {

using Strings = std::vector<std::string>;

struct TestArticle {
  std::string_view language = {};
  ColumnRow row = {};
  std::vector<SideRow::Value> facets = {};
  Strings words = {};  // of the body
};

class SideFilesTest : public ::testing::Test {
 protected:
  void Add(DocId doc, const TestArticle& article) {
    std::vector<StreamItem> stream = {MarkItem(ZoneMark(Zone::kBody))};
    for (const std::string& word : article.words)
      stream.push_back(WordItem(table_.Add(word), LetterCase::kSmall));
    SideRow row = {.id = {},
                   .language = article.language,
                   .row = article.row,
                   .mentions = {},
                   .stream = stream,
                   .facets = article.facets};
    row.row.live = true;
    builder_.Add(doc, row);
  }
  void Write() {
    const Status written = builder_.Write(directory_.Path().string(), {});
    ASSERT_TRUE(written) << written.error().message;
  }
  std::string PathOf(std::string_view file) const {
    return (directory_.Path() / file).string();
  }
  static std::vector<std::string> ValuesOf(const FacetColumn& column,
                                           DocId doc) {
    std::vector<std::string> values;
    for (const Ordinal ordinal : column.Of(doc))
      values.emplace_back(column.ValueAt(ordinal));
    return values;
  }

  TempDir directory_;
  WordTable table_;
  SideFilesBuilder builder_{table_};
};

TEST_F(SideFilesTest, EachArticleSaysWhatItsNamesAreKnownAs) {
  const SideRow::Value plain = {FieldId::kOrg, "International Finance"};
  const SideRow::Value known = {FieldId::kOrg, "International Finance",
                                "International Finance Corporation"};
  Add(1, {.facets = {known}});
  Add(2, {.facets = {plain}});
  Add(3, {.facets = {known}});
  Write();
  const auto columns = Columns::Open(PathOf("columns"));
  ASSERT_TRUE(columns) << columns.error().message;
  const FacetColumn& orgs = columns->FacetOf(FieldId::kOrg);
  const Strings expected = {"International Finance Corporation",
                            "International Finance",
                            "International Finance Corporation"};
  for (DocId doc = 1; doc <= expected.size(); ++doc) {
    ASSERT_EQ(orgs.Of(doc).size(), 1U) << doc;
    const Ordinal value = orgs.Of(doc)[0];
    EXPECT_EQ(orgs.ValueAt(value), "International Finance") << doc;
    EXPECT_EQ(orgs.ValueAt(orgs.KnownAs(value)), expected[doc - 1]) << doc;
  }
}

TEST_F(SideFilesTest, ValuesOfFieldsComeBackWithOneAndWithSeveral) {
  Add(1, {.facets = {{FieldId::kSource, "Kurier"}, {FieldId::kTopic, "tin"}}});
  Add(3, {.facets = {{FieldId::kTopic, "tin"}, {FieldId::kTopic, "gold"}}});
  Add(4, {.facets = {{FieldId::kSource, "AP"}}});
  Write();
  const auto columns = Columns::Open(PathOf("columns"));
  ASSERT_TRUE(columns) << columns.error().message;
  EXPECT_TRUE(columns->file().HasSection(FacetTag('s', FieldId::kSource)));
  EXPECT_FALSE(columns->file().HasSection(FacetTag('s', FieldId::kTopic)));
  const FacetColumn& sources = columns->FacetOf(FieldId::kSource);
  const FacetColumn& topics = columns->FacetOf(FieldId::kTopic);
  const FacetColumn& people = columns->FacetOf(FieldId::kPerson);
  const std::vector<Strings> expected_sources = {{}, {"Kurier"}, {},
                                                 {}, {"AP"},     {}};
  const std::vector<Strings> expected_topics = {
      {}, {"tin"}, {}, {"tin", "gold"}, {}, {}};
  for (DocId doc = 0; doc < expected_sources.size(); ++doc) {
    EXPECT_EQ(ValuesOf(sources, doc), expected_sources[doc]) << doc;
    EXPECT_EQ(ValuesOf(topics, doc), expected_topics[doc]) << doc;
    EXPECT_TRUE(people.Of(doc).empty()) << doc;
  }
}

TEST_F(SideFilesTest, WhatIsTheSameEverywhereTakesNoBytes) {
  for (const DocId doc : {1U, 2U, 5U}) {  // 3 and 4 are holes
    ColumnRow row;
    row.first_day = 18'700;
    row.added = 1'615'802'400;
    row.length = doc;
    Add(doc, {.row = row});
  }
  Write();
  const auto columns = Columns::Open(PathOf("columns"));
  ASSERT_TRUE(columns) << columns.error().message;
  for (const char* const tag : {"DAYF", "ADDI", "MODF", "OCRQ"})
    EXPECT_EQ(columns->file().Section(MakeTag(tag)).size(), 0U) << tag;
  EXPECT_EQ(columns->last_doc(), 5U);
  for (DocId doc = 0; doc <= 6; ++doc) {
    const bool is_there = doc == 1 || doc == 2 || doc == 5;
    EXPECT_EQ(columns->Holds(doc), is_there) << doc;
    if (!is_there) continue;
    EXPECT_EQ(columns->FirstDayOf(doc), 18'700);
    EXPECT_EQ(columns->AddedAt(doc), 1'615'802'400);
    EXPECT_EQ(columns->LengthOf(doc), doc);
    EXPECT_EQ(columns->ModifiedOf(doc), kNoDay);
  }
  EXPECT_EQ(columns->FirstDayOf(6), kNoDay);
  EXPECT_EQ(columns->LengthOf(6), 0U);
}

// Stems lie as a piece of their first form and what differs from it.
TEST_F(SideFilesTest, StemsFindTheirForms) {
  const Strings english = {"happy",   "happiness", "happily", "ponies",
                           "pony",    "run",       "running", "runs",
                           "hotline", "hotlines",  "a",       "dying"};
  const Strings german = {"häuser", "haus", "hauses", "run"};
  Add(1, {.language = "en", .words = english});
  Add(2, {.language = "en", .words = {"pony", "run"}});
  Add(3, {.language = "de", .words = german});
  Write();
  const auto vocabulary = Vocabulary::Open(PathOf("vocabulary"));
  ASSERT_TRUE(vocabulary) << vocabulary.error().message;
  ASSERT_EQ(vocabulary->language_count(), 2U);
  for (std::size_t language = 0; language < 2; ++language) {
    const std::string code(vocabulary->LanguageAt(language));
    const Stemmer stemmer(code);
    const Strings& words = code == "en" ? english : german;
    for (const std::string& word : words) {
      Strings expected;
      for (const std::string& other : words) {
        if (stemmer.Stem(other) == stemmer.Stem(word))
          expected.push_back(other);
      }
      std::sort(expected.begin(), expected.end());
      Strings forms;
      const auto stem = vocabulary->FindStem(language, stemmer.Stem(word));
      for (const WordRank form : stem.forms)
        forms.emplace_back(vocabulary->WordAt(form));
      EXPECT_EQ(forms, expected) << code << " " << word;
      EXPECT_EQ(stem.articles,
                code == "en" && (stemmer.Stem(word) == stemmer.Stem("pony") ||
                                 stemmer.Stem(word) == stemmer.Stem("run"))
                    ? 2U
                    : 1U);
    }
    for (const char* const none : {"", "happ", "happinesss", "z", "ho", "ÿ"})
      EXPECT_TRUE(vocabulary->FindStem(language, none).forms.empty()) << none;
  }
}

TEST_F(SideFilesTest, WordsAreAsCommonInASmallSegmentAsInALargeOne) {
  const DocId articles = 6'400;  // a 64th of them is 100
  for (DocId doc = 1; doc <= articles; ++doc) {
    Strings words = {"everywhere"};
    if (doc <= 100) words.emplace_back("common");
    if (doc <= 99) words.emplace_back("rare");
    Add(doc, {.language = {}, .words = words});
  }
  Write();
  const auto vocabulary = Vocabulary::Open(PathOf("vocabulary"));
  ASSERT_TRUE(vocabulary) << vocabulary.error().message;
  const auto postings = PostingLists::Open(PathOf("postings"));
  ASSERT_TRUE(postings) << postings.error().message;
  const auto is_packed = [&](std::string_view word) {
    const auto rank = vocabulary->Find(word);
    EXPECT_TRUE(rank) << word;
    return rank ? postings->Has(vocabulary->CodeOf(*rank)) : false;
  };
  EXPECT_TRUE(is_packed("everywhere"));
  EXPECT_TRUE(is_packed("common"));
  EXPECT_FALSE(is_packed("rare"));
}

TEST(LeastPostings, IsOneIn64WithinBounds) {
  EXPECT_EQ(LeastPostings(0), 64U);
  EXPECT_EQ(LeastPostings(4'096), 64U);
  EXPECT_EQ(LeastPostings(6'464), 101U);
  EXPECT_EQ(LeastPostings(16'384), 256U);
  EXPECT_EQ(LeastPostings(4'000'000'000), 256U);
}

}  // namespace
}  // namespace archive
