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
  std::vector<ScopeId> scopes;
  for (const FieldId narrow :
       {FieldId::kId, FieldId::kSection, FieldId::kSource}) {
    const auto value = article.find(narrow);
    if (value == article.end()) continue;
    if (const auto scope = rules.FindScope(narrow, value->second))
      scopes.push_back(*scope);
  }
  const RuledName ruled =
      rules.Of(field, own, known.empty() ? own : known, scopes);
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

TEST(NameRules, KnowWhichNamesTheySpeakOf) {
  const NameRules rules = NameRules::Parse(kAliases, kStops);
  EXPECT_TRUE(rules.Concern(FieldId::kPlace, "peking"));
  EXPECT_TRUE(rules.Concern(FieldId::kPlace, "beijing"));
  EXPECT_TRUE(rules.Concern(FieldId::kPerson, "he"));
  EXPECT_FALSE(rules.Concern(FieldId::kOrg, "he"));
  EXPECT_FALSE(rules.Concern(FieldId::kPlace, "london"));
  EXPECT_TRUE(rules.Deny(FieldId::kOrg, "ec"));
  EXPECT_TRUE(rules.Deny(FieldId::kOrg, "european commission"));
  EXPECT_FALSE(rules.Deny(FieldId::kPlace, "beijing"));
}

// What all of `names` count as, one behind the other.
std::string AllCounted(const NameRules& rules, std::string_view names,
                       const Article& article = {}) {
  std::string counted;
  for (const char name : names)
    counted +=
        (counted.empty() ? "" : " ") +
        Counted(rules, FieldId::kPerson, std::string(1, name), "", article);
  return counted;
}

TEST(NameRules, MakeOneOfNamesThatLinesJoin) {
  std::string chain;
  for (char c = 'b'; c <= 'p'; ++c)
    chain += std::string(1, c) + " = " + static_cast<char>(c - 1) + '\n';
  const struct {
    std::string aliases;
    std::string_view names;
    std::string counted;
    std::string told;  // notice or problem
  } rows[] = {
      {"A = b\nB = c\n", "abc", "= A A", ""},
      {"B = c\nA = b\n", "abc", "= A A", ""},
      {chain, "abop", "p p p =", ""},
      {"A = b = c\n", "abc", "= A A", ""},
      {"A = b\nA = c\nb = c\n", "abc", "= A A", ""},
      {"A = b\nB = c\nC = a\n", "abc", "C C =",
       "aliases.txt, lines 1, 2 and 3 go in a circle; all of these names are "
       "\"C\", by line 3"},
      {"A = b\nB = a\n", "ab", "B =",
       "aliases.txt, lines 1 and 2 go in a circle; all of these names are "
       "\"B\", by line 2"},
      {"R = a\nA = b\nB = a\n", "rab", "= R R", ""},
      {"a = b\nc = b\n", "abc", "c c =",
       "aliases.txt, lines 1 and 2 give one thing several names; it is "
       "\"c\", by line 2"},
      {"a = b\na != b\n", "ab", "= =",
       "aliases.txt, line 1: \"b\" cannot be \"a\", because line 2 parts names "
       "that would be one then; it is left out"},
      {"b != a\na = b\n", "ab", "= =",
       "aliases.txt, line 2: \"b\" cannot be \"a\", because line 1 parts names "
       "that would be one then; it is left out"},
      {"a = b\nb = c\nc = d\na != c\n", "abcd", "= a = c",
       "aliases.txt, line 2: \"c\" cannot be \"b\", because line 4 parts names "
       "that would be one then; it is left out"},
  };
  for (const auto& row : rows) {
    const NameRules rules = NameRules::Parse(row.aliases, "");
    EXPECT_EQ(AllCounted(rules, row.names), row.counted) << row.aliases;
    const auto& told =
        rules.notices().empty() ? rules.problems() : rules.notices();
    EXPECT_EQ(told.empty() ? "" : told.front(), row.told) << row.aliases;
    EXPECT_LE(rules.notices().size() + rules.problems().size(), 1U);
  }
}

TEST(NameRules, ThoseForFewerArticlesGoFirst) {
  const Article here = {{FieldId::kSource, "S"}, {FieldId::kId, "i"}};
  const struct {
    std::string aliases;
    std::string counted;  // a b c in that article
  } rows[] = {
      {"a = b\nc = b @ source: S\n", "= c ="},
      {"c = b @ id: i\na = b @ source: S\n", "= c ="},
      {"a = b @ source: s\nc = a\n", "c c ="},  // over two steps
      {"b = a\na = b @ source: S\n", "= a ="},  // a circle of two places
      {"a = b @ source: S\nb = a @ id: i\n", "b = ="},
      {"a = b\na = c\nc != b @ id: i\n", "= a ="},  // the left one goes
      {"a = b\na = c\na != b @ id: i\n", "= = a"},
      {"a = b @ source: S\na != b\n", "= = ="},
      {"a = b @ source: T\n", "= = ="},
  };
  for (const auto& row : rows)
    EXPECT_EQ(AllCounted(NameRules::Parse(row.aliases, ""), "abc", here),
              row.counted)
        << row.aliases;
}

TEST(NameRules, PartNamesOnWhicheverSide) {
  for (const std::string_view line : {"A != B\n", "B != A\n"}) {
    const NameRules rules = NameRules::Parse(line, "");
    EXPECT_EQ(Counted(rules, FieldId::kOrg, "a", "b"), "=") << line;
  }
  const NameRules rules = NameRules::Parse("T = K\na != T\n", "");
  EXPECT_EQ(Counted(rules, FieldId::kOrg, "a", "k"), "=");
  EXPECT_EQ(Counted(rules, FieldId::kOrg, "k"), "T");
}

TEST(NameRules, ReadWhatPeopleWrite) {
  const struct {
    std::string_view line;
    std::string written;  // what it says; empty: nothing
  } rows[] = {
      {"Person: Alpha = Beta", "person: Alpha = Beta"},
      {"PEOPLE:Alpha=Beta", "person: Alpha = Beta"},
      {"Company: Alpha = Beta", "org: Alpha = Beta"},
      {"entity: Alpha = Beta", "Alpha = Beta"},
      {"#Alpha = Gamma", ""},
      {"  #Alpha = Gamma", ""},
      {"\"#Alpha\" = Gamma", "\"#Alpha\" = Gamma"},
      {"Alpha = Beta @source: X", "Alpha = Beta @ source: X"},
      {"Alpha = Beta @ Source:X", "Alpha = Beta @ source: X"},
      {"Alpha = Beta\t@\tid: a/1", "Alpha = Beta @ id: a/1"},
      {"\"Alpha\tB\" = Beta", "\"Alpha\tB\" = Beta"},
      {"Alpha = @alpha", "Alpha = \"@alpha\""},
      {"“Alpha” = “Beta”", "Alpha = Beta"},
      {"„A = B“ = «Beta»", "\"A = B\" = Beta"},
      {"“Weird Al” Yankovic = Al", "\"“Weird Al” Yankovic\" = Al"},
      {"Smith, John = Beta, Gamma", "Smith, John = Beta, Gamma"},
      {"Star Trek: Picard = Picard", "Star Trek: Picard = Picard"},
      {"Yahoo! = Yahoo", "Yahoo! = Yahoo"},
      {"\"ersons:\" = Beta", "\"ersons:\" = Beta"},
  };
  for (const auto& row : rows) {
    const NameLine read = ReadAliasLine(row.line);
    EXPECT_EQ(read.wrong, "") << row.line;
    EXPECT_EQ(read.rules.empty() ? "" : WrittenRule(read.rules.front()),
              row.written)
        << row.line;
  }
  EXPECT_EQ(
      NameRules::Parse("A = b\rC = d\r\nE = f\n", "g\rh\r").rules().back().line,
      2U);
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
      {"a != b != c", "",
       "aliases.txt, line 1: two names stand beside !=, no more"},
      {"a != b = c", "",
       "aliases.txt, line 1: two names stand beside !=, no more"},
      {"a => b", "",
       "aliases.txt, line 1: => is no mark of these lines; NAME = OTHER NAME"},
      {"a = \"b", "", "aliases.txt, line 1: a quotation is not closed"},
      {"firm: a = b", "",
       "aliases.txt, line 1: firm: is no kind of names; there are person:, "
       "org: and place:, and a name with a colon stands in quotes"},
      {"", "a = b",
       "not-entities.txt, line 1: here stands one name a line; = belongs into "
       "aliases.txt"},
      {"", "org:\n", "not-entities.txt, line 1: a name is missing"},
      {"", "he @ x",
       "not-entities.txt, line 1: behind @ stands source:, "
       "section: or id: and its whole value"},
      {"\xFF = b", "", "aliases.txt, line 1: this is no text in UTF-8"},
  };
  for (const auto& row : rows) {
    const NameRules rules = NameRules::Parse(row.aliases, row.stops);
    ASSERT_EQ(rules.problems().size(), 1U) << row.aliases << row.stops;
    EXPECT_EQ(rules.problems().front(), row.problem + "; it is left out");
  }
  const std::string long_line = std::string(kMaxRuledName + 1, 'x') + " = b";
  EXPECT_EQ(NameRules::Parse(long_line, "").problems().front(),
            "aliases.txt, line 1: a name is at most 200 bytes long beside =; "
            "it is left out");
}

TEST(NameRules, OneBadLineCostsItself) {
  const NameRules rules = NameRules::Parse("nonsense\nBeijing = Peking\n", "");
  EXPECT_EQ(rules.problems().size(), 1U);
  EXPECT_EQ(Counted(rules, FieldId::kPlace, "peking"), "Beijing");
}

NameRule RandomRule(std::mt19937& random) {
  static const std::vector<std::string> kNames = {
      "A",       "Mariano Rajoy", "x = y", "he @ home", "C#",
      "org: x",  "7\" disc",      "#",     "a != b",    "Ω",
      "firm: y", "a => b",        "“x”",   "\"q\" z",   "@source: x",
      "a\tb"};
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
