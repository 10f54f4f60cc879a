// Matches → hits: the record of each, its path on this machine, its passages.
#ifndef ARCHIVE_QUERY_OUTPUT_HITS_H_
#define ARCHIVE_QUERY_OUTPUT_HITS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/generation.h"
#include "common/index/open_index.h"
#include "common/result.h"
#include "query/matching/near_copies.h"
#include "query/matching/searcher.h"
#include "query/output/result_page.h"
#include "query/output/snippet.h"

namespace archive {

// The id of the file that an article's id names: without `#record` and
// `!inner path`.
std::string_view FileOfId(std::string_view id);

// Where the file with this id lies: path of its root + path in the root.  The
// id itself when no root has its name.
std::string PathOfFile(std::string_view file, const std::vector<Root>& roots);

// Lives: no longer than the index.  Threads: none.
class HitReader {
 public:
  // Copies are counted at this level.
  HitReader(const OpenIndex& index, std::span<const PositionTree> marks,
            CopyLevel level = kUsualCopyLevel)
      : index_(index), searcher_(index), snippets_(marks), level_(level) {}

  // Hands over the hits of `matches` in their order, the first of this rank.
  // Fails (kIndexDamaged), maybe after some of them.
  Status Read(std::span<const Match> matches, std::size_t rank,
              HitDetail detail, const HitSink& sink);
  Result<Hit> Read(const Match& match, std::size_t rank, HitDetail detail);

 private:
  Hit WithoutRecord(const Match& match, std::size_t rank) const;
  void AddRecord(const Match& match, std::string_view bytes, HitDetail detail,
                 Hit& hit);

  const OpenIndex& index_;
  Searcher searcher_;
  SnippetMaker snippets_;
  CopyLevel level_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_HITS_H_
