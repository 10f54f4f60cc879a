// The words of a body → shingles → the fingerprint by which near-copies are
// found.
//
// A shingle is four words that follow each other in the body, folded as the
// analyser folds them; sentences and paragraphs end none.  How much two
// articles resemble each other is the Jaccard coefficient of their sets of
// shingles: those in both over those in either.  The fingerprint is a MinHash
// of the set: Broder, "On the resemblance and containment of documents" (1997);
// its hash functions come from two, as in Kirsch and Mitzenmacher, "Less
// hashing, same performance" (2006).  Titles are left out: copies have others.
//
// The hashes are part of the format on disk: fingerprints of different runs are
// compared.  What it leaves to others: which articles are copies
// (indexer/writing/copy_finder.h).
#ifndef ARCHIVE_COMMON_INDEX_SHINGLES_H_
#define ARCHIVE_COMMON_INDEX_SHINGLES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/fingerprint.h"

namespace archive {

using WordHash = std::uint64_t;
using Shingle = std::uint64_t;  // the hash of its words

inline constexpr std::size_t kShingleWords = 4;
// A body of fewer words has no fingerprint: that two notices say "no text
// available" makes them no copies.
inline constexpr std::size_t kFewestWords = 8;

WordHash HashOfWord(std::string_view folded);

// Of the words of a body, in order; each shingle once, sorted.  None when there
// are fewer than kFewestWords.
std::vector<Shingle> ShinglesOf(std::span<const WordHash> words);

Fingerprint FingerprintOf(std::span<const Shingle> shingles);

// The Jaccard coefficient, 0 to 1; 0 when both are empty.
// REQUIRES: each is sorted and holds a shingle once.
double Resemblance(std::span<const Shingle> a, std::span<const Shingle> b);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SHINGLES_H_
