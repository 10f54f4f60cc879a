#include "query/language/query_text.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/operators.h"
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

// What cannot be understood is searched for as words, and told.
TEST(QueryText, LeniencyForgivesAllButEmptinessAndLength) {
  const ReadContext lenient = {.today = kToday,
                               .leniency = Leniency::kPlainWords};
  for (const fs::path& path : BadQueries()) {
    const std::string contents = Contents(path);
    const std::string query = contents.substr(0, contents.find('\n'));
    const ReadQuery read = ReadQueryText(query, lenient);
    const bool has_words =
        std::any_of(query.begin(), query.end(),
                    [](unsigned char c) { return std::isalnum(c) || c > 127; });
    const bool forgivable = has_words && query.size() <= kMaxQueryBytes;
    EXPECT_EQ(read.errors.empty(), forgivable) << query;
    EXPECT_EQ(read.notices.empty(), !forgivable) << query;
  }
  const struct {
    std::string_view query;
    std::string_view read_as;
  } rows[] = {{"(hotline AND Eastern", "read as hotline AND Eastern"},
              {"AND OR NOT", "read as and AND or AND not"},
              {"titel:oil", "read as titel AND oil"},
              {"date:yesteday oil", "read as yesteday AND oil"},
              {"oil W/0 price", "read as oil W/1 price"}};
  for (const auto& row : rows) {
    const ReadQuery read = ReadQueryText(row.query, lenient);
    ASSERT_FALSE(read.notices.empty()) << row.query;
    EXPECT_EQ(read.notices.back().message, row.read_as) << row.query;
  }
}

// What is offered is read without the mistake it is offered for, and without a
// new one; what other mistakes say is left to their own offers.
void CheckOffers(const std::string& query) {
  const ReadQuery read = ReadQueryText(query, {.today = kToday});
  const std::size_t shown = std::min(read.errors.size(), kMaxDiagnosticsShown);
  std::set<std::string> known;
  for (const Diagnostic& error : read.errors) known.insert(error.message);
  for (std::size_t i = 0; i < shown; ++i) {
    for (const Offer& offer : read.errors[i].offers.all) {
      const auto left = ReadQueryText(offer.query, {.today = kToday}).errors;
      EXPECT_TRUE(left.empty() || read.errors.size() > 1) << query << "\n"
                                                          << offer.query;
      for (const Diagnostic& mistake : left)
        EXPECT_TRUE(known.count(mistake.message) != 0) << query << "\n"
                                                       << offer.query << "\n"
                                                       << mistake.message;
    }
  }
}

TEST(QueryText, EveryOfferCanBeAsked) {
  for (const fs::path& path : BadQueries()) {
    const std::string contents = Contents(path);
    CheckOffers(contents.substr(0, contents.find('\n')));
  }
  struct Row {
    std::string query;
    std::string offers;  // of the first mistake
  };
  for (const Row& row :
       std::vector<Row>{{"hotline AND (", "hotline"},
                        {"wheat title:(", "wheat"},
                        {"title:(", ""},
                        {"title:()", ""},
                        {"(((", ""},
                        {"AND OR NOT", "\"AND\""},
                        {"wheat AND OR maize (", "wheat OR maize"},
                        {"titel:(wheat OR maize)", ""},
                        {"titel:>5", ""},
                        {"2021..2020", ""},
                        {"!a", "-a"},
                        {"t!", ""},
                        {"grain W/0 embargo", "grain W/1 embargo"},
                        {"grain W/x embargo", "grain W/5 embargo"},
                        {"grain W/-1 embargo", "grain W/5 embargo"},
                        {"grain near/ embargo", "grain NEAR/10 embargo"},
                        {"a PRE/1.5 b", "a PRE/5 b"},
                        {"W/x", ""},
                        {"wheat && maize", "wheat AND maize"},
                        {"wheat&&maize||rye", "wheat AND maize OR rye"},
                        {"wheat ||", ""}}) {
    CheckOffers(row.query);
    const auto errors = ReadQueryText(row.query, {.today = kToday}).errors;
    ASSERT_FALSE(errors.empty()) << row.query;
    EXPECT_EQ(ToText(errors[0].offers), row.offers) << row.query;
    EXPECT_FALSE(row.offers.empty() && errors[0].advice.empty()) << row.query;
  }
}

// Words, whatever they look like.
TEST(QueryText, WhatIsNoBrokenOperator) {
  for (const char* const query :
       {"w/o sugar", "pre/post war", "\"W/x\"", "W\\/x", "path:W/x", "near/far",
        "AT&T", "a|b", "a\\&&b", "\"a && b\"", "http://x.org/?a=1&&b=2", "N/A",
        "w/o/f"})
    EXPECT_TRUE(ReadQueryText(query, {.today = kToday}).errors.empty())
        << query;
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
      "words:", "/",       "[",     "x TO y]", "zz:",       "&&",    "||",
      "W/",     "x",       "@",     "@w ",     " @x"};
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
    if (round % 10 == 0) CheckOffers(query);
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
