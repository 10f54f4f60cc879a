// The stored records of many matches, packed, in runs.
//
// Each is fetched in the order in which its records lie: the order of an answer
// would read each block of the database as often as it holds records.
#ifndef ARCHIVE_QUERY_MATCHING_RECORD_RUNS_H_
#define ARCHIVE_QUERY_MATCHING_RECORD_RUNS_H_

#include <cstddef>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/open_index.h"
#include "common/span.h"
#include "query/matching/match.h"

namespace archive {

// The records of matches that follow each other.
struct RecordRun {
  std::size_t number = 0;  // of the run, from 0
  std::size_t first = 0;   // its first match
  // In one block: what one thread allocates and another frees, each record by
  // itself, costs more than the second thread saves.
  std::string bytes;
  std::vector<Span> records;  // by match
  // Why the next match has no record (kIndexDamaged); no run follows then.
  std::optional<Error> failure = {};

  // As Segment::Unpack() takes it.
  std::string Packed(std::size_t i) const {
    return bytes.substr(records[i].begin, records[i].end - records[i].begin);
  }
};

// Lives: index and matches as long.
// Threads: any, but nobody else may ask the index's databases meanwhile.
class RecordRuns {
 public:
  // Of matches up to this one there is one run.
  static constexpr std::size_t kFirstRun = 64;

  RecordRuns(const OpenIndex& index, std::span<const Match> matches)
      : index_(index), matches_(matches) {}

  // Makes it the next run: 512 KiB at most, or one record where that is larger.
  // False: there is none.  Its memory is used again, since new pages cost more
  // than what is written into them.
  bool Take(RecordRun& run);

 private:
  void Fetch(std::size_t count, RecordRun& run) const;
  void GoBehind(const RecordRun& run);

  const OpenIndex& index_;
  std::span<const Match> matches_;
  std::mutex mutex_;
  std::size_t number_ = 0;         // of the next run
  std::size_t next_ = 0;           // its first match
  std::size_t count_ = kFirstRun;  // how many it is to have
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_MATCHING_RECORD_RUNS_H_
