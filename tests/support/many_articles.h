// As many articles as a dictionary of records is trained on, much alike as
// those of a wire are.
#ifndef ARCHIVE_TESTS_SUPPORT_MANY_ARTICLES_H_
#define ARCHIVE_TESTS_SUPPORT_MANY_ARTICLES_H_

#include <random>
#include <string>

#include <fmt/format.h>

namespace archive {

// A line of JSON Lines: the article of this number, and what else it says.
inline std::string ArticleLine(unsigned number, const std::string& also = "") {
  static const char* const kSentences[] = {
      "The harvest of wheat and rye was larger than the ministry expected.",
      "Prices at the exchange fell for the third day, traders said.",
      "A spokesman for the company declined to comment on the figures.",
      "Exports to the neighbouring countries are to begin in the spring.",
      "The committee will meet again on Thursday, its chairman announced.",
      "Analysts had expected a loss of some four million dollars.",
      "Ships wait outside the harbour until the strike of the pilots ends.",
      "It was the first such agreement between the two governments."};
  std::mt19937 random(number);
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += fmt::format("{} {} ", kSentences[random() % 8], random() % 1000);
  return fmt::format(
      R"({{"id":"n{0}","url":"https://example.org/{0}","title":"Wheat report {0}",)"
      R"("text":"{1}{2}","date":"1987-02-{3:02}","source":"The Courier",)"
      R"("topics":["grain","wheat"],"places":["Bonn"]}})"
      "\n",
      number, text, also, number % 28 + 1);
}

// Those from `begin` on and before `end`.
inline std::string ArticleLines(unsigned begin, unsigned end) {
  std::string lines;
  for (unsigned number = begin; number < end; ++number)
    lines += ArticleLine(number);
  return lines;
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_MANY_ARTICLES_H_
