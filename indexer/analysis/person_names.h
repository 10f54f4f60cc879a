// The names of people: titles before them, generations and parties behind them,
// and which of two names shortens the other.
//
// All functions are pure.  To add a title: a row of kTitles in person_names.cc.
#ifndef ARCHIVE_INDEXER_ANALYSIS_PERSON_NAMES_H_
#define ARCHIVE_INDEXER_ANALYSIS_PERSON_NAMES_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace archive {

// Folded, without dots (name_words.h, WordsOf).
using PersonWords = std::span<const std::string>;

bool IsTitle(std::string_view folded);
// Titles that only people have; Secretary and General begin other names, too.
bool IsTitleOfPerson(std::string_view folded);

// Where the name begins behind titles and articles.  The words may be all
// titles.  Pope Francis keeps his.
std::size_t EndOfTitles(std::span<const std::string_view> words);

// Without the party and the state that lists of names put behind a senator.
std::span<const std::string_view> WithoutParty(
    std::span<const std::string_view> words);

// Whether `words` may be the same person as the longer `full`: Kefei's surname
// or first name alone, its last words, initials, a middle name left out.
bool IsShorterPerson(PersonWords words, PersonWords full);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_PERSON_NAMES_H_
