// The words of names: titles before them, legal forms behind them, what
// shortens what, and what is no name at all.
//
// All functions are pure.  To add a title, a legal form or a word that is no
// name: the lists in name_words.cc.
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
// Titles that only people have; Secretary and General begin other names, too.
bool IsTitleOfPerson(std::string_view folded);
// Inc, Corp, Ltd …
bool IsLegalForm(std::string_view folded);
// Of, and, the …: small in names, too.
bool IsSmallWord(std::string_view folded);

// The words of a folded name, without dots.
std::vector<std::string> WordsOf(std::string_view folded);

bool HasSmallLetter(std::string_view text);

// Whether `words` may be the same person as the longer `full`: Kefei's surname
// or first name alone, initials, a middle name left out.
bool IsShorterPerson(std::span<const std::string> words,
                     std::span<const std::string> full);

// What is written in capitals alone, as if it were not: PARIS → Paris.
std::string AsName(EntityKind kind, const std::string& name);

// Pronouns, days, months, nationalities, figures: whatever the model thinks.
bool IsNoName(EntityKind kind, std::string_view text,
              const EntityLexicon& lexicon);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_NAME_WORDS_H_
