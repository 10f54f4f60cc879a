// A leaf of a query, or a tree of them that is about proximity → words and how
// they are to stand.
#ifndef ARCHIVE_QUERY_MATCHING_LEAF_WORDS_H_
#define ARCHIVE_QUERY_MATCHING_LEAF_WORDS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"
#include "query/language/ast.h"
#include "query/matching/positions.h"
#include "query/matching/word_set.h"

namespace archive {

struct FieldWord {
  WordSpec spec;
  FieldId field = FieldId::kText;
};

// Words of these fields are the unprefixed terms.
bool IsPartOfText(FieldId field);
// Whether a posting list alone decides about a word of the field.
bool IsDecidedByPostings(const WordSpec& spec, FieldId field);
// The term of a word, which may be empty: then the prefix of all of them.
std::string TermOf(FieldId field, std::string_view word);
// Equal when two words ask for the same.
std::string KeyOf(const FieldWord& word);

// Words, and a tree that numbers them.
struct PositionTree {
  std::vector<FieldWord> words;
  PositionNode root;
};

// Trees whose words are numbered through, so that one reading of a text serves
// them all.
struct JoinedTrees {
  std::vector<WordSpec> specs;
  std::vector<PositionNode> roots;
};
JoinedTrees JoinTrees(std::span<const PositionTree> trees);

// Of a word, phrase, wildcard or misspelling, an OR of these, or a Near.
// Nothing when the text holds no word: such a leaf asks for nothing.
// REQUIRES: `node` is resolved and of one of these kinds.
std::optional<PositionTree> BuildPositions(const Node& node,
                                           Analyser& analyser);

// The words of a text that may hold wildcards, cut by the analyser.
std::vector<WordSpec> SpecsOf(const Pattern& text, Analyser& analyser);

// A pattern as it is compared with folded text.
Pattern FoldPattern(const Pattern& pattern);
// Whether a name has all words of `words`.
bool HoldsWords(std::string_view name, std::string_view words,
                Analyser& analyser);

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_LEAF_WORDS_H_
