// Random articles and queries for the oracle, over an alphabet so small that
// most queries find something.
#ifndef ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_RANDOM_H_
#define ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_RANDOM_H_

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/query/matching/oracle.h"

namespace archive::oracle {

class Random {
 public:
  explicit Random(unsigned seed) : random_(seed) {}

  int Below(int n) {
    return static_cast<int>(random_() % static_cast<unsigned>(n));
  }
  std::string Word() { return OneOf({"cat", "cats", "dog", "fox"}); }

  Article MakeArticle() {
    Article article;
    article.title = Written(Words(Below(3)));
    for (int n = Below(4); n > 0; --n)
      article.paragraphs.push_back(Written(Words(1 + Below(5))));
    article.caption = Written(Words(std::max(0, Below(4) - 1)));
    article.topic = OneOf({"", "", "war", "peace"});
    article.year = Below(4) == 0 ? 0 : 1980 + Below(5);
    article.spoken_of = Below(2) == 0 ? 0 : 1950 + Below(5);
    return article;
  }

  Query MakeQuery(int depth) {
    using Kind = Query::Kind;
    const int pick = depth == 0 ? 0 : Below(10);
    if (pick < 2) return Leaf();
    if (pick < 4) return Group(Kind::kAnd, depth);
    if (pick < 6) return Group(Kind::kOr, depth);
    if (pick == 6) return {.kind = Kind::kNot, .parts = {MakeQuery(depth - 1)}};
    if (pick == 7)
      return {.kind = Kind::kAtLeast,
              .number = 1 + Below(3),
              .parts = {Words(OneOf({"", "title", "body"}))}};
    return MakeNear(2);
  }

 private:
  std::string OneOf(const std::vector<std::string>& choices) {
    return choices[static_cast<std::size_t>(
        Below(static_cast<int>(choices.size())))];
  }
  std::vector<std::string> Words(int n) {
    std::vector<std::string> words;
    while (n-- > 0) words.push_back(Word());
    return words;
  }
  std::string Wildcard() {
    return OneOf({"ca*", "do*", "fo*", "c?t", "c?t*", "*at", "*ats", "d*g",
                  "?ox", "c??s"});
  }
  std::vector<std::string> PhraseWords(int n) {
    std::vector<std::string> words = Words(n);
    for (std::string& word : words) {
      if (Below(5) == 0) word = Wildcard();
    }
    return words;
  }
  // A phrase with a misspelt word is a distance: it is not counted.
  std::vector<std::string> MisspeltPhrase() {
    std::vector<std::string> words = PhraseWords(2 + Below(2));
    words[static_cast<std::size_t>(Below(2))] = OneOf({"cta~", "dg~", "fxo~"});
    return words;
  }
  // Some in capitals, some ends of sentences: only before a capital, since a
  // dot before a small letter ends none.
  std::vector<std::string> Written(std::vector<std::string> words) {
    bool is_next_capital = false;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      const int letters = Below(4);
      const auto count = letters == 0   ? word->size()
                         : letters == 1 ? std::size_t{1}
                                        : std::size_t{0};
      for (std::size_t i = 0; i < count; ++i)
        (*word)[i] = static_cast<char>((*word)[i] - 'a' + 'A');
      if (is_next_capital && Below(2) == 0) *word += '.';
      is_next_capital = letters < 2;
    }
    return words;
  }
  // A leaf of words.
  Query Words(const std::string& field) {
    using Kind = Query::Kind;
    switch (Below(8)) {
      case 7:
        return {.kind = Kind::kFuzzy,
                .field = field,
                .words = {OneOf({"cat", "cta", "cots", "dg", "fxo", "f"})},
                .number = 1 + Below(2)};
      case 6:
        return {.kind = Below(2) == 0 ? Kind::kCaps : Kind::kAllCaps,
                .field = field,
                .words = Words(1)};
      case 0:
        return {.kind = Kind::kExact, .field = field, .words = Words(1)};
      case 1:
        return {.kind = Kind::kWildcard, .field = field, .words = {Wildcard()}};
      case 2:
        return {.kind = Kind::kPhrase,
                .field = field,
                .words = PhraseWords(2 + Below(2))};
      case 3:
        return {.kind = Kind::kWindow,
                .field = field,
                .words = PhraseWords(2 + Below(2)),
                .number = Below(3)};
      default:
        return {.kind = Kind::kWord, .field = field, .words = Words(1)};
    }
  }
  Query Leaf() {
    using Kind = Query::Kind;
    switch (Below(10)) {
      case 9:
        return {.kind = Kind::kMentions, .number = 1950 + Below(5)};
      case 0:
        return {.kind = Kind::kTopic, .words = {OneOf({"war", "peace"})}};
      case 1:
        return {.kind = Kind::kYear, .number = 1980 + Below(5)};
      case 2:
        return {.kind = Below(3) == 0 ? Kind::kAll : Kind::kHasTopic};
      case 3:
        return {.kind = Kind::kPhrase, .words = MisspeltPhrase()};
      default:
        return Words(OneOf({"", "", "", "title", "body", "lead", "caption"}));
    }
  }
  Query Group(Query::Kind kind, int depth) {
    Query q = {.kind = kind};
    for (int n = 2 + Below(2); n > 0; --n)
      q.parts.push_back(MakeQuery(depth - 1));
    return q;
  }
  Query Operand(const std::string& field, int depth) {
    const int pick = Below(6);
    if (pick == 0) {
      return {.kind = Query::Kind::kOr, .parts = {Words(field), Words(field)}};
    }
    if (pick == 1 && depth > 0) return MakeNear(depth - 1, field);
    if (pick == 2 && Below(2) == 0)
      return {.kind = Query::Kind::kPhrase,
              .field = field,
              .words = MisspeltPhrase()};
    return Words(field);
  }
  Query MakeNear(int depth) {
    return MakeNear(depth, OneOf({"", "", "", "title", "body"}));
  }
  Query MakeNear(int depth, const std::string& field) {
    Query q = {.kind = Query::Kind::kNear,
               .number = 1 + Below(4),
               .ordered = Below(2) == 0,
               .by_name = Below(4) == 0};
    const int scope = Below(6);
    if (scope < 2) {
      q.kind = scope == 0 ? Query::Kind::kParagraph : Query::Kind::kSentence;
      q.ordered = false;
    }
    for (int n = 2 + (Below(3) == 0 ? 1 : 0); n > 0; --n)
      q.parts.push_back(Operand(field, depth));
    return q;
  }

  std::mt19937 random_;
};

}  // namespace archive::oracle

#endif  // ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_RANDOM_H_
