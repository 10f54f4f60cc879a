// The words of names: legal forms behind them, what they end in, and what is no
// name at all.
//
// All functions are pure.  To add a legal form or a word that is no name: the
// lists in name_words.cc; a title: person_names.h.
#ifndef ARCHIVE_INDEXER_ANALYSIS_NAME_WORDS_H_
#define ARCHIVE_INDEXER_ANALYSIS_NAME_WORDS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/entity_labels.h"
#include "indexer/analysis/entity_words.h"

namespace archive {

struct TrimmedName {
  std::string text;  // with single spaces; empty: nothing is left
  bool has_title = false;
};

// Without titles (of a person), articles, punctuation and 's at its ends.
TrimmedName TrimName(EntityKind kind, std::string_view text);

std::vector<std::string_view> SplitAtSpaces(std::string_view text);
std::string JoinedWords(std::span<const std::string_view> words);
// In small letters, without accents and without dots at the end.
std::string FoldedWord(std::string_view word);
// `text` without a possessive, and without what no name ends in.
std::string_view WithoutEnding(std::string_view text);
// What lies in a landscape, whatever is before it: Sea, Peninsula.
bool IsLandmark(std::string_view folded);
// Inc, Corp, Ltd …
bool IsLegalForm(std::string_view folded);
// Of, and, the …: small in names, too.
bool IsSmallWord(std::string_view folded);

// The words of a folded name, without dots.
std::vector<std::string> WordsOf(std::string_view folded);

bool HasSmallLetter(std::string_view text);
bool BeginsWithCapital(std::string_view token);

// 's, as a token of its own.
bool IsPossessive(std::string_view token);
// The tokens as a text, 's joined to what is before it.
std::string JoinedTokens(std::span<const std::string_view> tokens);

// What is written in capitals alone, as if it were not: PARIS → Paris.
std::string AsName(EntityKind kind, const std::string& name);

// A word of small letters.
bool IsGivenName(std::string_view folded, const EntityLexicon& lexicon);

// Pronouns, days, months, nationalities, figures: whatever the model thinks.
bool IsNoName(EntityKind kind, std::string_view text,
              const EntityLexicon& lexicon);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_NAME_WORDS_H_
