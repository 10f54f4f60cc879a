#include "query/language/diagnostics.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/characters.h"

namespace archive {
namespace {

TEST(Diagnostics, OneScreenAMistake) {
  EXPECT_EQ(
      FormatDiagnostics("archive-query", "(a AND b",
                        {{"the bracket is never closed", {0, 1}, "(a AND b)"},
                         {"b is odd", {7, 8}, ""}}),
      "archive-query: the bracket is never closed\n"
      "  (a AND b\n"
      "  ^\n"
      "try: (a AND b)\n"
      "\n"
      "archive-query: b is odd\n"
      "  (a AND b\n"
      "         ^\n");
  EXPECT_EQ(FormatDiagnostics("archive-query", "a", {}), "");
}

TEST(Diagnostics, CaretsCountCharacters) {
  EXPECT_EQ(
      FormatDiagnostics("q", "São \x01\xFF title:x", {{"m", {8, 14}, ""}}),
      "q: m\n  São  \uFFFD title:x\n         ^~~~~~\n");
  // At the end of the text, and beyond it.
  EXPECT_EQ(FormatDiagnostics("q", "ab", {{"m", {2, 2}, ""}}),
            "q: m\n  ab\n    ^\n");
}

TEST(Diagnostics, LongQueriesAreCutAroundTheCaret) {
  std::string query;
  for (int i = 0; i < 100; ++i) query += "wörd ";
  for (std::size_t at = 0; at < query.size(); at += 6) {
    const std::string text =
        FormatDiagnostics("q", query, {{"m", {at, at + 5}, ""}});
    const std::size_t shown = text.find('\n') + 1;
    const std::size_t caret_line = text.find('\n', shown) + 1;
    const std::string line = text.substr(shown, caret_line - shown - 1);
    EXPECT_LE(CountCharacters(line), kDiagnosticColumns);
    // The caret stands under the w of a word.
    const std::size_t column = text.find('^') - caret_line;
    std::size_t byte = 0;
    for (std::size_t i = 0; i < column; ++i)
      byte += CharacterAt(line, byte).bytes;
    EXPECT_EQ(line.substr(byte, 5), "wörd") << text;
    EXPECT_EQ(text.substr(caret_line + column, 4), "^~~~") << text;
  }
}

TEST(Diagnostics, AtMostFiveAreShown) {
  const std::vector<Diagnostic> many(7, Diagnostic{"m", {0, 1}, ""});
  const std::string text = FormatDiagnostics("q", "a", many);
  EXPECT_TRUE(text.ends_with("\n\nand 2 more\n")) << text;
}

TEST(Diagnostics, OneMessageAPlace) {
  const std::vector<Diagnostic> ordered = InOrder(
      {{"late", {5, 6}, ""}, {"first", {0, 1}, ""}, {"wiser", {0, 3}, ""}});
  ASSERT_EQ(ordered.size(), 2U);
  EXPECT_EQ(ordered[0].message, "wiser");
  EXPECT_EQ(ordered[1].message, "late");
}

}  // namespace
}  // namespace archive
