// The operators of the query language, one row each.
//
// Lexer and parser read keyword, shape and precedence from here; the help
// pages print the rest.  To add one: an OpId, a row, and (when it combines
// articles in a new way) a node in ast.h, which every std::visit over the tree
// then has to say something about.  A test parses the example of each row.
#ifndef ARCHIVE_QUERY_LANGUAGE_OPERATORS_H_
#define ARCHIVE_QUERY_LANGUAGE_OPERATORS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace archive {

enum class OpId : std::uint8_t {
  kOr,
  kAnd,
  kNot,
  kWithin,
  kNear,
  kPre,
  kAdj,
  kSentence,
  kParagraph,
  kAtLeast,
  kCaps,
  kAllCaps,
};

enum class OpShape : std::uint8_t {
  kInfix,         // a AND b; in capitals only
  kPrefix,        // NOT a; in capitals only
  kDistance,      // a W/5 b; a distance in words behind the slash
  kScope,         // a W/S b
  kNumberedCall,  // atleast5(a)
  kCall,          // caps(a)
};

struct Operator {
  OpId id;
  std::string_view keyword;  // compared in capitals; without "/n" and "n("
  OpShape shape;
  int precedence;  // the larger, the tighter it binds
  // What the bare keyword, in capitals, means; 0: the keyword alone is a word.
  int default_distance = 0;
  std::string_view usage;  // as the help pages show it
  std::string_view help;
  std::string_view example;
};

inline constexpr int kOrPrecedence = 1;
inline constexpr int kAndPrecedence = 2;
inline constexpr int kNotPrecedence = 3;
inline constexpr int kProximityPrecedence = 4;
inline constexpr int kCallPrecedence = 5;

inline constexpr std::array<Operator, 12> kOperators = {{
    {.id = OpId::kOr,
     .keyword = "OR",
     .shape = OpShape::kInfix,
     .precedence = kOrPrecedence,
     .usage = "a OR b",
     .help = "either",
     .example = "wheat OR maize"},
    {.id = OpId::kAnd,
     .keyword = "AND",
     .shape = OpShape::kInfix,
     .precedence = kAndPrecedence,
     .usage = "a AND b, a b",
     .help = "both; a space is AND",
     .example = "wheat AND exports"},
    {.id = OpId::kNot,
     .keyword = "NOT",
     .shape = OpShape::kPrefix,
     .precedence = kNotPrecedence,
     .usage = "NOT a, -a",
     .help = "articles without it",
     .example = "wheat NOT futures"},
    {.id = OpId::kWithin,
     .keyword = "W",
     .shape = OpShape::kDistance,
     .precedence = kProximityPrecedence,
     .usage = "a W/5 b",
     .help = "at most 5 words apart, in either order; 1 is adjacent",
     .example = "grain W/5 embargo"},
    {.id = OpId::kNear,
     .keyword = "NEAR",
     .shape = OpShape::kDistance,
     .precedence = kProximityPrecedence,
     .default_distance = 10,
     .usage = "a NEAR/5 b",
     .help = "the same as W/5; NEAR alone is NEAR/10",
     .example = "grain NEAR embargo"},
    {.id = OpId::kPre,
     .keyword = "PRE",
     .shape = OpShape::kDistance,
     .precedence = kProximityPrecedence,
     .usage = "a PRE/5 b",
     .help = "at most 5 words apart, in this order",
     .example = "prime PRE/2 minister"},
    {.id = OpId::kAdj,
     .keyword = "ADJ",
     .shape = OpShape::kDistance,
     .precedence = kProximityPrecedence,
     .default_distance = 1,
     .usage = "a ADJ/5 b",
     .help = "the same as PRE/5; ADJ alone is ADJ/1",
     .example = "prime ADJ minister"},
    {.id = OpId::kSentence,
     .keyword = "W/S",
     .shape = OpShape::kScope,
     .precedence = kProximityPrecedence,
     .usage = "a W/S b",
     .help = "in the same sentence",
     .example = "seoul W/S beijing"},
    {.id = OpId::kParagraph,
     .keyword = "W/P",
     .shape = OpShape::kScope,
     .precedence = kProximityPrecedence,
     .usage = "a W/P b",
     .help = "in the same paragraph",
     .example = "seoul W/P beijing"},
    {.id = OpId::kAtLeast,
     .keyword = "ATLEAST",
     .shape = OpShape::kNumberedCall,
     .precedence = kCallPrecedence,
     .usage = "atleast5(a)",
     .help = "the word or phrase occurs at least 5 times in the article",
     .example = "atleast5(hotline)"},
    {.id = OpId::kCaps,
     .keyword = "CAPS",
     .shape = OpShape::kCall,
     .precedence = kCallPrecedence,
     .usage = "caps(a)",
     .help = "the word, written there with a capital first letter",
     .example = "caps(polish)"},
    {.id = OpId::kAllCaps,
     .keyword = "ALLCAPS",
     .shape = OpShape::kCall,
     .precedence = kCallPrecedence,
     .usage = "allcaps(a)",
     .help = "the word, written there in capitals only",
     .example = "allcaps(who)"},
}};

// Limits of hostile queries; each is named by the error it leads to.
inline constexpr std::size_t kMaxQueryBytes = 10'000;
inline constexpr int kMaxNesting = 100;
inline constexpr int kMaxLeaves = 10'000;
inline constexpr int kMaxDistance = 1'000;  // words
inline constexpr int kMaxAtLeast = 1'000;   // occurrences
inline constexpr int kMaxEdits = 2;
inline constexpr int kMaxSavedDepth = 10;  // saved searches in each other

constexpr const Operator& OperatorFor(OpId id) {
  return kOperators[static_cast<std::size_t>(id)];
}

// What an operator makes of the two operands beside it.
enum class Joint : std::uint8_t { kBoth, kEither, kNear };

constexpr Joint JointOf(OpId id) {
  switch (id) {
    case OpId::kOr:
      return Joint::kEither;
    case OpId::kWithin:
    case OpId::kNear:
    case OpId::kPre:
    case OpId::kAdj:
    case OpId::kSentence:
    case OpId::kParagraph:
      return Joint::kNear;
    case OpId::kAnd:
    case OpId::kNot:  // these do not stand between two operands
    case OpId::kAtLeast:
    case OpId::kCaps:
    case OpId::kAllCaps:
      return Joint::kBoth;
  }
  return Joint::kBoth;
}

constexpr bool OperatorsAreSound() {
  for (std::size_t i = 0; i < kOperators.size(); ++i) {
    const Operator& op = kOperators[i];
    if (op.id != static_cast<OpId>(i) || op.precedence < 1) return false;
    if (op.usage.empty() || op.help.empty() || op.example.empty()) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (kOperators[j].keyword == op.keyword) return false;
    }
    for (const char c : op.keyword) {
      if (c >= 'a' && c <= 'z') return false;
    }
  }
  return true;
}
static_assert(OperatorsAreSound(),
              "kOperators: order, keywords in capitals, no two alike, help");

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_OPERATORS_H_
