#include "query/language/saved_queries.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/lexer.h"
#include "query/language/query_text.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

const Day kToday = DayFrom(2021, 3, 31);

ReadContext With(SavedQueries saved) {
  return {.today = kToday,
          .saved = std::make_shared<const SavedQueries>(std::move(saved))};
}

const ReadContext& Usual() {
  static const ReadContext context =
      With({{"word", {.text = "wheat"}},
            {"either", {.text = "wheat OR maize"}},
            {"both", {.text = "wheat\nmaize"}},
            {"phrase", {.text = "\"front line\""}},
            {"inner", {.text = "@either date:2021"}},
            {"titled", {.text = "title:rate"}},
            {"mixed", {.text = "a b OR c"}},
            {"typo", {.text = "wheat\nOR titel:x", .file = "/s/typo.query"}},
            {"uses-typo", {.text = "a @typo", .file = "/s/uses.query"}},
            {"self", {.text = "a @self", .file = "/s/self.query"}},
            {"gone", {.file = "/s/gone.query", .fault = "cannot open it"}}});
  return context;
}

TEST(SavedQueries, Names) {
  for (const std::string_view name :
       {"a", "A9", "_x", "hot-lines", "v1.2", "x.", "9"})
    EXPECT_TRUE(IsSavedName(name)) << name;
  for (const std::string_view name :
       {"", ".", "..", ".x", "-x", "a/b", "../a", "a b", "a'", "ä", "a\n", "a*",
        "@a", "a:b"})
    EXPECT_FALSE(IsSavedName(name)) << name;
  EXPECT_TRUE(IsSavedName(std::string(kMaxSavedName, 'a')));
  EXPECT_FALSE(IsSavedName(std::string(kMaxSavedName + 1, 'a')));
}

TEST(SavedQueries, FilesHoldLinesAndComments) {
  const SavedQuery query = ReadSavedQuery(
      "\xEF\xBB\xBF# for the desk\r\nhotline AND\r\n#\n  navy #MeToo\n\n", "f");
  EXPECT_EQ(query.text, "\nhotline AND\n\n  navy #MeToo");
  EXPECT_EQ(query.comments, "# for the desk\n#\n");
  EXPECT_EQ(OnOneLine(query), "hotline AND navy #MeToo");
  // A backslash escapes one blank, be it the line feed.
  EXPECT_EQ(OnOneLine(ReadSavedQuery("a\\\nb", "f")), "a\\ b");
  EXPECT_EQ(OnOneLine(ReadSavedQuery("a\\\n\nb", "f")), "a\\  b");
  EXPECT_EQ(OnOneLine(ReadSavedQuery("a\\ \n b", "f")), "a\\  b");
  EXPECT_EQ(OnOneLine(ReadSavedQuery("a\\\\\n\nb\\ ", "f")), "a\\\\ b\\ ");
  EXPECT_EQ(query.fault, "");
  EXPECT_EQ(ReadSavedQuery("", "f").text, "");
  EXPECT_NE(ReadSavedQuery("\xFF\xFEh\0", "f").fault, "");
  EXPECT_NE(ReadSavedQuery(std::string_view("a\0b", 3), "f").fault, "");
}

TEST(SavedQueries, TreesStandInBrackets) {
  const struct {
    std::string_view query;
    std::string_view read_as;
  } rows[] = {
      {"@word", "wheat"},
      {"@either rye", "(wheat OR maize) AND rye"},
      {"rye OR @both", "rye OR (wheat AND maize)"},
      {"-@either", "NOT (wheat OR maize)"},
      {"NOT @word", "NOT wheat"},
      {"@phrase W/5 @either", "\"front line\" W/5 (wheat OR maize)"},
      {"atleast2(@word)", "atleast2(wheat)"},
      {"title:(@either)", "title:wheat OR title:maize"},
      {"(@inner) rye",
       "((wheat OR maize) AND date:2021-01-01..2021-12-31) AND rye"},
      {"@titled", "title:rate"},
      // Text, as ever.
      {"\\@word", "\\@word"},
      {"\"@word\"", "\"@word\""},
      {"mara@word", "mara@word"},
      {"byline:@word", "byline:\\@word"},
      {"=@word", "=\\@word"},
      {"https://x.example/@word", "https://x.example/@word"},
      {"a @ b", "a AND b"},
      {"a @. b", "a AND b"},
  };
  for (const auto& row : rows) {
    const ReadQuery read = ReadQueryText(row.query, Usual());
    EXPECT_EQ(FormatDiagnostics("q", row.query, read.errors), "");
    EXPECT_EQ(ToQueryText(read.tree), row.read_as) << row.query;
    // What is written out needs no saved search.
    const std::string written = ToQueryText(read.tree);
    EXPECT_EQ(ToString(ReadQueryText(written, {.today = kToday}).tree),
              ToString(read.tree))
        << row.query;
  }
}

TEST(SavedQueries, MistakesPointAtTheName) {
  const struct {
    std::string_view query;
    std::string_view message;
    std::string_view offers;
    Span span;
  } rows[] = {
      {"a @wrod",
       "there is no saved search \"wrod\"",
       "@word or \\@wrod (the word itself)",
       {2, 7}},
      {"a @handle",
       "there is no saved search \"handle\"",
       "\\@handle (the word itself)",
       {2, 9}},
      {"a @xyz*",
       "\"@xyz*\" names no saved search: a name is made of letters a to z, "
       "digits, -, _ and .; at most 64",
       "\\@xyz* (the word itself)",
       {2, 7}},
      {"a @typo",
       "/s/typo.query, line 2: there is no field \"titel\"",
       "",
       {2, 7}},
      {"a @uses-typo",
       "/s/typo.query, line 2: there is no field \"titel\"",
       "",
       {2, 12}},
      {"a @self",
       "/s/self.query, line 1: saved searches go round in a circle: @self, "
       "@self",
       "",
       {2, 7}},
      {"a @gone", "/s/gone.query: cannot open it", "", {2, 7}},
      {"a W/5 @both",
       "AND cannot stand inside W/5",
       "(a W/5 wheat) AND (a W/5 maize) or a W/5 (wheat OR maize)",
       {6, 11}},
      {"lead:(@titled)",
       "\"title:\" stands inside the brackets of \"lead:\"",
       "",
       {6, 6}},
  };
  for (const auto& row : rows) {
    const ReadQuery read = ReadQueryText(row.query, Usual());
    ASSERT_EQ(read.errors.size(), 1U) << row.query;
    const Diagnostic& mistake = read.errors.front();
    EXPECT_EQ(MessageOf(mistake), row.message);
    EXPECT_EQ(ToText(mistake.offers), row.offers) << row.query;
    EXPECT_EQ(mistake.span.begin, row.span.begin) << row.query;
    EXPECT_EQ(mistake.span.end, row.span.end) << row.query;
  }
}

TEST(SavedQueries, NoticesNameTheSearch) {
  const ReadQuery read = ReadQueryText("@mixed", Usual());
  ASSERT_EQ(read.notices.size(), 1U);
  EXPECT_EQ(read.notices[0].message,
            "in @mixed: AND binds tighter than OR; read as (a AND b) OR c");
  ReadContext strict = Usual();
  strict.parse.mixed = MixedOperators::kError;
  EXPECT_FALSE(ReadQueryText("@mixed", strict).errors.empty());
}

TEST(SavedQueries, LeniencyReadsTheNameAsAWord) {
  ReadContext lenient = Usual();
  lenient.leniency = Leniency::kPlainWords;
  const ReadQuery read = ReadQueryText("navy @handle", lenient);
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.notices.size(), 2U);
  EXPECT_EQ(read.notices[1].message, "read as navy AND \\@handle");
}

TEST(SavedQueries, AQuestionMarkIsNoPartOfAName) {
  ReadContext question = Usual();
  question.parse.space = SpaceMeans::kOr;
  const ReadQuery read = ReadQueryText("what of @either?", question);
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(ToQueryText(read.tree), "what OR of OR (wheat OR maize)");
}

std::string Times(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

TEST(SavedQueries, LimitsAreErrors) {
  SavedQueries saved;
  // Twelve in each other; a hundred times a hundred times a hundred words.
  for (int i = 1; i <= 12; ++i)
    saved["n" + std::to_string(i)] = {.text = "@n" + std::to_string(i + 1)};
  saved["n13"] = {.text = "wheat"};
  saved["x1"] = {.text = Times(100, "@x2 ")};
  saved["x2"] = {.text = Times(100, "@x3 ")};
  saved["x3"] = {.text = Times(100, "a ")};
  saved["deep"] = {.text = Times(60, "NOT (a ") + Times(60, ")")};
  saved["deeper"] = {.text = "NOT (b @deep)"};
  const ReadContext context = With(std::move(saved));
  const struct {
    std::string query;
    std::string_view message;
  } rows[] = {
      {"@n1", "saved searches stand within each other at most 10 deep"},
      {"@n12 @n8 @n1",
       "saved searches stand within each other at most 10 deep"},
      {"@x1", "a query has at most 10,000 terms"},
      {"@x2 @x2", "a query has at most 10,000 terms"},
      {"@deeper", "nested more than 100 deep"},
  };
  for (const auto& row : rows) {
    const ReadQuery read = ReadQueryText(row.query, context);
    ASSERT_FALSE(read.errors.empty()) << row.query;
    EXPECT_EQ(read.errors.front().message, row.message) << row.query;
  }
  for (const std::string query : {"@n4", "@x2", "@x3 @x3"})
    EXPECT_TRUE(ReadQueryText(query, context).errors.empty()) << query;
}

}  // namespace
}  // namespace archive
