#include "indexer/analysis/article_names.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/article_values.h"
#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

using Strings = std::vector<std::string>;

// "name" or "name > what it is known as", by field.
Strings CountedIn(const AddedNames& added, FieldId field) {
  Strings names;
  for (const CountedName& name : added.counted) {
    if (name.field != field) continue;
    names.push_back(name.known_as.empty() ? name.name
                                          : name.name + " > " + name.known_as);
  }
  return names;
}

class ArticleNamesTest : public ::testing::Test {
 protected:
  static StoredRecord Record() {
    StoredRecord record;
    record.language = "en";
    record.article.blocks.push_back(
        {BlockKind::kParagraph,
         "President Ronald Reagan met Margaret Thatcher in London."});
    record.article.places = {"uk", "LONDON"};
    return record;
  }

  static Strings SourcesOf(const StoredRecord& record) {
    const auto sources = ValuesOf(record, FieldId::kEntitySource);
    return {sources.begin(), sources.end()};
  }

  EntityModel model_ = ShippedEntityModel();
  EntityFinder finder_{model_};
};

TEST_F(ArticleNamesTest, SourceDecidesKindByKind) {
  const struct {
    NameSources which;
    Strings people;
    Strings places;
    Strings sources;
  } rows[] = {
      {NameSources::kSourceFirst,
       {"Ronald Reagan", "Margaret Thatcher"},
       {"uk", "LONDON"},
       {"source", "found"}},
      // London is there already.
      {NameSources::kBoth,
       {"Ronald Reagan", "Margaret Thatcher"},
       {"uk", "LONDON"},
       {"source", "found"}},
      {NameSources::kSource, {}, {"uk", "LONDON"}, {"source"}},
  };
  for (const auto& row : rows) {
    StoredRecord record = Record();
    AddNames(record, &finder_, row.which);
    EXPECT_EQ(record.article.people, row.people);
    EXPECT_EQ(record.article.places, row.places);
    EXPECT_EQ(SourcesOf(record), row.sources);
  }
}

TEST_F(ArticleNamesTest, BothAddsWhatIsNew) {
  StoredRecord record = Record();
  record.article.places = {"uk"};
  AddNames(record, &finder_, NameSources::kBoth);
  EXPECT_EQ(record.article.places, (Strings{"uk", "London"}));
}

TEST_F(ArticleNamesTest, OtherLanguagesHaveWhatTheTableKnows) {
  StoredRecord german = Record();
  german.language = "de";
  german.article.places.clear();
  AddNames(german, &finder_, NameSources::kBoth);
  EXPECT_EQ(SourcesOf(german), Strings{"found"});
  EXPECT_EQ(german.article.places, Strings{"London"});
  EXPECT_TRUE(german.article.people.empty());
}

TEST_F(ArticleNamesTest, NoneWithoutAFinder) {
  StoredRecord english = Record();
  AddNames(english, nullptr, NameSources::kBoth);
  EXPECT_EQ(SourcesOf(english), Strings{"source"});
  EXPECT_TRUE(english.article.people.empty());
}

TEST_F(ArticleNamesTest, AliasesSayByWhatNameAnotherIsKnown) {
  StoredRecord record = Record();
  record.article.blocks.push_back(
      {BlockKind::kParagraph,
       "The U.S. and NATO agreed. Officials of the U.S. said so."});
  record.article.places.clear();
  record.article.organisations = {"gatt"};
  AddedNames added = AddNames(record, &finder_, NameSources::kBoth);
  EXPECT_EQ(CountedIn(added, FieldId::kPlace),
            (Strings{"London", "U.S. > United States"}));
  EXPECT_EQ(record.article.places, (Strings{"London", "United States"}));
  EXPECT_EQ(CountedIn(added, FieldId::kOrg).front(), "gatt > GATT");
  EXPECT_EQ(record.article.organisations.front(), "gatt");
}

TEST_F(ArticleNamesTest, WhatTheArticleNamesInFullIsItsName) {
  StoredRecord record = Record();
  record.article.places.clear();
  record.article.blocks.push_back(
      {BlockKind::kParagraph, "The U.S. is a part of the United States."});
  const AddedNames added = AddNames(record, &finder_, NameSources::kBoth);
  EXPECT_EQ(CountedIn(added, FieldId::kPlace),
            (Strings{"London", "United States"}));
}

TEST_F(ArticleNamesTest, CodesOfTheSourceAreKnownInAnyLanguage) {
  StoredRecord record = Record();
  record.language = "de";
  const AddedNames added =
      AddNames(record, &finder_, NameSources::kSourceFirst);
  EXPECT_EQ(CountedIn(added, FieldId::kPlace),
            (Strings{"uk > United Kingdom", "LONDON"}));
  ASSERT_EQ(added.forms.size(), 1U);
  EXPECT_EQ(added.forms.front().text, "United Kingdom");
}

}  // namespace
}  // namespace archive
