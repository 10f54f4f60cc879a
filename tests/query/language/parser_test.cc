#include "query/language/parser.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/operators.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

struct Case {
  std::string query;
  std::string tree;
};

void CheckAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const ParsedQuery parsed = Parse(c.query);
    EXPECT_EQ(ToString(parsed.tree), c.tree) << c.query;
    for (const Diagnostic& error : parsed.errors)
      ADD_FAILURE() << c.query << ": " << error.message;
  }
}

TEST(Parser, Words) {
  CheckAll({
      {"", "*"},
      {"hotline", R"("hotline")"},
      {"=hotline", R"(="hotline")"},
      {"\"military hotline\"", R"((phrase "military hotline"))"},
      {"=\"military hotline\"", R"((whole "military hotline"))"},
      {"\"military hotline\"~3", R"((window/3 "military hotline"))"},
      {"terror*", R"((like "terror*"))"},
      {"wom?n", R"((like "wom?n"))"},
      {"a**b", R"((like "a*b"))"},
      {R"(terror\*)", R"("terror*")"},
      {R"("terror* \*")", R"((phrase "terror* \*"))"},
      {"gorbachov~", R"((fuzzy/1 "gorbachov"))"},
      {"gorbachov~2", R"((fuzzy/2 "gorbachov"))"},
      {"\"gorbachov~\"", R"((fuzzy/1 "gorbachov"))"},
      {"\"mik* gorbachov~2\"",
       R"((pre/1 (like "mik*") (fuzzy/2 "gorbachov")))"},
      // Any white space parts words.
      {"\"mik*\n\tgorbachov~2\u3000\"",
       R"((pre/1 (like "mik*") (fuzzy/2 "gorbachov")))"},
      {"\"mikhail gorbachov~\" W/5 x",
       R"((near/5 (pre/1 ="mikhail" (fuzzy/1 "gorbachov")) "x"))"},
      {"\"mikhail gorbachov~\"~3",
       R"((near/4 ="mikhail" (fuzzy/1 "gorbachov")))"},
      {"\"a ~ b\"", R"((phrase "a \~ b"))"},
      {"\"a\\~ b\"", R"((phrase "a\~ b"))"},
      {"caps(polish)", R"((caps "polish"))"},
      {"AllCaps(who)", R"((allcaps "who"))"},
      {"*", "*"},
      {"**", "*"},
      {"http://x/?a*", R"("http://x/?a*")"},
      {R"(\OR)", R"("OR")"},
      {"\"OR\"", R"((phrase "OR"))"},
      {"=OR", R"(="OR")"},
      {"-5", R"((not "5"))"},
      {"W PRE", R"((and "W" "PRE"))"},
  });
}

TEST(Parser, WordsWithoutALetterAreLeftOut) {
  CheckAll({
      {"cease - fire", R"((and "cease" "fire"))"},
      {"AT & T", R"((and "AT" "T"))"},
      {"a — b …", R"((and "a" "b"))"},
      {"a ? b", R"((and "a" "b"))"},
      {"#MeToo", R"("#MeToo")"},
      {"--Reuters", R"("--Reuters")"},
  });
}

TEST(Parser, Precedence) {
  CheckAll({
      {"a b OR c", R"((or (and "a" "b") "c"))"},
      {"a OR b AND c", R"((or "a" (and "b" "c")))"},
      {"a b AND c", R"((and "a" "b" "c"))"},
      {"(a AND b) AND c", R"((and (and "a" "b") "c"))"},
      {"a OR b OR c", R"((or "a" "b" "c"))"},
      {"a NOT b", R"((and "a" (not "b")))"},
      {"a AND NOT b", R"((and "a" (not "b")))"},
      {"a -b", R"((and "a" (not "b")))"},
      {"a OR NOT b", R"((or "a" (not "b")))"},
      {"NOT a b", R"((and (not "a") "b"))"},
      {"NOT NOT a", R"((not (not "a")))"},
      {"NOT a W/5 b", R"((not (near/5 "a" "b")))"},
      {"-a W/5 b", R"((not (near/5 "a" "b")))"},
      {"a NEAR/5 b c", R"((and (near/5 "a" "b") "c"))"},
      // In small letters they are words.
      {"cats and dogs", R"((and "cats" "and" "dogs"))"},
      {"(a OR b)c", R"((and (or "a" "b") "c"))"},
      {"a(b)", R"((and "a" "b"))"},
  });
}

TEST(Parser, Proximity) {
  CheckAll({
      {"a W/5 b", R"((near/5 "a" "b"))"},
      {"a near/5 b", R"((near/5 "a" "b"))"},
      {"a NEAR b", R"((near/10 "a" "b"))"},
      {"a PRE/5 b", R"((pre/5 "a" "b"))"},
      {"a ADJ b", R"((pre/1 "a" "b"))"},
      {"a W/S b", R"((w/s "a" "b"))"},
      {"a w/p b", R"((w/p "a" "b"))"},
      {"a W/5 b W/5 c", R"((near/5 "a" "b" "c"))"},
      {"a W/5 b NEAR/5 c", R"((near/5 "a" "b" "c"))"},
      {"(a W/5 b) W/5 c", R"((near/5 (near/5 "a" "b") "c"))"},
      {"(a W/5 b) PRE/3 c", R"((pre/3 (near/5 "a" "b") "c"))"},
      {"(a OR \"b c\") W/5 d*e?f",
       R"((near/5 (or "a" (phrase "b c")) (like "d*e?f")))"},
      {"=a W/5 caps(b)", R"((near/5 ="a" (caps "b")))"},
      {"title:(a W/5 b)", R"((near/5 (title "a") (title "b")))"},
      {"a W/1000 b", R"((near/1000 "a" "b"))"},
  });
}

TEST(Parser, Calls) {
  CheckAll({
      {"atleast5(a)", R"((atleast/5 "a"))"},
      {"ATLEAST5(\"a b\")", R"((atleast/5 (phrase "a b")))"},
      {"atleast3(=rate)", R"((atleast/3 ="rate"))"},
      {"atleast3(rate*)", R"((atleast/3 (like "rate*")))"},
      {"atleast3((rate))", R"((atleast/3 "rate"))"},
      {"title:atleast2(a)", R"((atleast/2 (title "a")))"},
      {"atleast2(title:a)", R"((atleast/2 (title "a")))"},
      {"a -atleast2(b)", R"((and "a" (not (atleast/2 "b"))))"},
      {"atleast5", R"("atleast5")"},
      {"caps (polish)", R"((and "caps" "polish"))"},
  });
}

TEST(Parser, Fields) {
  CheckAll({
      {"title:harbour", R"((title "harbour"))"},
      {"Title:=rate", R"((title ="rate"))"},
      {"title:\"a b\"", R"((title (phrase "a b")))"},
      {"title:(a OR b)", R"((or (title "a") (title "b")))"},
      {"title:(a -b)", R"((and (title "a") (not (title "b"))))"},
      {"date:>=2020", R"((date (>= "2020")))"},
      {"date:2020..2021 a", R"((and (date "2020..2021") "a"))"},
      {"date:[2020 TO 2021]", R"((date "2020..2021"))"},
      {"words:<5", R"((words (< "5")))"},
      {"uid:urn:newsml:1", R"((uid "urn:newsml:1"))"},
      {"foo_bar:x", R"("foo_bar:x")"},
      {"10:30", R"("10:30")"},
      {"date:*-04-13", R"((date (like "*-04-13")))"},
      {"date:~2021-03-02", R"((date "~2021-03-02"))"},
      {"title:or", R"((title "or"))"},
      {"date:-30d", R"((date "-30d"))"},
  });
}

TEST(Parser, OperatorExamplesParseAndComeBack) {
  for (const Operator& op : kOperators) {
    const ParsedQuery parsed = Parse(std::string(op.example));
    EXPECT_TRUE(parsed.errors.empty()) << op.example;
    EXPECT_EQ(ToString(Parse(ToQueryText(parsed.tree)).tree),
              ToString(parsed.tree))
        << op.example;
  }
}

TEST(Parser, Spans) {
  const ParsedQuery parsed = Parse("ab (title:cd OR ef)");
  EXPECT_EQ(parsed.tree.span, (Span{0, 19}));
  const Node& group = (*OperandsOf(parsed.tree))[1];
  EXPECT_EQ(group.span, (Span{3, 19}));
  const Node& leaf = OperandsOf(group)->front();
  EXPECT_EQ(leaf.span, (Span{4, 12}));
  EXPECT_EQ(leaf.field_span, (Span{4, 10}));
  EXPECT_EQ(ValueSpanOf(leaf), (Span{10, 12}));
}

std::string NoticesOf(const std::string& query) {
  std::string out;
  for (const Notice& notice : Parse(query).notices)
    out += notice.message + "\n";
  return out;
}

TEST(Parser, Notices) {
  EXPECT_EQ(NoticesOf("wheat or maize"),
            "\"or\" was read as a word; write OR\n");
  EXPECT_EQ(NoticesOf("wheat not maize"),
            "\"not\" was read as a word; write NOT\n");
  EXPECT_EQ(NoticesOf("or maize"), "");
  EXPECT_EQ(NoticesOf("title:or maize"), "");
  EXPECT_EQ(NoticesOf("wheat and maize"), "");
  EXPECT_EQ(NoticesOf("US grain OR wheat"),
            "AND binds tighter than OR; read as (US AND grain) OR wheat\n");
  EXPECT_EQ(NoticesOf("(US grain) OR wheat"), "");
  EXPECT_EQ(NoticesOf("a OR b OR c"), "");
}

TEST(Parser, NoticesOfWhatOtherEnginesRead) {
  const std::string plus =
      "the + was left out; all words must be there where no OR stands\n";
  EXPECT_EQ(NoticesOf("+war peace"), "\"+war\": " + plus);
  EXPECT_EQ(NoticesOf("war^2"),
            "\"war^2\": ^ was read as a space; words cannot be given "
            "weights\n");
  EXPECT_EQ(NoticesOf("title:war^1.5"),
            "\"war^1.5\": ^ was read as a space; words cannot be given "
            "weights\n");
  EXPECT_EQ(NoticesOf("/wars?/"),
            "\"/wars?/\": was read as words; regular expressions are not in "
            "this version, * and ? are\n");
  EXPECT_EQ(NoticesOf("oil w/seg price"),
            "\"w/seg\": was read as words; W/P is within a paragraph, "
            "title:(a b) within a field\n");
  for (const char* const meant :
       {"C++", "+1", "+44", "\"+war\"", "\\+war", "x^", "^2", "2^x",
        "/etc/passwd", "/2021/03/", "path:\"/wars?/\"", "w/segovia"})
    EXPECT_EQ(NoticesOf(meant), "") << meant;
}

TEST(Parser, StrictMakesAMistakeOfMixing) {
  const ParsedQuery parsed =
      Parse("US grain OR wheat", {.mixed = MixedOperators::kError});
  ASSERT_EQ(parsed.errors.size(), 1U);
  EXPECT_EQ(ToText(parsed.errors[0].offers), "(US AND grain) OR wheat");
  EXPECT_TRUE(parsed.notices.empty());
}

TEST(Parser, WhatIsWrongStillYieldsATree) {
  const std::vector<Case> cases = {
      {"(a b", R"((and "a" "b"))"},
      {"a) b", R"((and "a" "b"))"},
      {"\"a b", R"((phrase "a b"))"},
      {"a AND", R"("a")"},
      {"OR a", R"("a")"},
      {"a AND OR b", R"((or "a" "b"))"},
      {"AND", "*"},
      {"() a", R"("a")"},
      {"a title:", R"("a")"},
      {"title: a", R"((title "a"))"},
      {"(a AND b) W/5 c", R"((and (and "a" "b") "c"))"},
      {"a W/5 NOT b", R"((and "a" (not "b")))"},
      {"a W/5 b PRE/2 c", R"((pre/2 (near/5 "a" "b") "c"))"},
      {"a W/0 b", R"((near/1 "a" "b"))"},
      {"atleast2(a OR b)", R"((or "a" "b"))"},
      {"caps(a b)", R"((and "a" "b"))"},
      {"=title:a", R"((title "a"))"},
      {"- a", R"("a")"},
  };
  for (const Case& c : cases) {
    const ParsedQuery parsed = Parse(c.query);
    EXPECT_EQ(ToString(parsed.tree), c.tree) << c.query;
    EXPECT_EQ(parsed.errors.empty(), c.query == "- a") << c.query;
  }
}

TEST(Parser, LimitsAreNamed) {
  const auto only_error = [](const std::string& query) {
    const ParsedQuery parsed = Parse(query);
    return parsed.errors.size() == 1 ? parsed.errors[0].message
                                     : std::to_string(parsed.errors.size());
  };
  EXPECT_EQ(only_error(std::string(5'000, '(')), "nested more than 100 deep");
  EXPECT_EQ(only_error(std::string(99, '(') + "a" + std::string(99, ')')), "0");
  std::string nots;
  for (int i = 0; i < 2'000; ++i) nots += "NOT ";
  EXPECT_EQ(only_error(nots + "a"), "nested more than 100 deep");
  std::string equals;
  for (int i = 0; i < 2'000; ++i) equals += "=a:";
  EXPECT_LE(Parse(equals).errors.size(), 101U);
  EXPECT_EQ(only_error(std::string(10'001, 'a')),
            "a query is at most 10,000 bytes long");
  EXPECT_EQ(only_error("a W/1001 b"), "a distance is at most 1,000 words");
}

}  // namespace
}  // namespace archive
