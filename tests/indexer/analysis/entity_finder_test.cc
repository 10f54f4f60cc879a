#include "indexer/analysis/entity_finder.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

class EntityFinderTest : public ::testing::Test {
 protected:
  // "PER Tan Kefei; LOC China", in the order of the text.
  std::string NamesIn(const std::vector<std::string_view>& texts) {
    std::string names;
    for (const FoundName& name : finder_.Find(texts).names) {
      if (!names.empty()) names += "; ";
      names += kEntityKinds[static_cast<std::size_t>(name.kind)];
      names += ' ';
      names += name.name;
    }
    return names;
  }

  EntityModel model_ = ShippedEntityModel();
  EntityFinder finder_{model_};
};

TEST_F(EntityFinderTest, ReadsNews) {
  const struct {
    std::vector<std::string_view> texts;
    const char* names;
  } rows[] = {
      {{}, ""},
      {{"nothing here has a name."}, ""},
      {{"Spokesperson Senior Colonel Tan Kefei spoke in Beijing on Tuesday.",
        "\"It works,\" Tan said. The U.S. and the United States are one."},
       "PER Tan Kefei; LOC Beijing; LOC United States"},
      {{"The International Monetary Fund lent money to Mexico. Officials of "
        "the IMF said so."},
       "ORG International Monetary Fund; LOC Mexico"},
      {{"President Ronald Reagan met Margaret Thatcher in London.",
        "Reagan thanked Mrs. Thatcher."},
       "PER Ronald Reagan; PER Margaret Thatcher; LOC London"},
  };
  for (const auto& row : rows) EXPECT_EQ(NamesIn(row.texts), row.names);
}

// Peoples are no places, and not what is a part of a name.
TEST_F(EntityFinderTest, KnowsThePeoplesOutsideOfNames) {
  const struct {
    std::string_view text;
    std::vector<std::string> peoples;
  } rows[] = {
      {"The Chinese minister met South Korean officials.",
       {"China", "South Korea"}},
      {"Dutch and Belgian farmers; the Dutch lost.",
       {"Netherlands", "Belgium"}},
      {"Shares of American Airlines fell in New York.", {}},
      {"The polish on the floor.", {}},
      {"", {}},
  };
  for (const auto& row : rows)
    EXPECT_EQ(finder_.Find(std::vector{row.text}).peoples, row.peoples)
        << row.text;
}

TEST_F(EntityFinderTest, ForgetsNothingBetweenArticles) {
  const std::vector<std::string_view> texts = {
      "Angela Merkel visited Paris.", "Merkel met Francois Hollande there."};
  const std::string first = NamesIn(texts);
  NamesIn({"Merkel is a town in Texas.", "PARIS"});
  EXPECT_EQ(NamesIn(texts), first);
}

// Mentions lie inside their text, in order, apart, at bounds of characters.
TEST_F(EntityFinderTest, MentionsOfAnyTextLieInOrder) {
  static constexpr const char* kPieces[] = {
      "Kim ",      "said ",      ". ",     "'s ",
      "\u2019s ",  "\u00c9tat ", "U.S. ",  "President ",
      "of ",       "Bank ",      "THE ",   "North ",
      "Korea",     "-",          "\u201c", "1950 ",
      "republic ", "Inc. ",      "the ",   "\xe5\x8c\x97\xe4\xba\xac"};
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> texts(random() % 4);
    for (std::string& text : texts) {
      for (auto i = random() % 60; i > 0; --i)
        text += kPieces[random() % std::size(kPieces)];
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const FoundNames found = finder_.Find(views);
    std::size_t part = 0;
    std::size_t end = 0;
    for (const NameMention& mention : found.mentions) {
      ASSERT_LT(mention.part, texts.size());
      ASSERT_GE(mention.part, part);
      if (mention.part > part) end = 0;
      part = mention.part;
      ASSERT_GE(mention.bytes.begin, end);
      ASSERT_LT(mention.bytes.begin, mention.bytes.end);
      ASSERT_LE(mention.bytes.end, texts[part].size());
      ASSERT_TRUE(IsValidUtf8(mention.text));
      ASSERT_GT(mention.probability, 0);
      ASSERT_LE(mention.probability, 1.001);
      ASSERT_TRUE(mention.name == kNoName || mention.name < found.names.size());
      end = mention.bytes.end;
    }
    for (const FoundName& name : found.names) ASSERT_FALSE(name.name.empty());
  }
}

}  // namespace
}  // namespace archive
