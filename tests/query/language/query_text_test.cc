#include "query/language/query_text.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/written_form.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

const Day kToday = DayFrom(2021, 3, 31);

std::string Contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> BadQueries() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(ARCHIVE_SOURCE_DIR) /
                                                  "tests/data/bad_queries"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// A file a kind of mistake: the query, an empty line, the screen.  With
// ARCHIVE_UPDATE_GOLDEN set the screens are written instead of compared.
TEST(QueryText, BadQueriesAreExplained) {
  const std::vector<fs::path> paths = BadQueries();
  EXPECT_GE(paths.size(), 14U);
  for (const fs::path& path : paths) {
    const std::string contents = Contents(path);
    const std::string query = contents.substr(0, contents.find('\n'));
    const ReadQuery read = ReadQueryText(query, {.today = kToday});
    const std::string screen =
        query + "\n\n" + FormatDiagnostics("archive-query", query, read.errors);
    if (std::getenv("ARCHIVE_UPDATE_GOLDEN") != nullptr)
      std::ofstream(path, std::ios::binary) << screen;
    EXPECT_EQ(screen, Contents(path)) << path;
    EXPECT_FALSE(read.errors.empty()) << path;
  }
}

// The screen of docs: two mistakes, each with its own caret.
TEST(QueryText, AllMistakesAtOnce) {
  const std::string query = "(hotline AND Eastern date:03/04/2021";
  EXPECT_EQ(FormatDiagnostics("archive-query", query,
                              ReadQueryText(query, {.today = kToday}).errors),
            "archive-query: the bracket that opens here is never closed\n"
            "  (hotline AND Eastern date:03/04/2021\n"
            "  ^\n"
            "try: (hotline AND Eastern) date:03/04/2021\n"
            "\n"
            "archive-query: 03/04/2021 can be read in two ways\n"
            "  (hotline AND Eastern date:03/04/2021\n"
            "                            ^~~~~~~~~~\n"
            "try: date:2021-04-03 (3 April) or date:2021-03-04 (4 March)\n");
}

void CheckSpans(const Node& node, std::size_t size) {
  ASSERT_LE(node.span.begin, node.span.end);
  ASSERT_LE(node.span.end, size);
  if (const std::vector<Node>* operands = OperandsOf(node)) {
    for (const Node& operand : *operands) CheckSpans(operand, size);
  }
}

// Whatever is typed gets a tree, places inside the text, and a screen.  What
// has no mistake can be written out and read again.
TEST(QueryText, AnyTextGetsAnAnswer) {
  const std::vector<std::string> pieces = {
      "a",      "hotline", " ",     " ",       " AND ",     " OR ",  "NOT ",
      "W/5",    " PRE/3 ", "NEAR",  "(",       ")",         "\"",    "-",
      "=",      "title:",  "date:", "2021-03", "..",        ">=",    "~",
      "2",      "*",       "?",     "\\",      "atleast3(", "caps(", "!",
      "“",      "”",       "«",     "has:",    "\xFF",      "é",     "missing:",
      "words:", "/",       "[",     "x TO y]", "zz:"};
  std::mt19937 random(11);
  int clean = 0;
  for (int round = 0; round < 30'000; ++round) {
    std::string query;
    const std::size_t size = random() % 14;
    for (std::size_t i = 0; i < size; ++i)
      query += pieces[random() % pieces.size()];
    const ReadQuery read = ReadQueryText(query, {.today = kToday});
    CheckSpans(read.tree, query.size());
    CheckSpans(read.parsed, query.size());
    for (const Diagnostic& error : read.errors) {
      ASSERT_LE(error.span.begin, error.span.end) << query;
      ASSERT_LE(error.span.end, query.size()) << query;
    }
    FormatDiagnostics("archive-query", query, read.errors);
    if (!read.errors.empty()) continue;
    ++clean;
    const std::string written = ToQueryText(read.tree);
    const ReadQuery again = ReadQueryText(written, {.today = kToday});
    ASSERT_EQ(ToString(again.tree), ToString(read.tree)) << query << "\n"
                                                         << written;
    ASSERT_TRUE(again.errors.empty()) << query << "\n" << written;
  }
  EXPECT_GT(clean, 1'000);
}

TEST(QueryText, RandomBytesNeverCrash) {
  std::mt19937 random(5);
  for (int round = 0; round < 3'000; ++round) {
    std::string query(random() % 200, '\0');
    for (char& c : query) c = static_cast<char>(random() % 256);
    const ReadQuery read = ReadQueryText(query, {.today = kToday});
    const std::string screen = FormatDiagnostics("q", query, read.errors);
    EXPECT_EQ(screen.find('\x1B'), std::string::npos);
  }
}

}  // namespace
}  // namespace archive
