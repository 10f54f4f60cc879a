#include "query/language/written_form.h"

#include <array>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "query/language/parser.h"

namespace archive {
namespace {

// Trees that a parser could have made, at random from a seed.
class RandomTree {
 public:
  explicit RandomTree(unsigned seed) : random_(seed) {}

  Node Any(int depth) {
    if (depth == 0 || Chance(3)) return Leaf();
    switch (random_() % 5) {
      case 0:
        return MakeAnd(Several(depth), {});
      case 1:
        return MakeOr(Several(depth), {});
      case 2:
        return MakeNot(Any(depth - 1), {});
      case 3:
        return Together(depth);
      default: {
        AtLeast atleast = {static_cast<int>(1 + random_() % 9), {}};
        atleast.operand.push_back(Words());
        return {.kind = std::move(atleast)};
      }
    }
  }

 private:
  bool Chance(unsigned n) { return random_() % n == 0; }

  std::vector<Node> Several(int depth) {
    std::vector<Node> nodes;
    const unsigned size = 2 + random_() % 2;
    while (nodes.size() < size) nodes.push_back(Any(depth - 1));
    return nodes;
  }

  Node Together(int depth) {
    Near near;
    near.scope = static_cast<Near::Scope>(random_() % 3);
    if (near.scope == Near::Scope::kWords) {
      near.distance = static_cast<int>(1 + random_() % 20);
      near.order = static_cast<Near::Order>(random_() % 2);
    }
    const unsigned size = 2 + random_() % 2;
    while (near.operands.size() < size) {
      if (depth > 1 && Chance(3)) {
        near.operands.push_back(Together(depth - 1));
      } else if (depth > 1 && Chance(3)) {
        near.operands.push_back(MakeOr({Words(), Together(depth - 1)}, {}));
      } else {
        near.operands.push_back(Words());
      }
    }
    return {.kind = std::move(near)};
  }

  // The words try every character that means something.
  std::string Word() {
    static constexpr std::array<std::string_view, 24> kWords = {
        "a",
        "hotline",
        "OR",
        "not",
        "W/5",
        "ADJ",
        "x*y",
        "what?",
        "-dash",
        "=equal",
        "a~2",
        "title:x",
        "a b",
        "say\"no",
        "back\\",
        "(x)",
        "http://x/?b=c*",
        "San José",
        "“x”",
        "yes!",
        ">5",
        "atleast5",
        "&c",
        "\xFFz"};
    return std::string(kWords[random_() % kWords.size()]);
  }

  Pattern Wild() {
    Pattern pattern = PlainPattern(Word());
    Append(pattern, {Chance(2) ? PatternPiece::Kind::kAnyRun
                               : PatternPiece::Kind::kAnyOne});
    if (Chance(2)) Append(pattern, {PatternPiece::Kind::kText, Word()});
    return pattern;
  }

  Node Words() {
    Node node = WordsWithoutField();
    if (Chance(3)) node.field = Chance(2) ? "title" : "date-source";
    return node;
  }

  Node WordsWithoutField() {
    switch (random_() % 6) {
      case 0:
        return {.kind = PhraseLeaf{Chance(2) ? Wild() : PlainPattern(Word()),
                                   Chance(2) ? std::optional<int>(random_() % 9)
                                             : std::nullopt}};
      case 1:
        return {.kind = PatternLeaf{Wild()}};
      case 2:
        return {.kind = FuzzyLeaf{Word(), Chance(2) ? 1 : 2}};
      case 3:
        return {.kind =
                    CaseLeaf{Word(), Chance(2) ? LetterPattern::kCapitalFirst
                                               : LetterPattern::kAllCapitals}};
      default:
        return {.kind = WordLeaf{Word(), Chance(3) ? WordForm::kExact
                                                   : WordForm::kInflected}};
    }
  }

  Node Leaf() {
    if (Chance(8)) return {.kind = Everything{}};
    if (Chance(8))
      return {.kind = Comparison{static_cast<Relation>(random_() % 4), "2020"},
              .field = "date"};
    return Words();
  }

  std::mt19937 random_;
};

TEST(WrittenForm, ParsesBackToTheSameTree) {
  for (unsigned seed = 0; seed < 5'000; ++seed) {
    const Node tree = RandomTree(seed).Any(4);
    const std::string text = ToQueryText(tree);
    const ParsedQuery parsed = Parse(text);
    ASSERT_EQ(ToString(parsed.tree), ToString(tree)) << seed << ": " << text;
    ASSERT_TRUE(parsed.errors.empty())
        << seed << ": " << text << ": " << parsed.errors[0].message;
  }
}

TEST(WrittenForm, ReadsWell) {
  struct Case {
    std::string query;
    std::string text;
  };
  const std::vector<Case> cases = {
      {"us grain OR wheat", "(us AND grain) OR wheat"},
      {"a -b", "a AND NOT b"},
      {"-(a W/5 b)", "NOT (a W/5 b)"},
      {"title:(a b)", "title:a AND title:b"},
      {"F-16 O'Brien AT&T 10:30", "F-16 AND O'Brien AND AT&T AND 10:30"},
      {"http://x/?a=b*", "http://x/?a=b*"},
      {"“military hotline”", "\"military hotline\""},
      {"terror* wom?n", "terror* AND wom?n"},
      {"a NEAR b", "a W/10 b"},
      {"a w/s (b ADJ c)", "a W/S (b PRE/1 c)"},
      {"date:>=2020", "date:>=2020"},
      {"\\OR", "\\OR"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(ToQueryText(Parse(c.query).tree), c.text) << c.query;
}

}  // namespace
}  // namespace archive
