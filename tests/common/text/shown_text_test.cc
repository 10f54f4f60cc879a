// What is shown to people: counts, text of others, words of a shell.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"

namespace archive {
namespace {

struct Row {
  std::string_view text;
  std::string_view shown;
};

TEST(Counts, NumbersAndNouns) {
  EXPECT_EQ(WithCommas(0), "0");
  EXPECT_EQ(WithCommas(999), "999");
  EXPECT_EQ(WithCommas(1000), "1,000");
  EXPECT_EQ(WithCommas(1218332), "1,218,332");
  EXPECT_EQ(Counted(1, "article"), "1 article");
  EXPECT_EQ(Counted(0, "article"), "0 articles");
  EXPECT_EQ(Counted(1204, "file"), "1,204 files");
}

TEST(Printable, NothingThatATerminalObeys) {
  for (const Row& row :
       std::vector<Row>{{"plain", "plain"},
                        {"Z\u00fcrich \u738b", "Z\u00fcrich \u738b"},
                        {"a\x1b[31m\nb", "a [31m b"},
                        {std::string_view("\0", 1), " "},
                        {"C1 \u009b31m", "C1  31m"},
                        {"turned \u202etxt", "turned  txt"},
                        {"cut \xe4\xbd", "cut \uFFFD\uFFFD"},
                        {"caf\xe9", "caf\uFFFD"}})
    EXPECT_EQ(Printable(row.text), row.shown);
}

TEST(ShellWords, QuotedWhereNeeded) {
  EXPECT_EQ(ShellQuoted("a \"b\""), "'a \"b\"'");
  EXPECT_EQ(ShellQuoted("O'Brien"), "'O'\\''Brien'");
  for (const Row& row :
       std::vector<Row>{{"news/2021_a-b.txt", "news/2021_a-b.txt"},
                        {"", "''"},
                        {"my news", "'my news'"},
                        {"$HOME", "'$HOME'"},
                        {"~x", "'~x'"}})
    EXPECT_EQ(ShellWord(row.text), row.shown);
}

}  // namespace
}  // namespace archive
