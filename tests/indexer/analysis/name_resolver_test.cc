#include "indexer/analysis/name_resolver.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/analysis/organisation_names.h"
#include "tests/support/temp_dir.h"
#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

constexpr EntityKind kPer = EntityKind::kPerson;
constexpr EntityKind kOrg = EntityKind::kOrganisation;
constexpr EntityKind kLoc = EntityKind::kPlace;

struct Mention {
  EntityKind kind;
  const char* text;
  float probability = 0.95F;
};

class NameResolverTest : public ::testing::Test {
 protected:
  NameResolverTest() {
    const std::string path = (directory_.Path() / "m").string();
    WriteEntityModel(TinyEntitySections(), path,
                     {{"LOC u.s.", "United States"},
                      {"ORG fed", "Federal Reserve"},
                      {"ORG moody's", "Moody's"},
                      {"ORG federal reserve", "Federal Reserve"},
                      {"ORG hull city", "Hull City"},
                      {"ORG morgan stanley", "Morgan Stanley"}});
    model_.emplace(*EntityModel::Open(path));
  }

  // Each mention's name, "-" for none.
  std::string Resolved(const std::vector<Mention>& rows) {
    std::vector<NameMention> mentions;
    for (const Mention& row : rows) {
      mentions.push_back(
          {.kind = row.kind, .probability = row.probability, .text = row.text});
    }
    const FoundNames found = NameResolver(*model_).Resolve(mentions);
    std::string names;
    for (const NameMention& mention : found.mentions) {
      if (!names.empty()) names += "; ";
      names += mention.name == kNoName ? "-" : found.names[mention.name].name;
    }
    return names;
  }

  TempDir directory_;
  std::optional<EntityModel> model_;
};

TEST_F(NameResolverTest, OneNameForOneThing) {
  const struct {
    std::vector<Mention> mentions;
    const char* names;
  } rows[] = {
      {{{kPer, "Tan"}, {kPer, "Tan Kefei"}, {kPer, "Senior Colonel Tan Kefei"}},
       "Tan Kefei; Tan Kefei; Tan Kefei"},
      {{{kPer, "George W. Bush"}, {kPer, "George Bush"}, {kPer, "Mr. Bush"}},
       "George W. Bush; George W. Bush; George W. Bush"},
      {{{kPer, "George Bush"}, {kPer, "Jeb Bush"}, {kPer, "Bush"}},
       "George Bush; Jeb Bush; -"},
      {{{kLoc, "the U.S."}, {kLoc, "U.S."}, {kLoc, "United States"}},
       "United States; United States; United States"},
      {{{kOrg, "International Monetary Fund"}, {kOrg, "IMF"}},
       "International Monetary Fund; International Monetary Fund"},
      // Surnames of several words, and generations behind them.
      {{{kPer, "Ursula von der Leyen"}, {kPer, "Von der Leyen"}},
       "Ursula von der Leyen; Ursula von der Leyen"},
      {{{kPer, "Andres Manuel Lopez Obrador"}, {kPer, "Lopez Obrador"}},
       "Andres Manuel Lopez Obrador; Andres Manuel Lopez Obrador"},
      {{{kPer, "Robert F. Kennedy Jr."}, {kPer, "Kennedy"}},
       "Robert F. Kennedy Jr.; Robert F. Kennedy Jr."},
      {{{kPer, "Robert F. Kennedy Jr."}, {kPer, "Kennedy Jr."}},
       "Robert F. Kennedy Jr.; Robert F. Kennedy Jr."},
      {{{kPer, "Ann Lee"}, {kPer, "Kennedy Jr."}}, "Ann Lee; Kennedy Jr."},
      // A title is a surname when somebody bears it.
      {{{kPer, "Stephen King"}, {kPer, "King"}}, "Stephen King; Stephen King"},
      {{{kPer, "Stephen King"}, {kPer, "Rodney King"}, {kPer, "King"}},
       "Stephen King; Rodney King; -"},
      {{{kPer, "Pope Francis"}, {kPer, "Francis"}},
       "Pope Francis; Pope Francis"},
      {{{kPer, "Queen Elizabeth II"}, {kPer, "Elizabeth"}},
       "Queen Elizabeth II; Queen Elizabeth II"},
      {{{kPer, "Prince William Lee"}}, "William Lee"},
      {{{kPer, "Bill Frist R TN"}, {kPer, "Frist"}}, "Bill Frist; Bill Frist"},
      // What a text names first is not short for what comes later.
      {{{kOrg, "Amazon"}, {kOrg, "Amazon Web Services"}, {kOrg, "Amazon"}},
       "Amazon; Amazon Web Services; Amazon"},
      {{{kOrg, "Amazon Web Services"},
        {kOrg, "Amazon Studios"},
        {kOrg, "Amazon"}},
       "Amazon Web Services; Amazon Studios; Amazon"},
      {{{kOrg, "Federal Reserve Bank of Atlanta"}, {kOrg, "Federal Reserve"}},
       "Federal Reserve Bank of Atlanta; Federal Reserve"},
      {{{kOrg, "Toyota Motor"}, {kOrg, "Toyota"}},
       "Toyota Motor; Toyota Motor"},
      {{{kLoc, "Hull City"}}, "Hull City"},
      {{{kOrg, "Texaco Inc"}, {kOrg, "Texaco"}}, "Texaco; Texaco"},
      {{{kOrg, "Fed"}}, "Federal Reserve"},
      {{{kOrg, "Bank of Japan"}, {kOrg, "Bank"}},
       "Bank of Japan; Bank of Japan"},
      {{{kOrg, "Bank of Japan"}, {kOrg, "World Bank"}, {kOrg, "Bank"}},
       "Bank of Japan; World Bank; -"},
      {{{kOrg, "Senate Appropriations Committee"},
        {kOrg, "Appropriations Committee"},
        {kOrg, "the Committee"}},
       "Senate Appropriations Committee; Senate Appropriations Committee; "
       "Senate Appropriations Committee"},
      {{{kOrg, "Treaty on European Union"}, {kOrg, "European Union"}},
       "Treaty on European Union; European Union"},
      {{{kOrg, "Bush Administration"}, {kOrg, "Administration"}},
       "Bush Administration; Bush Administration"},
      {{{kPer, "Energy Minister Subroto"}, {kPer, "Subroto"}},
       "Subroto; Subroto"},
      {{{kOrg, "Texaco <TX"}, {kOrg, "Texaco"}}, "Texaco; Texaco"},
      {{{kPer, "Morgan Stanley"}}, "Morgan Stanley"},
      {{{kOrg, "Moody's"}}, "Moody's"},
      {{{kOrg, "Congress's"}}, "Congress"},
      {{{kOrg, "Kidder Peabody and Co"}, {kPer, "Kidder Peabody"}},
       "Kidder Peabody; Kidder Peabody"},
      {{{kLoc, "PARIS"}, {kLoc, "Paris"}}, "Paris; Paris"},
      {{{kLoc, "NEW YORK"}}, "New York"},
      {{{kPer, "Washington"}, {kLoc, "Washington"}, {kLoc, "Washington"}},
       "Washington; Washington; Washington"},
      {{{kPer, "George Washington"},
        {kPer, "Washington"},
        {kLoc, "Washington"},
        {kLoc, "Washington"}},
       "George Washington; George Washington; Washington; Washington"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(Resolved(row.mentions), row.names) << row.mentions[0].text;
}

TEST_F(NameResolverTest, WhatIsDoubtfulIsNone) {
  EXPECT_EQ(Resolved({{kPer, "Ann Lee", 0.4F}}), "-");
  EXPECT_EQ(Resolved({{kPer, "Lee", 0.7F}}), "-");
  EXPECT_EQ(Resolved({{kPer, "He"}}), "-");
  EXPECT_EQ(Resolved({{kPer, "President"}}), "-");
  EXPECT_EQ(Resolved({{kOrg, "Chinese"}}), "-");
  EXPECT_EQ(Resolved({{kLoc, "Tuesday"}}), "-");
  EXPECT_EQ(Resolved({{kOrg, "3"}}), "-");
  EXPECT_EQ(Resolved({{kOrg, "Bank"}}), "-");
  EXPECT_EQ(Resolved({{kOrg, "Senate Committee"}}), "-");
  EXPECT_EQ(Resolved({{kPer, "'s"}}), "-");
}

// A list of names, longer than any article, is read piece by piece.
TEST_F(NameResolverTest, NamesOfListsAreOneEach) {
  constexpr std::size_t kPeople = 2500;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < kPeople; ++i)
    texts.push_back("Ann X" + std::to_string(i));
  std::vector<NameMention> mentions;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& text : texts)
      mentions.push_back({.kind = kPer, .probability = 0.95F, .text = text});
  }
  const FoundNames found = NameResolver(*model_).Resolve(mentions);
  ASSERT_EQ(found.names.size(), kPeople);
  ASSERT_EQ(found.mentions.size(), 2 * kPeople);
  for (const NameMention& mention : found.mentions)
    ASSERT_EQ(found.names[mention.name].name, mention.text);
}

// Kinds of names, in order: a firm called after people is no person.
TEST_F(NameResolverTest, FirmsAreNoPeople) {
  const struct {
    std::vector<Mention> mentions;
    std::vector<EntityKind> kinds;
  } rows[] = {
      {{{kPer, "Morgan Stanley"}}, {kOrg}},
      {{{kPer, "Mr. Morgan Stanley"}}, {kPer}},
      {{{kPer, "Kidder Peabody"}, {kOrg, "Kidder Peabody & Co Inc"}}, {kOrg}},
      {{{kPer, "Ann Lee"}, {kOrg, "Ann Lee Museum"}}, {kPer, kOrg}},
      {{{kPer, "Moody"}}, {kPer}},
  };
  for (const auto& row : rows) {
    std::vector<NameMention> mentions;
    for (const Mention& mention : row.mentions)
      mentions.push_back({.kind = mention.kind,
                          .probability = mention.probability,
                          .text = mention.text});
    std::vector<EntityKind> kinds;
    for (const FoundName& name : NameResolver(*model_).Resolve(mentions).names)
      kinds.push_back(name.kind);
    EXPECT_EQ(kinds, row.kinds) << row.mentions[0].text;
  }
}

TEST(NameWords, Acronyms) {
  EXPECT_TRUE(IsAcronymOf("IMF", "International Monetary Fund"));
  EXPECT_TRUE(IsAcronymOf("I.M.F.", "International Monetary Fund"));
  EXPECT_TRUE(IsAcronymOf("DOT", "Department of Transportation"));
  EXPECT_FALSE(IsAcronymOf("IM", "International Monetary Fund"));
  EXPECT_FALSE(IsAcronymOf("Imf", "International Monetary Fund"));
}

TEST(NameWords, LegalForms) {
  EXPECT_EQ(WithoutLegalForm("Texaco Inc."), "Texaco");
  EXPECT_EQ(WithoutLegalForm("Ford Motor Co"), "Ford Motor");
  EXPECT_EQ(WithoutLegalForm("Sears, Roebuck & Co"), "Sears, Roebuck & Co");
  EXPECT_EQ(WithoutLegalForm("Inc"), "Inc");
  EXPECT_EQ(WithoutLegalForm("Kidder Peabody and Co"), "Kidder Peabody");
  EXPECT_EQ(WithoutLegalForm("Tiffany and Co"), "Tiffany and Co");
}

}  // namespace
}  // namespace archive
