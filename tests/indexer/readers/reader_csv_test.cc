#include <chrono>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

Texts ReasonsOf(const ReadResult& result) {
  Texts reasons;
  for (const Rejection& rejection : result.rejections)
    reasons.push_back(rejection.where + ": " + rejection.reason);
  return reasons;
}

// "title|day|text" of each article.
Texts Told(const ReadResult& result) {
  Texts told;
  for (const Article& article : result.articles) {
    ExpectClean(article);
    std::string text;
    for (const std::string& paragraph : TextsOf(article))
      text += (text.empty() ? "" : "/") + paragraph;
    told.push_back(
        article.title + '|' +
        (article.published ? ToIsoString(article.published->when.date) : "") +
        '|' + text);
  }
  return told;
}

TEST(ReaderCsv, TheUsualNames) {
  const ReadResult result = ReadAs(
      "csv",
      ",Headline,full_text,Publish Date,authors,publication,tags,url,ocr\n"
      "0,Wall falls,\"It fell.\n\nAll of it, \"\"all\"\".\",1989-11-09,"
      "\"['Jane Doe', 'John Roe']\",Courier,\"wall, "
      "berlin\",http://x/1,0.93\n");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ExpectClean(article);
  EXPECT_EQ(article.title, "Wall falls");
  EXPECT_EQ(TextsOf(article), (Texts{"It fell.", "All of it, \"all\"."}));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(ToIsoString(article.published->when), "1989-11-09");
  EXPECT_EQ(article.byline, (Texts{"Jane Doe", "John Roe"}));
  EXPECT_EQ(article.source, "Courier");
  EXPECT_EQ(article.keywords, (Texts{"wall", "berlin"}));
  EXPECT_EQ(article.url, "http://x/1");
  EXPECT_EQ(article.ocr, 0.93);
}

TEST(ReaderCsv, Dialects) {
  const struct {
    std::string_view bytes;
    Texts told;
  } cases[] = {
      {"title,text\nA,b c\n", {"A||b c"}},
      {"title;text\r\nA;\"b; c\"\r\nD;e, f\r\n", {"A||b; c", "D||e, f"}},
      {"title\ttext\nA\tb, c\n", {"A||b, c"}},
      {"title|text\nA|b\n", {"A||b"}},
      {"title,text\rA,b\rC,d\r", {"A||b", "C||d"}},
      {"\xEF\xBB\xBFtitle,text\nA,b\n", {"A||b"}},
      {"sep=;\r\ntitle;text\r\nA;b,c\r\n", {"A||b,c"}},
      {"\n\ntitle,text\n\nA,b\n", {"A||b"}},
      {"text\nOne, and two\nThree\n", {"||One, and two", "||Three"}},
      {"title, text\nA, \"b, c\" \n", {"A||b, c"}},
      {"\"title\",\"text\"\n\"A\",\"b\"", {"A||b"}},
      {"title,text\n\"A\",\"say \\\"b\\\", c\"\n", {"A||say \"b\", c"}},
      {"title,text\n\"A\",\"b\\nc\\\"d\"\n", {"A||b c\"d"}},
      {"title,text\n\"C:\\\",\"a \"\"b\"\"\"\n", {"C:\\||a \"b\""}},
      {"title,text,note\nA,\\N,x\n", {"A||"}},
      {"title,text,date\nA,nan,NULL\n", {"A||"}},
      // windows-1252.
      {"title;text\nCaf\xE9;D\xE9j\xE0 vu, caf\xE9 d'\xE9t\xE9\n",
       {"Caf\xC3\xA9||D\xC3\xA9j\xC3\xA0 vu, caf\xC3\xA9 d'\xC3\xA9t\xC3\xA9"}},
  };
  for (const auto& [bytes, told] : cases) {
    const ReadResult result = ReadAs("csv", bytes, "a.csv");
    EXPECT_EQ(Told(result), told) << bytes;
    EXPECT_EQ(ReasonsOf(result), Texts{}) << bytes;
  }
}

TEST(ReaderCsv, WideCharactersOfSpreadsheets) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("title\ttext\r\nA\tb, c\r\n")) {
    wide += c;
    wide += '\0';
  }
  const ReadResult result = ReadAs("csv", wide, "a.txt");
  EXPECT_EQ(Told(result), Texts{"A||b, c"});
  EXPECT_EQ(result.articles.at(0).bytes, (Span{0, wide.size()}));
}

TEST(ReaderCsv, ABadLineCostsItselfOnly) {
  const ReadResult result = ReadAs("csv",
                                   "title,date,text\n"
                                   "A,1989-11-09,\"two\nlines\"\n"
                                   "B,1989-11-10,one, too many\n"
                                   "C,1989-11-11\n"
                                   "D,1989-11-12,\"he said \"hi\" to me\"\n"
                                   "E,1989-11-13,\"never closed\n"
                                   "F,1989-11-14,\"closed\"\n"
                                   ",,\n"
                                   ",1989-11-15,\n"
                                   "G,1989-11-16,g\n",
                                   "a.csv");
  EXPECT_EQ(Told(result), (Texts{"A|1989-11-09|two lines",
                                 "D|1989-11-12|he said \"hi\" to me",
                                 "E|1989-11-13|\"never closed",
                                 "F|1989-11-14|closed", "G|1989-11-16|g"}));
  EXPECT_EQ(ReasonsOf(result), (Texts{"line 4: 4 cells, where the head has 3",
                                      "line 5: 2 cells, where the head has 3",
                                      "line 10: neither a title nor a text"}));
  EXPECT_EQ(result.articles.at(0).bytes, (Span{16, 41}));
}

TEST(ReaderCsv, Dates) {
  const struct {
    std::string_view first, second, date;
  } cases[] = {
      {"2003-02-19", "2003-02-20", "2003-02-19"},
      {"20030219", "20030220", "2003-02-19"},
      {"1614675605", "1614675606", "2021-03-02"},
      {"1614675605.0", "", "2021-03-02"},
      {"3/4/2020", "5/6/2020", ""},
      {"3/4/2020", "25/6/2020", "2020-04-03"},
      {"3/4/2020", "5/26/2020", "2020-03-04"},
      {"13/4/2020", "5/26/2020", "2020-04-13"},
      {"2. M\xC3\xA4rz 2021", "", "2021-03-02"},
      {"2021.5", "", "2021-05"},
  };
  for (const auto& [first, second, date] : cases) {
    const ReadResult result =
        ReadAs("csv", "title,date\nA," + std::string(first) + "\nB," +
                          std::string(second) + "\n");
    ASSERT_EQ(result.articles.size(), 2U) << first;
    const auto& published = result.articles[0].published;
    EXPECT_EQ(published ? ToIsoString(published->when.date) : "", date)
        << first << ' ' << second;
  }
}

TEST(ReaderCsv, TablesOfOtherThings) {
  const struct {
    std::string_view bytes;
    Texts reasons;
  } cases[] = {
      {"a,b\n1,2\n", {": a table without a column of text"}},
      {"name,description\nTable,of oak\n",
       {": a table without a column of text"}},
      {"title,year\nJaws,1975\n", {": a table without a column of text"}},
      {"title,summary\nJaws,A fish\n", {}},
      {"title,pubDate\nA,1989\n", {}},
  };
  for (const auto& [bytes, reasons] : cases)
    EXPECT_EQ(ReasonsOf(ReadAs("csv", bytes)), reasons) << bytes;
}

TEST(ReaderCsv, NamesOfTheConfiguration) {
  const ReaderOptions options = {
      .json_fields = {{"Was", "title"}, {"Wann", "date"}}};
  const ReadResult result =
      ReadAs("csv", "Was;Wann\nMauer;1989-11-09\n", "a.csv", options);
  EXPECT_EQ(Told(result), Texts{"Mauer|1989-11-09|"});
}

TEST(ReaderCsv, QuotesThatAreNeverClosedEnd) {
  std::string bytes = "title,text\n";
  for (int i = 0; i < 20000; ++i) bytes += "A,\"b\\\n";
  EXPECT_EQ(ReadAs("csv", bytes).articles.size() +
                ReadAs("csv", bytes).rejections.size(),
            20000U);
}

// Each line of what a quote that is never closed has covered is read once.
TEST(ReaderCsv, ManyLinesBehindAnOpenQuoteEndInTime) {
  std::string bytes = "title,text\n\"never closed,";
  constexpr std::size_t kLines = 200'000;
  for (std::size_t i = 0; i < kLines; ++i) bytes += "x\n";
  const auto begin = std::chrono::steady_clock::now();
  const ReadResult result = ReadAs("csv", bytes);
  const std::chrono::duration<double> taken =
      std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(result.articles.size() + result.rejections.size(), kLines);
  EXPECT_LT(taken.count(), 20);
}

TEST(ReaderCsv, WhateverTheBytesItEnds) {
  std::mt19937 random(7);
  const std::string_view alphabet = "title,text;\t|\"\\\r\n aB0";
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = round % 2 == 0 ? "title,text\n" : "";
    for (int i = 0; i < 200; ++i) bytes += alphabet[random() % alphabet.size()];
    for (const Article& article : ReadAs("csv", bytes).articles) {
      ExpectClean(article);
      EXPECT_LE(article.bytes.end, bytes.size());
    }
  }
}

}  // namespace
}  // namespace archive
