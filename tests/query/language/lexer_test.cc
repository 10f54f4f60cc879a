#include "query/language/lexer.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::string Show(const QueryToken& token) {
  switch (token.kind) {
    case TokenKind::kWord:
      return token.text;
    case TokenKind::kQuoted:
      return "'" + token.text + (token.closed ? "'" : "");
    case TokenKind::kField:
      return token.text + ":";
    case TokenKind::kCall:
      return token.text + "(";
    case TokenKind::kTilde:
      return "~" + token.text;
    case TokenKind::kEnd:
      return "";
    default:
      return token.text;
  }
}

std::string Show(std::string_view query) {
  std::string out;
  for (const QueryToken& token : Lex(query)) {
    if (token.kind == TokenKind::kEnd) break;
    if (!out.empty()) out += " ";
    out += Show(token);
  }
  return out;
}

struct Case {
  std::string_view query;
  std::string_view tokens;
};

TEST(Lexer, Tokens) {
  const std::vector<Case> cases = {
      {"", ""},
      {" \t\n", ""},
      {"military hotline", "military hotline"},
      {"(a b)c", "( a b ) c"},
      {"\"military hotline\"~3", "'military hotline' ~3"},
      {"“curly” „low“ «angle» »angle« ”swedish”",
       "'curly' 'low' 'angle' 'angle' 'swedish'"},
      {"“mixed\"", "'mixed'"},
      {"\"say \\\"no\\\"\"", "'say \"no\"'"},
      {"\"open", "'open"},
      {"(\"open)", "( 'open )"},
      {"צה\"ל", "צה\"ל"},
      {"title:harbour", "title: harbour"},
      {"TITLE:harbour", "title: harbour"},
      {"date-source:path", "date-source: path"},
      {"title: harbour", "title: harbour"},
      {"title:\"a b\"", "title: 'a b'"},
      {"title:(a", "title: ( a"},
      {"uid:urn:newsml:1", "uid: urn:newsml:1"},
      {"http://x/?a*", "http://x/?a*"},
      {"10:30", "10:30"},
      {"foo_bar:x a.b:c", "foo_bar:x a.b:c"},
      {"title\\:x", "title:x"},
      {"date:>=2020 words:<5", "date: >= 2020 words: < 5"},
      {"a>=b", "a>=b"},
      {"date:[2020 TO *]", "date: 2020.."},
      {"date:[2020-01 to 2021]", "date: 2020-01..2021"},
      {"[a b]", "[a b]"},
      {"-a -(b) -\"c d\" -title:x -=rate",
       "- a - ( b ) - 'c d' - title: x - = rate"},
      {"a-b - --c -", "a-b - --c -"},
      {"(-a)", "( - a )"},
      {"=rate title:=rate atleast3(=rate) a=b",
       "= rate title: = rate atleast3( = rate ) a=b"},
      {"gorbachov~ gorbachov~2 a~b ~2 x\\~2",
       "gorbachov ~ gorbachov ~2 a~b ~2 x~2"},
      {"date:~2021-03-02", "date: ~2021-03-02"},
      {"AtLeast5(a) atleast(b) atleast5 (c) caps(d) xcaps(e)",
       "atleast5( a ) atleast( b ) atleast5 ( c ) caps( d ) xcaps ( e )"},
      {"W/5(a)", "W/5 ( a )"},
      {"AT&T F-16 O'Brien 2021/10/25", "AT&T F-16 O'Brien 2021/10/25"},
      {"a\xC2\xA0z", "a z"},
      {"\\", "\\"},
      {"a\\ b", "a b"},
  };
  for (const Case& c : cases) EXPECT_EQ(Show(c.query), c.tokens) << c.query;
}

TEST(Lexer, EscapedCharactersAreLiteral) {
  const std::vector<QueryToken> tokens = Lex("a\\*b*");
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].text, "a*b*");
  EXPECT_TRUE(tokens[0].literal[1]);
  EXPECT_FALSE(tokens[0].literal[3]);
}

TEST(Lexer, OperatorsAreWordsOfTheirOwn) {
  struct Row {
    std::string_view word;
    std::string_view keyword;
    int number;
  };
  const std::vector<Row> rows = {
      {"OR", "OR", 0},       {"AND", "AND", 0},
      {"NOT", "NOT", 0},     {"NEAR", "NEAR", 10},
      {"ADJ", "ADJ", 1},     {"w/5", "W", 5},
      {"Pre/12", "PRE", 12}, {"near/3", "NEAR", 3},
      {"adj/0", "ADJ", 0},   {"w/s", "W/S", 0},
      {"W/p", "W/P", 0},     {"or", "", 0},
      {"near", "", 0},       {"W", "", 0},
      {"PRE", "", 0},        {"w/o", "", 0},
      {"W/", "", 0},         {"AND/OR", "", 0},
      {"\\OR", "", 0},       {"\\W/5", "", 0},
      {"W/S5", "", 0},       {"W/99999999999999999999", "W", 1'000'000},
  };
  for (const Row& row : rows) {
    const auto use = ReadOperator(Lex(row.word).front());
    EXPECT_EQ(use.has_value(), !row.keyword.empty()) << row.word;
    if (!use) continue;
    EXPECT_EQ(use->op->keyword, row.keyword) << row.word;
    EXPECT_EQ(use->number, row.number) << row.word;
  }
}

TEST(Lexer, EveryByteStringIsTokensInOrder) {
  std::mt19937 random(7);
  const std::string alphabet =
      "ab()\"\\:~=-*?[]<>!/ 1\xE2\x80\x9C\x9D\xC2\xAB\xFF";
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    const std::size_t size = random() % 24;
    while (query.size() < size) query += alphabet[random() % alphabet.size()];
    std::size_t at = 0;
    const std::vector<QueryToken> tokens = Lex(query);
    for (const QueryToken& token : tokens) {
      ASSERT_GE(token.span.begin, at) << query;
      ASSERT_GE(token.span.end, token.span.begin) << query;
      ASSERT_LE(token.span.end, query.size()) << query;
      at = token.span.end;
    }
    ASSERT_EQ(tokens.back().kind, TokenKind::kEnd);
  }
}

}  // namespace
}  // namespace archive
