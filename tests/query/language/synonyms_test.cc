#include "query/language/synonyms.h"

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "query/language/query_text.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

const Day kToday = DayFrom(2021, 3, 31);

constexpr std::string_view kFile =
    "\xEF\xBB\xBF# Places, old and new.\r\n"
    "Peking = Beijing = \"Pei-p'ing\"\r\n"
    "\n"
    "#\n"
    "Persia -> Iran, Islamic Republic  # since 1935\n"
    "South Korea = ROK\n"
    "Iran = Éire\n"
    "u.s. = America\n"
    "王毅 = Wang Yi\n";

ReadContext With(std::string_view file) {
  Result<Synonyms> synonyms = Synonyms::Parse(file, "/x/synonyms.txt");
  EXPECT_TRUE(synonyms) << synonyms.error().message;
  return {.today = kToday,
          .synonyms = std::make_shared<const Synonyms>(*std::move(synonyms))};
}

std::string Expanded(std::string_view query, const ReadContext& context) {
  const ReadQuery read = ReadQueryText(query, context);
  EXPECT_EQ(FormatDiagnostics("q", query, read.errors), "");
  const std::string written = ToQueryText(read.tree);
  const ReadQuery again = ReadQueryText(written, {.today = kToday});
  EXPECT_EQ(ToString(again.tree), ToString(read.tree)) << written;
  EXPECT_EQ(ToQueryText(read.parsed) == ReadAs(read), !read.has_synonyms)
      << query;
  return written;
}

TEST(Synonyms, WordsAndPhrasesBecomeAlternatives) {
  const struct {
    std::string_view query;
    std::string_view read_as;
  } rows[] = {
      {"peking", "peking OR Beijing OR Pei-p'ing"},
      {"BEIJING oil", "(BEIJING OR Peking OR Pei-p'ing) AND oil"},
      {"oil OR beijing", "oil OR beijing OR Peking OR Pei-p'ing"},
      {"-peking", "NOT (peking OR Beijing OR Pei-p'ing)"},
      {"peking W/5 oil", "(peking OR Beijing OR Pei-p'ing) W/5 oil"},
      {"(oil OR rok) PRE/2 gas", "(oil OR rok OR \"South Korea\") PRE/2 gas"},
      {"title:peking", "title:peking OR title:Beijing OR title:Pei-p'ing"},
      {"hlead:rok",
       "title:rok OR title:\"South Korea\" OR lead:rok OR lead:\"South "
       "Korea\""},
      // Phrases.
      {"\"south korea\"", "\"south korea\" OR ROK"},
      {"\"pei p'ing\"", "\"pei p'ing\" OR Peking OR Beijing"},
      {"south korea", "south AND korea"},
      {"王毅", "王毅 OR \"Wang Yi\""},
      {"U.S.", "U.S. OR America"},
      // One way, and one step.
      {"persia", "persia OR Iran OR \"Islamic Republic\""},
      {"iran", "iran OR Éire"},
      {"eire", "eire OR Iran"},
      // Never.
      {"=peking", "=peking"},
      {"\"peking\"", "\"peking\""},
      {"pekin*", "pekin*"},
      {"peking~", "peking~"},
      {"caps(peking)", "caps(peking)"},
      {"\"south korea\"~3", "\"south korea\"~3"},
      {"atleast2(peking)", "atleast2(peking)"},
      {"byline:rok", "byline:rok"},
      {"place:\"South Korea\"", "place:\"South Korea\""},
      {"keyword:peking", "keyword:peking"},
      {"pekings", "pekings"},
  };
  const ReadContext context = With(kFile);
  for (const auto& row : rows)
    EXPECT_EQ(Expanded(row.query, context), row.read_as) << row.query;
}

TEST(Synonyms, NothingChangesWithoutThem) {
  const ReadQuery read = ReadQueryText("peking", {.today = kToday});
  EXPECT_FALSE(read.has_synonyms);
  EXPECT_EQ(ReadAs(read), "peking");
  EXPECT_EQ(Expanded("peking", With("")), "peking");
}

TEST(Synonyms, BadLinesSayWhatToWrite) {
  const struct {
    std::string text;
    std::string_view message;
  } rows[] = {
      {"Peking Beijing", "line 1: there is neither = nor -> in this line"},
      {"a = b\n\na = b -> c", "line 3: a line has = or ->, not both"},
      {"a -> b -> c", "line 1: there is more than one -> in this line"},
      {"a, b -> c", "line 1: one name stands before ->, without a comma"},
      {"a = b, c",
       "line 1: a comma parts names behind -> alone; here = parts them all"},
      {"a =", "line 1: a name is missing beside =, -> or a comma"},
      {"-> b", "line 1: a name is missing beside =, -> or a comma"},
      {"a -> b,,c", "line 1: a name is missing beside =, -> or a comma"},
      {"a = terror*", "line 1: \"terror*\": a name has no wildcards"},
      {"a = ---", "line 1: there is no word in \"---\""},
      {"Peking = PÉKING",
       "line 1: \"Peking\" and \"PÉKING\" are the same words to a search"},
      {"a = \xFF", "line 1: this is no text in UTF-8"},
      {"x\ny\nz",
       "line 1: there is neither = nor -> in this line; and 2 more "
       "lines"},
      {"a = " + std::string(kMaxSynonymName + 1, 'x'),
       "line 1: a name is at most 200 bytes long"},
      {std::string(kMaxSynonymsLines, '\n') + "a = b\nx",
       "line 20001: a file of synonyms has at most 20,000 lines"},
      {std::string(kMaxSynonymsFile + 1, '\n'),
       "a file of synonyms is at most 1 MiB long"},
  };
  for (const auto& row : rows) {
    const Result<Synonyms> synonyms = Synonyms::Parse(row.text, "/x/s.txt");
    ASSERT_FALSE(synonyms) << row.message;
    EXPECT_EQ(synonyms.error().message,
              "/x/s.txt: " + std::string(row.message));
    EXPECT_EQ(synonyms.error().code, ErrorCode::kConfiguration);
    EXPECT_NE(synonyms.error().hint, "");
  }
}

TEST(Synonyms, LimitsAreErrors) {
  std::string many = "key";
  for (std::size_t i = 0; i < kMaxSynonymsOfName; ++i)
    many += " = w" + std::to_string(i);
  const ReadContext context = With(many);
  std::string query;
  for (int i = 0; i < 200; ++i) query += "key ";
  const ReadQuery read = ReadQueryText(query, context);
  ASSERT_EQ(read.errors.size(), 1U);
  EXPECT_EQ(read.errors[0].message,
            "a query has at most 10,000 terms, synonyms included");
  EXPECT_FALSE(Synonyms::Parse(many + " = x", "s"));
  EXPECT_FALSE(Synonyms::Parse(many + "\nkey = x", "s"));
  EXPECT_TRUE(Synonyms::Parse(many + "\nkey = w1", "s"));
}

// Whatever stands in the file: it is refused, or what it makes of its own words
// can be written out and read again.
TEST(Synonyms, AnyNameCanBeWrittenOut) {
  const std::vector<std::string> pieces = {
      "a",    "peking", " ", "-",  "@",  "\\",     "\"",   "AND",  "..",
      "2020", "~",      "2", "!",  ":",  "(",      ")",    "'",    "é",
      "W/5",  "://",    "|", "&&", "=b", "title:", "王毅", "u.s.", "“"};
  std::mt19937 random(3);
  int sound = 0;
  for (int round = 0; round < 5'000; ++round) {
    std::string line = "key -> ";
    for (std::size_t i = random() % 6; i > 0; --i)
      line += pieces[random() % pieces.size()];
    const Result<Synonyms> synonyms = Synonyms::Parse(line, "s");
    if (!synonyms) continue;
    ++sound;
    Expanded("key", {.today = kToday,
                     .synonyms = std::make_shared<const Synonyms>(*synonyms)});
    if (HasFailure()) FAIL() << line;
  }
  EXPECT_GT(sound, 1'000);
}

}  // namespace
}  // namespace archive
