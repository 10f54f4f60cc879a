// The stored records of many matches, one after the other.
//
// They are fetched in runs, each in the order in which its records
// lie (the order of an answer would read each block of the database as often as
// it holds records), while those of the run before are shown.
#ifndef ARCHIVE_QUERY_MATCHING_RECORD_RUNS_H_
#define ARCHIVE_QUERY_MATCHING_RECORD_RUNS_H_

#include <cstddef>
#include <future>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/open_index.h"
#include "common/result.h"
#include "common/span.h"
#include "query/matching/match.h"

namespace archive {

// Memory: two runs of a few MiB, or of one record where that is larger.
// Lives: index and matches as long.
// Threads: one, and nobody else may ask the index's databases meanwhile.
class RecordRuns {
 public:
  RecordRuns(const OpenIndex& index, std::span<const Match> matches)
      : index_(index), matches_(matches) {}

  // That of the next match, as DecodeRecord() takes it.  REQUIRES: there is
  // one.  Lives: until the next call.  Fails (kIndexDamaged), maybe for one
  // behind it.
  Result<std::string_view> Next();

 private:
  // In one block: what one thread allocates and another frees, each record by
  // itself, costs more than the second thread saves.
  struct Run {
    std::string bytes;
    std::vector<Span> records;  // by match
  };

  Status TakeRun();
  std::size_t NextCount() const;
  Result<Run> Fetch(std::size_t begin, std::size_t count) const;

  const OpenIndex& index_;
  std::span<const Match> matches_;
  Run run_;
  std::size_t next_ = 0;            // in run_
  std::size_t fetched_ = 0;         // matches before the end of run_
  std::future<Result<Run>> ahead_;  // the run behind it
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_RECORD_RUNS_H_
