// How many articles go into one part of a segment.
//
// A list of postings begins anew in each part, and merging joins no lists, so
// fewer parts make a smaller index; but towards the end of a run every thread
// must have one to write.
#ifndef ARCHIVE_INDEXER_WRITING_PART_SIZE_H_
#define ARCHIVE_INDEXER_WRITING_PART_SIZE_H_

#include <cstdint>

namespace archive {

// With fewer articles a part saves no time.
inline constexpr std::uint64_t kLeastPart = 4000;
// With more the index is hardly smaller.
inline constexpr std::uint64_t kMostPart = 11'000;

struct PartOutlook {
  unsigned threads = 1;        // that write parts
  std::uint64_t gathered = 0;  // articles of the part in hand
  std::uint64_t taken = 0;     // of the run so far
  std::uint64_t expected = 0;  // still to come, about; 0: not known
};

// Whether the part in hand has enough.  Guided self-scheduling
// (Polychronopoulos and Kuck, IEEE Transactions on Computers, 1987): a part is
// what one of the threads would do of all that is left. Pure.  Never depends on
// time.
bool IsPartComplete(const PartOutlook& outlook);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_PART_SIZE_H_
