// Which articles are versions of one story, and when each of them is shown: the
// table that is written as a generation's file `visibility`.
//
// An article takes the place of another one
// - that it says it replaces (Article::replaces is the other's uid), or
// - that has the same uid and a lower version: versions are numbers such as 3
// or
//   1.2, and where one has a version another without it is the first, or
// - that has the same uid when it is itself canceled, withheld or corrected,
//   has no version or the same one, and is the later of the two.  Such a notice
//   that says not when it was sent is later than what was here when it came; a
//   higher version that comes behind it takes its place.
// Two articles that name different sources are never of one story, and a uid
// that is a mere number holds within one root.  The numbers of IPTC 7901 and
// ANPA come again from day to day and say nothing here.
//
// An article is shown from the end of its embargo on, until the end of the
// embargo of the first that took its place, at once or over several steps.  One
// that is canceled or withheld is never shown; a withheld one with an embargo
// is merely embargoed, and one whose embargo is no time is so without end.  So
// a kill takes all earlier versions with it, and a later usable version is
// shown again.
//
// What follows depends on the articles that are there and on nothing else.
#ifndef ARCHIVE_INDEXER_WRITING_VERSION_FINDER_H_
#define ARCHIVE_INDEXER_WRITING_VERSION_FINDER_H_

#include <span>

#include "common/index/visibility.h"
#include "common/result.h"
#include "indexer/writing/copy_finder.h"

namespace archive {

// Costs: a look at every uid where some article has a version; the records of
// the articles that share a uid, replace one, have an embargo or are not
// usable.  Fails: kIo, kIndexDamaged.
Result<VisibilityTable> FindVersions(std::span<const LivingSegment> segments);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_VERSION_FINDER_H_
