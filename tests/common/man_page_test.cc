#include "common/man_page.h"

#include <gtest/gtest.h>

namespace archive {
namespace {

std::string Behind(const std::string& page, const std::string& mark) {
  const std::size_t at = page.find(mark);
  return at == std::string::npos ? page : page.substr(at + mark.size());
}

std::string Paragraph(std::string_view text) {
  ManPage page("test", 1, "tests", "1.0");
  page.Section("Text");
  page.Paragraph(text);
  return Behind(page.text(), ".SH \"TEXT\"\n");
}

TEST(ManPage, WhatRoffReadsOtherwiseIsEscaped) {
  struct Case {
    std::string_view text;
    std::string_view roff;
  };
  const Case kCases[] = {
      {"plain", "plain\n"},
      {".TH is a macro", "\\&.TH is a macro\n"},
      {"'quoted'", "\\(aqquoted\\(aq\n"},
      {"a\\nb", "a\\(rsnb\n"},
      {"--db=~/x", "\\-\\-db=\\(ti/x\n"},
      {"see `archive-index formats`", "see \\fBarchive\\-index formats\\fR\n"},
      {"«é» 日", "\\[u00AB]\\[u00E9]\\[u00BB] \\[u65E5]\n"},
      {"😀", "\\[u1F600]\n"},
  };
  for (const Case& row : kCases) EXPECT_EQ(Paragraph(row.text), row.roff);
}

TEST(ManPage, LongTextIsBrokenAndNoLineIsAMacro) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += ".. ";
  const std::string roff = Paragraph(text + "end");
  EXPECT_EQ(roff.find("\n.."), std::string::npos) << roff;
  EXPECT_NE(roff.find("\n\\&.."), std::string::npos) << roff;
  EXPECT_TRUE(roff.ends_with("end\n")) << roff;
}

TEST(ManPage, AnOptionTellsItsValueChoicesAndWhatIsUsual) {
  ManPage page("test", 1, "tests", "1.0");
  page.Option({.names = {"-f", "--format"},
               .value = "FORMAT",
               .help = "How it looks",
               .usual = "text",
               .choices = {"text", "csv"},
               .need = ValueNeed::kNeeded});
  EXPECT_EQ(Behind(page.text(), ".TP\n"),
            "\\fB\\-f\\fR, \\fB\\-\\-format\\fR \\fIFORMAT\\fR\n"
            "How it looks.  One of: text, csv.  Without it: text.\n");
}

}  // namespace
}  // namespace archive
