// The names of organisations: what shortens what, and which words are no name
// alone.
//
// All functions are pure; words are folded (WordsOf).  To add a word that
// organisations are called by, and that names none of them: kHeads in
// organisation_names.cc.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ORGANISATION_NAMES_H_
#define ARCHIVE_INDEXER_ANALYSIS_ORGANISATION_NAMES_H_

#include <span>
#include <string>
#include <string_view>

#include "indexer/analysis/place_table.h"

namespace archive {

using NameWords = std::span<const std::string>;

// Bank, Committee, Senate Committee: which one it is, only what stands around
// it says.
bool IsUnnamedOrganisation(NameWords words);

// Whether `words` may be the same organisation as the longer `full`: how it
// begins, how it ends (Appropriations Committee is one of the Senate), or what
// it is (the Bank of Japan is a Bank).
bool IsShorterOrganisation(NameWords words, NameWords full);

// Whether `words` are what follows a place in `full`: Celtics, of Boston
// Celtics.
bool IsTeamOf(NameWords words, NameWords full, const PlaceTable& places);

// Whether `firm` is `words` with a legal form behind it, as Morgan Stanley and
// Co is a firm of that name and no person.
bool IsFirmOfName(NameWords words, NameWords firm);

// Whether `acronym` (IMF, I.M.F.) is made of the initials of `full`.
bool IsAcronymOf(std::string_view acronym, std::string_view full);

// Without Inc., Corp., Ltd., and Co … at the end.
std::string WithoutLegalForm(const std::string& name);

// Whether organisations are called after what stands behind `of`, or `on`: Bank
// of England, Committee on Armed Services.
bool IsNamedBehindOf(std::string_view folded_word);
bool IsNamedBehindOn(std::string_view folded_word);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ORGANISATION_NAMES_H_
