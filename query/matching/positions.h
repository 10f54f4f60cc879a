// Where words stand, and the one checker that decides every kind of proximity.
//
// Phrase, "…"~n, W, NEAR, PRE, ADJ, W/S, W/P, and the fields that are parts of
// the text, are all one question: does this tree of words occur in one value of
// the article?  What it leaves to others: reading words from a token stream or
// a text (token_source.h), choosing articles worth the question (planner.h).
//
// The rules, docs/query-language.md "Positions":
//   - words are counted within a value; a paragraph's end counts as one word
//     more, so a phrase never crosses it and a distance may;
//   - the distance between two occurrences is that between their nearest ends;
//   - the occurrences that match a chain share no word.
#ifndef ARCHIVE_QUERY_MATCHING_POSITIONS_H_
#define ARCHIVE_QUERY_MATCHING_POSITIONS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/schema.h"
#include "query/language/ast.h"

namespace archive {

// What is to stand where.
struct PositionNode {
  enum class Kind : std::uint8_t {
    kWord,      // a word of the query, in a field
    kSequence,  // parts side by side in this order
    kWindow,    // parts in any order, `distance` other words among them at most
    kAny,       // one of the parts
    kNear,      // neighbouring parts within `distance`
  };
  Kind kind = Kind::kWord;
  std::size_t word = 0;             // kWord: its number in the query
  FieldId field = FieldId::kText;   // kWord
  std::vector<PositionNode> parts;  // all but kWord
  int distance = 0;                 // kWindow, kNear
  Near::Order order = Near::Order::kAny;
  Near::Scope scope = Near::Scope::kWords;
};

struct WordPosition {
  std::uint32_t position = 0;
  std::uint32_t paragraph = 0;  // of the value, from 0
  std::uint32_t sentence = 0;   // of the value, from 0
};

// The words of the query in one value of an article.
struct ValueWords {
  Zone zone = Zone::kBody;
  // By number of the word: where it stands, in order.
  std::vector<std::vector<WordPosition>> places;
};

// A way in which a node occurs: its words, by position, rising.
struct Occurrence {
  std::vector<WordPosition> words;  // never empty

  std::uint32_t begin() const { return words.front().position; }
  std::uint32_t end() const { return words.back().position; }
};

// Whether words of `field` may stand in `zone`.
bool IsFieldOfZone(FieldId field, Zone zone);

// Of one query in all articles it looks at: about a second.  A chain of many
// frequent words has more arrangements than anybody waits for.
inline constexpr std::uint64_t kMaxPlacementSteps = 20'000'000;

// Threads: none.  One a query: its steps are counted together.
class PositionChecker {
 public:
  bool Matches(const PositionNode& node, const ValueWords& value);
  // Every occurrence, each once, by its words.
  std::vector<Occurrence> Find(const PositionNode& node,
                               const ValueWords& value);

  // Whether any question so far had more possible answers than are looked at.
  bool gave_up() const { return gave_up_; }

 private:
  struct Search;

  std::vector<Occurrence> Join(const PositionNode& node,
                               const ValueWords& value, std::size_t enough);
  std::vector<Occurrence> FindUpTo(const PositionNode& node,
                                   const ValueWords& value, std::size_t enough);
  void Extend(Search& search);

  std::uint64_t steps_ = 0;
  bool gave_up_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_POSITIONS_H_
