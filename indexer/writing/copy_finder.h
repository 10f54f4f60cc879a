// The living articles of all segments → groups of near-copies.
//
// Articles are taken in the order of publication, undated ones last, equals by
// id.  Each is compared with the leads so far; it joins the group of the lead
// that it resembles most, of equals the earliest, if it resembles that one
// enough for the level, and is a lead of its own else.  So every copy resembles
// its lead, and long chains of articles of which each resembles the next make
// no group: on Reuters-21578 chains gave groups of which 6 pairs in 100 did not
// resemble each other, leads 1 (docs/copies.md).  What is a copy at one level
// follows its lead at the looser ones.
//
// Compared with which leads: 32 numbers of a fingerprint are 16 pairs (bands);
// two articles that have a pair in common, at its place, are candidates.  For
// those whose fingerprints share enough numbers the words decide.  So the
// result is exact but for pairs of which no band is equal: less than 1 in 100
// of those at 0.5, none that count at 0.8.
//
// The groups follow from the set of living articles alone: neither threads nor
// segments nor the order of arrival matter.  Time: linear in articles.  Many
// articles of one mould (forms, tables) fill a band with leads; only the
// kLatestLeads last of each band are looked at, and only the words of the
// kMostCompared likeliest.
#ifndef ARCHIVE_INDEXER_WRITING_COPY_FINDER_H_
#define ARCHIVE_INDEXER_WRITING_COPY_FINDER_H_

#include <cstddef>
#include <span>

#include "common/index/copies.h"
#include "common/index/segment.h"

namespace archive {

inline constexpr std::size_t kLatestLeads = 32;
inline constexpr std::size_t kMostCompared = 16;

// A segment and what the next generation leaves out of it.
struct LivingSegment {
  const Segment* segment;
  const RemovedDocs* removed;  // sorted
};

// Memory: 8 bytes an article and band at a time; 12 bytes for each band that an
// article shares; words of a few thousand articles.
LeveledCopyGroups FindCopies(std::span<const LivingSegment> segments);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_COPY_FINDER_H_
