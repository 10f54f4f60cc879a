// What a query says: a typed tree.
//
// A value type: copyable, printable, owning all it refers to.  The parser
// makes the parsed form, in which a leaf names its field as it was typed; the
// resolver makes the resolved form of the same type, in which every leaf has a
// field_id, dates and numbers are ranges, and fields that stand for several
// (hlead, entity) are ORs.  DateRange, DayOfYear, NumberRange, Presence and
// WholeValue occur in the resolved form only, Comparison in the parsed only.
//
// Leaves: the names end in Leaf where the bare word means something else in
// namespace archive.  A leaf holds text as people type it; what words that is
// made of is decided by the analyser (common/text/analyser.h), later.
//
// To add a kind: a struct, a place in NodeKind, and what the compiler then
// misses in every std::visit.  Depth is bounded: see operators.h, kMaxNesting.
#ifndef ARCHIVE_QUERY_LANGUAGE_AST_H_
#define ARCHIVE_QUERY_LANGUAGE_AST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/dates/date_expression.h"
#include "common/index/schema.h"
#include "common/span.h"

namespace archive {

// Text with wildcards in it.  Neighbouring text pieces are one piece, and so
// are neighbouring kAnyRuns; text is never empty.
struct PatternPiece {
  enum class Kind : std::uint8_t { kText, kAnyRun, kAnyOne };
  Kind kind = Kind::kText;
  std::string text = {};  // kText: stands for itself, * and ? too

  friend bool operator==(const PatternPiece&, const PatternPiece&) = default;
};
using Pattern = std::vector<PatternPiece>;

// REQUIRES: at most kMaxQueryBytes of text.
Pattern PlainPattern(std::string_view text);
void Append(Pattern& pattern, PatternPiece piece);
bool HasWildcards(const Pattern& pattern);
// The pattern as typed, but without escapes: "terror*".
std::string TextOf(const Pattern& pattern);

struct Node;

// ---- Leaves --------------------------------------------------------------

struct Everything {};  // *

enum class WordForm : std::uint8_t {
  kInflected,  // hotline: any form that shares its stem
  kExact,      // =hotline, and every word of a field that is not stemmed
};
struct WordLeaf {
  std::string text;
  WordForm form = WordForm::kInflected;
};

// "military hotline", "military hotline"~3.  Wildcards count inside quotes.
struct PhraseLeaf {
  Pattern text;
  std::optional<int> slop = {};  // the words in any order, so many others
  // ="…": in a field of names the whole value; else as without the sign.
  bool is_whole = false;
};

struct PatternLeaf {  // terror*
  Pattern pattern;
};

struct FuzzyLeaf {  // gorbachov~2
  std::string text;
  int edits = 1;
};

enum class LetterPattern : std::uint8_t { kCapitalFirst, kAllCapitals };
struct CaseLeaf {  // caps(polish), allcaps(who)
  std::string text;
  LetterPattern letters = LetterPattern::kCapitalFirst;
};

enum class Relation : std::uint8_t { kLess, kAtMost, kAtLeast, kGreater };
struct Comparison {  // date:>=2020
  Relation relation = Relation::kAtLeast;
  std::string text;
};

// DateRange, DayOfYear: common/dates/date_expression.h.

struct NumberRange {
  // Inside, unless `..._is_open` says that the bound itself is left out.
  std::optional<double> low = {};
  std::optional<double> high = {};
  bool low_is_open = false;
  bool high_is_open = false;
};

struct Presence {  // has:byline
  FieldId of = FieldId::kText;
};

// The whole value of a kValue field or of a kPhrase field that is facetable; a
// whole name of a kEntity field.
struct WholeValue {
  Pattern value;
  // Asked for with `=`: what facets count as this value.  A name then is not
  // found where it is but another form of a name.
  bool is_counted = false;
};

// ---- Combining -------------------------------------------------------------

struct And {
  std::vector<Node> operands;  // two or more; the same for Or and Near
};

struct Or {
  std::vector<Node> operands;
};

struct Not {
  std::vector<Node> operand;  // exactly one; a vector, since Node is incomplete
};

// Operands are words, patterns, phrases, fuzzy words and case leaves, ORs of
// these, and further Nears.  Each neighbouring pair is within the distance.
struct Near {
  enum class Scope : std::uint8_t { kWords, kSentence, kParagraph };
  enum class Order : std::uint8_t { kAny, kAsWritten };
  std::vector<Node> operands;
  int distance = 0;  // kWords: 1 is adjacent; else 0
  Order order = Order::kAny;
  Scope scope = Scope::kWords;
};

// The operand is one leaf of words, or (resolved) an OR of the same leaf in
// several fields, whose occurrences are added up.
struct AtLeast {
  int times = 1;
  std::vector<Node> operand;  // exactly one
};

using NodeKind =
    std::variant<Everything, WordLeaf, PhraseLeaf, PatternLeaf, FuzzyLeaf,
                 CaseLeaf, Comparison, DateRange, DayOfYear, NumberRange,
                 Presence, WholeValue, And, Or, Not, Near, AtLeast>;

// How a node came into the query.
enum class Origin : std::uint8_t {
  kTyped,
  kSaved,    // inside a saved search: its span is that of the @NAME
  kSynonym,  // of the word or phrase at its span
};

struct Node {
  NodeKind kind;
  // Leaves only.  Parsed: as typed, in small letters; empty when none was.
  // Resolved: the schema's name; empty for FieldId::kText.
  std::string field = {};
  std::optional<FieldId> field_id = {};  // leaves of the resolved form
  Span span = {};        // in the query, `title:` and brackets included
  Span field_span = {};  // `title:`, which a group has in common; else empty
  Origin origin = Origin::kTyped;
};

// Where the value of a leaf stands: its span without the field's name.
Span ValueSpanOf(const Node& node);

Node MakeNot(Node operand, Span span);
// One operand is itself; REQUIRES: at least one.
Node MakeAnd(std::vector<Node> operands, Span span);
Node MakeOr(std::vector<Node> operands, Span span);

// A leaf that stands at word positions: word, phrase, wildcard, fuzzy, caps.
bool IsLeafOfWords(const Node& node);

// The operands of a node; none for a leaf.
const std::vector<Node>* OperandsOf(const Node& node);
std::vector<Node>* OperandsOf(Node& node);

// The canonical form, an s-expression: `a b OR title:c` is
// `(or (and "a" "b") (title "c"))`.  Trees print equally exactly when they
// mean the same, spans aside; tests and caches rely on that.
std::string ToString(const Node& node);

// An overload set of lambdas for std::visit.
template <typename... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_AST_H_
