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
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/result.h"
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

  friend bool operator==(const PositionNode&, const PositionNode&) = default;
};

// Whether any of them holds words to one sentence.
bool AskForSentences(std::span<const PositionNode> nodes);

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

// What a query may cost in steps, each the trying of a place: about a second's
// worth, and on a large archive what a few looks at each article cost.  A chain
// of many frequent words has more arrangements than anybody waits for.
inline constexpr std::uint64_t kMaxPlacementSteps = 20'000'000;
inline constexpr std::uint64_t kMaxPlacementStepsAnArticle = 100;
constexpr std::uint64_t PlacementStepsFor(std::uint64_t articles) {
  return kMaxPlacementSteps + kMaxPlacementStepsAnArticle * articles;
}

// Threads: none.  One a query: its steps are counted together.
class PositionChecker {
 public:
  // Gives up when more than `steps` have been taken since it was made or
  // renewed.
  explicit PositionChecker(std::uint64_t steps) : steps_(steps), left_(steps) {}

  bool Matches(const PositionNode& node, const ValueWords& value);
  // Every occurrence, each once, by its words.
  std::vector<Occurrence> Find(const PositionNode& node,
                               const ValueWords& value);

  // Whether any question so far had more possible answers than are looked at.
  bool gave_up() const { return gave_up_; }
  // All steps may be taken once more.
  void Renew() {
    left_ = steps_;
    gave_up_ = false;
  }

 private:
  struct Placement;
  struct Search;
  using Placements = std::pmr::vector<Placement>;
  using PlacesByPart = std::pmr::vector<std::span<const WordPosition>>;

  bool Spend(std::uint64_t steps);
  Placements FindUpTo(const PositionNode& node, const ValueWords& value,
                      std::size_t enough);
  Placements FindPhrase(const PositionNode& node, const ValueWords& value,
                        std::size_t enough);
  Placements Join(const PositionNode& node, const ValueWords& value,
                  std::size_t enough);
  void Extend(Search& search);
  bool IsPhraseAt(const PlacesByPart& parts, std::uint32_t position);
  std::span<const WordPosition> Together(const Search& search);
  std::span<WordPosition> Allocate(std::size_t count);

  std::uint64_t steps_;
  std::uint64_t left_;
  bool gave_up_ = false;
  // What is thrown away when a question is answered.
  std::pmr::monotonic_buffer_resource memory_;
};

// The error of a question that was given up after `steps`, in the article `id`.
Error TooManyPlacements(std::uint64_t steps, std::string_view id);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_POSITIONS_H_
