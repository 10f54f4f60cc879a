#include "query/output/wording.h"

#include <gtest/gtest.h>

#include "query/output/hits.h"
#include "query/output/terminal.h"

namespace archive {
namespace {

TEST(Wording, Dates) {
  EXPECT_EQ(WrittenDate({2021, 3, 2}), "2 March 2021");
  EXPECT_EQ(WrittenDate({2021, 3, 0}), "March 2021");
  EXPECT_EQ(WrittenDate({1609, 0, 0}), "1609");
  EXPECT_EQ(WrittenTimestamp({{2021, 3, 2}, 9 * 3600, 540}),
            "2 March 2021, 09:00 +09:00");
  EXPECT_EQ(WrittenTimestamp({{2021, 3, 2}, 60, -210}),
            "2 March 2021, 00:01 -03:30");
  EXPECT_EQ(WrittenInstant(1615802520), "2021-03-15 10:02");
  EXPECT_EQ(WrittenInstant(-60), "1969-12-31 23:59");
}

TEST(Hits, PathsOfFiles) {
  const std::vector<Root> roots = {{"news", "/srv/news"},
                                   {"news-2", "/mnt/news/"},
                                   {"one.txt", "/tmp/one.txt"}};
  EXPECT_EQ(PathOfFile("news/a/b.txt", roots), "/srv/news/a/b.txt");
  EXPECT_EQ(PathOfFile("news-2/b.txt", roots), "/mnt/news/b.txt");
  EXPECT_EQ(PathOfFile("one.txt", roots), "/tmp/one.txt");
  EXPECT_EQ(PathOfFile("news/100%25 %0Ab%zz", roots), "/srv/news/100% \nb%zz");
  EXPECT_EQ(PathOfFile("other/b.txt", roots), "other/b.txt");
  EXPECT_EQ(FileOfId("a/b.zip!/c.txt#3"), "a/b.zip");
  EXPECT_EQ(FileOfId("a/b.sgm#3"), "a/b.sgm");
}

TEST(Terminal, ChoosesEmphasis) {
  using enum Emphasis;
  const TerminalFacts pipe = {};
  const TerminalFacts terminal = {.is_terminal = true};
  const TerminalFacts dumb = {.is_terminal = true, .is_dumb = true};
  const TerminalFacts no_color = {
      .is_terminal = true, .no_color = true, .force_color = true};
  const TerminalFacts forced = {.force_color = true};
  struct Row {
    TerminalFacts facts;
    ColorChoice color;
    Plainness plainness;
    Emphasis expected;
  };
  const auto kAuto = ColorChoice::kAuto;
  const auto kNormal = Plainness::kNormal;
  for (const Row& row : {
           Row{pipe, kAuto, kNormal, kNone},
           Row{terminal, kAuto, kNormal, kBold},
           Row{dumb, kAuto, kNormal, kBrackets},
           Row{no_color, kAuto, kNormal, kBrackets},
           Row{forced, kAuto, kNormal, kBold},
           Row{no_color, ColorChoice::kAlways, kNormal, kBold},
           Row{pipe, ColorChoice::kAlways, kNormal, kBold},
           Row{terminal, ColorChoice::kNever, kNormal, kBrackets},
           Row{forced, ColorChoice::kNever, kNormal, kNone},
           Row{pipe, kAuto, Plainness::kPlain, kBrackets},
           Row{terminal, ColorChoice::kAlways, Plainness::kPlain, kBrackets},
       })
    EXPECT_EQ(ChooseEmphasis(row.facts, row.color, row.plainness),
              row.expected);
}

}  // namespace
}  // namespace archive
