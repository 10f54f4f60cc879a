// Matches → hits: the record of each, its path on this machine, its passages.
#ifndef ARCHIVE_QUERY_OUTPUT_HITS_H_
#define ARCHIVE_QUERY_OUTPUT_HITS_H_

#include <cstddef>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/generation.h"
#include "common/index/open_index.h"
#include "common/result.h"
#include "query/matching/match.h"
#include "query/matching/near_copies.h"
#include "query/output/result_page.h"
#include "query/output/snippet.h"

namespace archive {

// The id of the file that an article's id names: without `#record` and
// `!inner path`.
std::string_view FileOfId(std::string_view id);

// Where the file with this id lies: path of its root + path in the root.  The
// id itself when no root has its name.
std::string PathOfFile(std::string_view file, const std::vector<Root>& roots);

// What hits are made of.  Lives: index and marks as long as who uses it.
struct HitSource {
  const OpenIndex& index;
  HitDetail detail = kWholeHit;
  std::span<const PositionTree> marks = {};  // SearchAnswer::marks
  CopyLevel copies = kUsualCopyLevel;        // at which copies are counted
};

// Threads: none.
class HitReader {
 public:
  explicit HitReader(const HitSource& source)
      : source_(source), snippets_(source.marks) {}

  // Fails: kIndexDamaged.
  Result<Hit> Read(const Match& match, std::size_t rank);
  // The same with a record that was fetched (matching/record_runs.h); it is not
  // looked at where ids are asked for alone.
  Result<Hit> Make(const Match& match, std::size_t rank, std::string packed);

 private:
  Hit WithoutRecord(const Match& match, std::size_t rank) const;
  void AddRecord(const Match& match, std::string_view bytes, Hit& hit);

  HitSource source_;
  SnippetMaker snippets_;
};

// Writes the hits of `matches` in their order, the first of this rank: long
// answers on several threads, each a run of records at a time.
// Memory: a few MiB for each thread.
// Fails (kIndexDamaged) at the first hit that cannot be read; those before it
// are written.
Status WriteHits(const HitSource& source, std::span<const Match> matches,
                 std::size_t rank, const HitWriter& write, std::ostream& out);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_HITS_H_
