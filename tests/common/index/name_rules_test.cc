#include "common/index/name_rules.h"

#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/fold.h"

namespace archive {
namespace {

constexpr std::string_view kAliases =
    "\xEF\xBB\xBF# Who is who.\r\n"
    "person: Mariano Rajoy = Rajoy = Rajoy Brey\r\n"
    "place: Beijing = Peking   # since 1979\n"
    "org: Federal Reserve = Fed @ source: The Courier\n"
    "org: Fed Cup = Fed @ section: Sport\n"
    "org: EC != European Commission\n"
    "org: Fed != Federal Reserve System @ id: a/1.txt\n"
    "\"C# = D\" = C-sharp\n"
    "Peiping = Peking City\n"
    "place: Beijing = Peiping\n";
constexpr std::string_view kStops =
    "person: he\n"
    "Reuter @ source: Reuters\n"
    "place: Peking Road\n";

// An article, as far as rules look at it.
using Article = std::map<FieldId, std::string>;

// "-" not counted, "=" itself, "index" as the index knows it, else a name.
std::string Counted(const NameRules& rules, FieldId field,
                    const std::string& own, const std::string& known = "",
                    const Article& article = {}) {
  const RuledName ruled =
      rules.Of(field, own, known.empty() ? own : known,
               [&article](const NameScope& scope) {
                 const auto value = article.find(*scope.field);
                 return value != article.end() && value->second == scope.value;
               });
  switch (ruled.as) {
    case RuledName::As::kItself:
      return "=";
    case RuledName::As::kKnown:
      return "index";
    case RuledName::As::kNotCounted:
      return "-";
    case RuledName::As::kRuled:
      return *ruled.known_as;
  }
  return "";
}

TEST(NameRules, SayWhatANameCountsAs) {
  const NameRules rules = NameRules::Parse(kAliases, kStops);
  EXPECT_TRUE(rules.problems().empty()) << rules.problems().front();
  constexpr FieldId kPerson = FieldId::kPerson;
  constexpr FieldId kOrg = FieldId::kOrg;
  constexpr FieldId kPlace = FieldId::kPlace;
  const Article courier = {{FieldId::kSource, "The Courier"}};
  const Article sport = {{FieldId::kSection, "Sport"}};
  const Article first = {{FieldId::kId, "a/1.txt"}};
  const struct {
    FieldId field;
    std::string own;
    std::string known;
    Article article;
    std::string counted;
  } rows[] = {
      {kPerson, "rajoy", "", {}, "Mariano Rajoy"},
      {kPerson, "rajoy brey", "", {}, "Mariano Rajoy"},
      {kPerson, "mariano rajoy", "", {}, "="},
      {kOrg, "rajoy", "", {}, "="},
      {kPlace, "peking", "", {}, "Beijing"},
      {kPlace, "peking city", "", {}, "Beijing"},  // over two steps
      {kPerson, "peking city", "", {}, "Peiping"},
      {kOrg, "fed", "", {}, "="},
      {kOrg, "fed", "", courier, "Federal Reserve"},
      {kOrg, "fed", "", sport, "Fed Cup"},
      {kOrg, "fed", "federal reserve system", {}, "index"},
      {kOrg, "fed", "federal reserve system", first, "="},
      {kOrg, "ec", "european commission", {}, "="},
      {kOrg, "ec", "economic community", {}, "index"},
      {kOrg, "c-sharp", "", {}, "C# = D"},
      {kPerson, "he", "", {}, "-"},
      {kOrg, "he", "", {}, "="},
      {kOrg, "reuter", "", {}, "="},
      {kOrg, "reuter", "", {{FieldId::kSource, "Reuters"}}, "-"},
      {kPlace, "p. road", "peking road", {}, "-"},  // what it is known as
      {kPlace, "u.s.", "united states", {}, "index"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Counted(rules, row.field, row.own, row.known, row.article),
              row.counted)
        << row.own << " known as " << row.known;
  }
}

TEST(NameRules, KnowHowNamesAreSpelt) {
  const NameRules rules = NameRules::Parse(kAliases, kStops);
  ASSERT_NE(rules.SpellingOf(FieldId::kPlace, "beijing"), nullptr);
  EXPECT_EQ(*rules.SpellingOf(FieldId::kPlace, "beijing"), "Beijing");
  EXPECT_EQ(rules.SpellingOf(FieldId::kPerson, "beijing"), nullptr);
  EXPECT_TRUE(rules.Concern(FieldId::kPlace, "peking"));
  EXPECT_TRUE(rules.Concern(FieldId::kPlace, "beijing"));
  EXPECT_TRUE(rules.Concern(FieldId::kPerson, "he"));
  EXPECT_FALSE(rules.Concern(FieldId::kOrg, "he"));
  EXPECT_FALSE(rules.Concern(FieldId::kPlace, "london"));
}

TEST(NameRules, CirclesEnd) {
  const NameRules rules = NameRules::Parse("A = B\nB = C\nC = A\n", "");
  EXPECT_NE(Counted(rules, FieldId::kOrg, "a"), "-");
}

TEST(NameRules, TellWhatMakesNoSense) {
  const struct {
    std::string_view aliases;
    std::string_view stops;
    std::string problem;
  } rows[] = {
      {"Peking\n", "", "aliases.txt, line 1: there is no = in this line"},
      {"\na =\n", "", "aliases.txt, line 2: a name is missing beside ="},
      {"a = A", "",
       "aliases.txt, line 1: \"a\" and \"A\" are the same name already"},
      {"a = b @ day: monday", "",
       "aliases.txt, line 1: behind @ stands source:, section: or id: and its "
       "whole value"},
      {"a = b\nc = b\n", "",
       "aliases.txt, line 2: \"b\" is a already, by line 1"},
      {"a != b != c", "",
       "aliases.txt, line 1: two names stand beside !=, no more"},
      {"", "org:\n", "not-entities.txt, line 1: a name is missing"},
      {"", "he @ x",
       "not-entities.txt, line 1: behind @ stands source:, "
       "section: or id: and its whole value"},
      {"\xFF = b", "", "aliases.txt, line 1: this is no text in UTF-8"},
  };
  for (const auto& row : rows) {
    const NameRules rules = NameRules::Parse(row.aliases, row.stops);
    ASSERT_EQ(rules.problems().size(), 1U) << row.aliases << row.stops;
    EXPECT_EQ(rules.problems().front(), row.problem);
  }
  const std::string long_line = std::string(kMaxRuledName + 1, 'x') + " = b";
  EXPECT_EQ(NameRules::Parse(long_line, "").problems().front(),
            "aliases.txt, line 1: a name is at most 200 bytes long beside =");
}

TEST(NameRules, OneBadLineCostsItself) {
  const NameRules rules = NameRules::Parse("nonsense\nBeijing = Peking\n", "");
  EXPECT_EQ(rules.problems().size(), 1U);
  EXPECT_EQ(Counted(rules, FieldId::kPlace, "peking"), "Beijing");
}

NameRule RandomRule(std::mt19937& random) {
  static const std::vector<std::string> kNames = {
      "A",      "Mariano Rajoy", "x = y", "he @ home", "C#",
      "org: x", "7\" disc",      "#",     "a != b",    "Ω"};
  const auto name = [&random]() { return kNames[random() % kNames.size()]; };
  NameRule rule;
  rule.kind = static_cast<NameRule::Kind>(random() % 3);
  if (random() % 2 == 0) rule.field = FieldId::kOrg;
  rule.name = name();
  if (rule.kind != NameRule::Kind::kStop) rule.known_as = name();
  if (random() % 2 == 0) rule.scope = {FieldId::kSource, name()};
  return rule;
}

TEST(NameRules, WhatIsWrittenIsReadBack) {
  std::mt19937 random(7);
  int read_back = 0;
  for (int i = 0; i < 2000; ++i) {
    const NameRule rule = RandomRule(random);
    if (FoldValue(rule.name) == FoldValue(rule.known_as)) continue;
    const std::string line = WrittenRule(rule);
    const NameLine read = rule.kind == NameRule::Kind::kStop
                              ? ReadStopLine(line)
                              : ReadAliasLine(line);
    ASSERT_EQ(read.wrong, "") << line;
    ASSERT_EQ(read.rules.size(), 1U) << line;
    EXPECT_EQ(read.rules.front(), rule) << line;
    ++read_back;
  }
  EXPECT_GT(read_back, 1000);
}

}  // namespace
}  // namespace archive
