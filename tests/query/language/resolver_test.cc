#include "query/language/resolver.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/field_names.h"
#include "query/language/operators.h"
#include "query/language/query_text.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

// Today is Wednesday, 31 March 2021.
ReadQuery Read(std::string_view query) {
  return ReadQueryText(query, {.today = DayFrom(2021, 3, 31)});
}

struct Case {
  std::string query;
  std::string tree;
};

// Resolved trees, written out, must also read back as themselves.
void CheckAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const ReadQuery read = Read(c.query);
    EXPECT_EQ(ToString(read.tree), c.tree) << c.query;
    for (const Diagnostic& error : read.errors)
      ADD_FAILURE() << c.query << ": " << error.message;
    const std::string written = ToQueryText(read.tree);
    EXPECT_EQ(ToString(Read(written).tree), c.tree) << written;
  }
}

TEST(Resolver, Words) {
  CheckAll({
      {"hotline", R"("hotline")"},
      {"text:hotline", R"("hotline")"},
      {"=hotline", R"(="hotline")"},
      {"title:rates", R"((title "rates"))"},
      {"headline:rates", R"((title "rates"))"},
      {"HL:=rates", R"((title ="rates"))"},
      {"hlead:rates", R"((or (title "rates") (lead "rates")))"},
      {"source:courier", R"((source ="courier"))"},
      {"source:(AP OR Reuters)", R"((or (source ="AP") (source ="Reuters")))"},
      {"by:\"a b\"", R"((byline (phrase "a b")))"},
      {"title:terror*", R"((title (like "terror*")))"},
      {"path:\"2021/03/02\"", R"((path (phrase "2021/03/02")))"},
      {"10:30", R"("10:30")"},
      {"*", "*"},
      {"text:*", "(or (has title) (has body) (has caption))"},
      {"wait...what", R"("wait...what")"},
  });
}

TEST(Resolver, WholeValues) {
  CheckAll({
      {"topic:nat-gas", R"((topic (value "nat-gas")))"},
      {"topic:nat-*", R"((topic (value "nat-*")))"},
      {"topic:n*", R"((topic (value "n*")))"},
      {"topic:\"natural gas\"", R"((topic (value "natural gas")))"},
      {"language:de", R"((lang (value "de")))"},
      {"uid:urn:newsml:1", R"((uid (value "urn:newsml:1")))"},
      {"url:https://x.example/?a*",
       R"((url (value "https://x.example/\?a\*")))"},
      {"url:\"https://x.example/*\"", R"((url (value "https://x.example/*")))"},
      {"place:\"South Korea\"", R"((place (value "South Korea")))"},
      {"place:korea", R"((place ="korea"))"},
      {"company:opec*", R"((org (like "opec*")))"},
      {"entity:opec", R"((or (person ="opec") (org ="opec") (place ="opec")))"},
      {"entity:\"the hague\"",
       R"((or (person (value "the hague")) (org (value "the hague")) )"
       R"((place (value "the hague"))))"},
  });
}

// In fields of names; in running text the sign changes nothing of a phrase.
TEST(Resolver, EqualsAsksForTheWholeValue) {
  CheckAll({
      {"source:=courier", R"((source (counted "courier")))"},
      {"source:=\"corpus wire\"", R"((source (counted "corpus wire")))"},
      {"-agency:=AP", R"((not (agency (counted "AP"))))"},
      {"place:=korea", R"((place (counted "korea")))"},
      {"place:=\"South Korea\"", R"((place (counted "South Korea")))"},
      {"title:=\"a b\"", R"((title (phrase "a b")))"},
      {"=\"a b\"", R"((phrase "a b"))"},
      {"source:=\"a b\"~2", R"((source (window/2 "a b")))"},
      {"caption:=harbour", R"((caption ="harbour"))"},
      {"caption:=\"a b\"", R"((caption (phrase "a b")))"},
  });
}

TEST(Resolver, Dates) {
  CheckAll({
      {"date:2021-03-02", "(date 2021-03-02)"},
      {"published:2021-03", "(date 2021-03-01..2021-03-31)"},
      {"date:\"2 March 2021\"", "(date 2021-03-02)"},
      {"date:2020-11..2021-03", "(date 2020-11-01..2021-03-31)"},
      {"date:2020/2021", "(date 2020-01-01..2021-12-31)"},
      {"date:[2020 TO 2021]", "(date 2020-01-01..2021-12-31)"},
      {"date:[* TO 2021]", "(date ..2021-12-31)"},
      {"date:2020..", "(date 2020-01-01..)"},
      {"date:>=2020", "(date 2020-01-01..)"},
      {"date:>2020", "(date 2021-01-01..)"},
      {"date:<1990-06-15", "(date ..1990-06-14)"},
      {"date:<=1990", "(date ..1990-12-31)"},
      {"since:2020", "(date 2020-01-01..)"},
      {"until:1953", "(date ..1953-12-31)"},
      {"after:2020-03", "(date 2020-04-01..)"},
      {"before:2020-03", "(date ..2020-02-29)"},
      {"since:30d", "(date 2021-03-01..)"},
      {"date:30d..", "(date 2021-03-01..)"},
      {"date:last-week", "(date 2021-03-22..2021-03-28)"},
      {"date:(2019 OR 2021-03)",
       "(or (date 2019-01-01..2019-12-31) (date 2021-03-01..2021-03-31))"},
      {"date:*-04-13", "(date *-04-13)"},
      {"date:~2021-03-02", "(date ~2021-03-02)"},
      {"date:~2021-03", "(date ~2021-03-01..2021-03-31)"},
      {"added:2021..", "(added 2021-01-01..)"},
      {"-date:2021", "(not (date 2021-01-01..2021-12-31))"},
  });
}

TEST(Resolver, NumbersAndPresence) {
  CheckAll({
      {"words:500..", "(words 500..)"},
      {"words:..1,204", "(words ..1204)"},
      {"words:>500", "(words >500)"},
      {"words:<=500", "(words ..500)"},
      {"words:500", "(words 500)"},
      {"words:[1 TO 5]", "(words 1..5)"},
      {"date-confidence:0.9..", "(date-confidence 0.9..)"},
      {"has:byline", "(has byline)"},
      {"has:Author", "(has byline)"},
      {"missing:date", "(not (has date))"},
      {"date:*", "(has date)"},
      {"topic:*", "(has topic)"},
      {"has:hlead", "(or (has title) (has lead))"},
      {"missing:(title OR byline)",
       "(or (not (has title)) (not (has byline)))"},
  });
}

TEST(Resolver, Distances) {
  CheckAll({
      {"title:(a1 W/5 b1)", R"((near/5 (title "a1") (title "b1")))"},
      {"hlead:(a1 W/5 b1)",
       R"((near/5 (or (title "a1") (lead "a1")) (or (title "b1") (lead "b1"))))"},
      {"a1 W/5 title:b1", R"((near/5 "a1" (title "b1")))"},
      {"lead:a1 W/5 body:b1", R"((near/5 (lead "a1") (body "b1")))"},
      {"source:(a1 ADJ b1)", R"((pre/1 (source ="a1") (source ="b1")))"},
      {"atleast3(hlead:a1)", R"((atleast/3 (or (title "a1") (lead "a1"))))"},
  });
}

TEST(Resolver, EveryExampleOfTheSchemaIsUnderstood) {
  for (const Field& field : kFields) {
    const ReadQuery read = Read(field.example);
    EXPECT_TRUE(read.errors.empty())
        << field.example << ": " << read.errors[0].message;
    EXPECT_TRUE(read.notices.empty()) << field.example;
  }
  for (const Operator& op : kOperators)
    EXPECT_TRUE(Read(op.example).errors.empty()) << op.example;
  for (const DateShorthand& row : kDateShorthands)
    EXPECT_TRUE(Read(row.example).errors.empty()) << row.example;
}

TEST(Resolver, Mistakes) {
  struct Row {
    std::string query;
    std::string message;
    std::string offers;
  };
  const std::vector<Row> rows = {
      {"titel:x", "there is no field \"titel\"", "title:x"},
      {"Re:foo", "there is no field \"re\"", "\"re:foo\""},
      {"qqqq:foo", "there is no field \"qqqq\"", "\"qqqq:foo\""},
      {"bylin:(x OR y)", "there is no field \"bylin\"", ""},
      {"has:bylin", "has: takes the name of a field; \"bylin\" is none",
       "has:byline"},
      {"has:missing", "has: takes the name of a field; \"missing\" is none",
       "has:date"},
      {"missing:*", "missing: takes the name of a field; \"*\" is none",
       "missing:date"},
      {"title:>5", "title: is text and has no ranges", ""},
      {"title:2020..2021", "title: is text and has no ranges",
       "date:2020..2021"},
      {"2020..2021", "a range needs a field of dates or numbers",
       "date:2020..2021"},
      {"words:\"500\"", "words: takes a number or a range", "words:500"},
      {"words:many", "words: takes a number or a range; \"many\" is none", ""},
      {"words:500-1000",
       "words: takes a number or a range; \"500-1000\" is none",
       "words:500..1000"},
      {"words:9..5", "9 is more than 5", "words:5..9"},
      {"words:nan", "words: takes a number or a range; \"nan\" is none", ""},
      {"date:03/04/2020", "03/04/2020 can be read in two ways",
       "date:2020-04-03 (3 April) or date:2020-03-04 (4 March)"},
      {"date:2021..2020", "2021 comes after 2020", "date:2020..2021"},
      {"date:2021-02-30", "there is no 30 February 2021", "date:2021-02"},
      {"date:3m", "3m can be minutes or months", "date:3mo (months)"},
      {"date:yesteday", "\"yesteday\" is not a date; did you mean yesterday?",
       "date:yesterday"},
      {"date:\"2 Marhc 2021\"",
       "\"2 marhc 2021\" is not a date; did you mean March?",
       "date:\"2 march 2021\""},
      {"date:2020~", "~ goes before a date, not behind it", "date:~2020"},
      {"date:>03/04/2020", "03/04/2020 can be read in two ways",
       "date:>2020-04-03 (3 April) or date:>2020-03-04 (4 March)"},
      {"since:2020..2021", "\"since:\" takes one date, not a range",
       "date:2020..2021"},
      {"date:>9999", "years run from 0001 to 9999", ""},
      {"a*", "a wildcard needs at least two letters beside it", ""},
      {"\"ab* c?\"", "a wildcard needs at least two letters beside it", ""},
      {"topic:gas~", "topic: takes whole values; wildcards are allowed", ""},
      {"topic:a1 W/5 topic:b1",
       "W/5 needs words; \"topic:a1\" has no places in the text", ""},
      {"title:a1 W/5 body:b1",
       "W/5 holds within one field, and these are in several", ""},
      {"atleast3(date:2020)",
       "atleast needs words; \"date:2020-01-01..2020-12-31\" has no places in "
       "the text",
       ""},
  };
  for (const Row& row : rows) {
    const ReadQuery read = Read(row.query);
    ASSERT_EQ(read.errors.size(), 1U) << row.query;
    EXPECT_EQ(read.errors[0].message, row.message) << row.query;
    EXPECT_EQ(ToText(read.errors[0].offers), row.offers) << row.query;
  }
}

TEST(Resolver, EveryLeafOfTheResultHasAField) {
  const auto check = [](const auto& self, const Node& node) -> void {
    const std::vector<Node>* operands = OperandsOf(node);
    if (operands == nullptr) {
      EXPECT_TRUE(node.field_id.has_value()) << ToString(node);
      return;
    }
    for (const Node& operand : *operands) self(self, operand);
  };
  for (const std::string query :
       {"a b", "entity:x has:hlead", "missing:date", "foo:x", "date:never",
        "title:>5", "a1 W/5 topic:b", "*", "since:2020"})
    check(check, Read(query).tree);
}

TEST(Resolver, TheSameFieldTwiceIsRemarkedOn) {
  const ReadQuery read = Read("source:AP source:Reuters");
  ASSERT_EQ(read.notices.size(), 1U);
  EXPECT_EQ(read.notices[0].message,
            "both \"source:\" must hold; for either, write source:AP OR "
            "source:Reuters");
  EXPECT_TRUE(Read("topic:a topic:b title:c title:d").notices.empty());
}

TEST(Resolver, TooManyTermsIsALimit) {
  std::string query = "entity:(";
  while (query.size() < 9'990) query += "a ";
  const ReadQuery read = Read(query + ")");
  ASSERT_EQ(read.errors.size(), 1U);
  EXPECT_EQ(read.errors[0].message, "a query has at most 10,000 terms");
}

}  // namespace
}  // namespace archive
