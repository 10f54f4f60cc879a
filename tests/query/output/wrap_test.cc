#include "query/output/wrap.h"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::vector<std::string> Lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const Span& line : WrapLines(text, width))
    lines.emplace_back(text.substr(line.begin, line.end - line.begin));
  return lines;
}

using Strings = std::vector<std::string>;

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_EQ(Lines("one two three", 7), (Strings{"one two", "three"}));
  EXPECT_EQ(Lines("one two three", 80), (Strings{"one two three"}));
  EXPECT_EQ(Lines("one two", 3), (Strings{"one", "two"}));
  EXPECT_EQ(Lines("", 10), Strings{});
}

TEST(Wrap, CutsWordsThatAreTooLong) {
  EXPECT_EQ(Lines("abcdefgh ij", 3), (Strings{"abc", "def", "gh", "ij"}));
}

TEST(Wrap, CountsWideCharactersTwice) {
  EXPECT_EQ(ColumnsOf("中国 a"), 6U);
  EXPECT_EQ(ColumnsOf("e\u0301"), 1U);
  EXPECT_EQ(Lines("中国国防部", 4), (Strings{"中国", "国防", "部"}));
  EXPECT_EQ(Lines("한국과 중국의", 8), (Strings{"한국과", "중국의"}));
}

TEST(Wrap, MarksGoOnInTheNextLine) {
  std::ostringstream out;
  PrintWrapped({"a front line troop that waits", {{2, 12}}}, "  ",
               {.emphasis = Emphasis::kBrackets, .width = 22}, out);
  EXPECT_EQ(out.str(), "  a «front line» troop\n  that waits\n");
  out.str("");
  PrintWrapped({"aaaaaaaa bbbbbbbb cccccccc", {{9, 26}}}, "",
               {.emphasis = Emphasis::kBrackets, .width = 20}, out);
  EXPECT_EQ(out.str(), "aaaaaaaa «bbbbbbbb»\n«cccccccc»\n");
}

TEST(Wrap, PrintsNoControlCharacters) {
  std::ostringstream out;
  PrintWrapped({"a\033[31mb\u009b31mc", {}}, "", {}, out);
  EXPECT_EQ(out.str(), "a [31mb 31mc\n");
}

}  // namespace
}  // namespace archive
