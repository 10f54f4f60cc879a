// What is to be walked to answer a query, for the whole index: plain data.
#ifndef ARCHIVE_QUERY_MATCHING_PLAN_H_
#define ARCHIVE_QUERY_MATCHING_PLAN_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "query/language/ast.h"
#include "query/matching/leaf_words.h"
#include "query/matching/positions.h"
#include "query/matching/word_set.h"

namespace archive {

// More words than this behind the leaves of a query are an error.
inline constexpr std::size_t kMaxExpansion = 10'000;

// One word of the query, in one field, looked up in every segment.
struct PreparedWord {
  WordSpec spec;
  FieldId field = FieldId::kText;
  std::vector<IndexedWords> by_segment;
  std::uint64_t articles = 0;  // live ones that have it, or an upper bound
  double weight = 0;
};

// A tree of position nodes as it is asked about.
struct PositionQuestion {
  PositionNode root;  // its words are numbered as in Plan::position_words
  int at_least = 1;   // occurrences

  friend bool operator==(const PositionQuestion&,
                         const PositionQuestion&) = default;
};

struct PlanNode {
  enum class Kind : std::uint8_t {
    kAll,
    kNone,
    kWord,       // postings of words[word]
    kTerms,      // postings of whole values
    kDocs,       // articles that the index names: near-copies
    kColumn,     // a condition on a column
    kPositions,  // candidates: parts[0]; `question` decides
    kAnd,
    kOr,
    kNot,  // parts[0]
  };
  Kind kind = Kind::kAll;
  std::size_t word = 0;
  std::vector<std::vector<std::string>> terms = {};  // kTerms: by segment
  std::vector<std::vector<DocId>> docs = {};         // kDocs: by segment
  const Node* condition = nullptr;  // kColumn; in the plan's tree
  std::shared_ptr<PositionQuestion> question = {};
  std::vector<PlanNode> parts = {};
  const Node* node = nullptr;  // what it was made from, for --explain
};

struct Plan {
  std::unique_ptr<const Node> tree;  // resolved; plan nodes point into it
  PlanNode root;
  std::vector<PreparedWord> words;
  // Those whose places decide: their numbers in `words`.
  std::vector<std::size_t> position_words;
  // What may be marked in the text of a match: the tree's leaves and
  // proximities outside NOT.
  std::vector<PositionTree> marks;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_PLAN_H_
