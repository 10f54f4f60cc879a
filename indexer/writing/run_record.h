// What the last run did: the file `last-run` of an index, for `status` and for
// whoever watches a machine.
//
// A text, a line for each fact: key, '=', value.  The keys are those of the
// rows in run_record.cc; lines with unknown keys are passed over.  A run writes
// it at its end, also one that changed nothing or failed, and not one that met
// a locked index.
#ifndef ARCHIVE_INDEXER_WRITING_RUN_RECORD_H_
#define ARCHIVE_INDEXER_WRITING_RUN_RECORD_H_

#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "common/error.h"
#include "common/result.h"
#include "indexer/writing/report.h"

namespace archive {

inline constexpr std::string_view kLastRunName = "last-run";

struct RunRecord {
  Instant began = 0;
  Instant ended = 0;
  // "published", "unchanged", "interrupted" or "failed".
  std::string result;
  std::string error;         // of a failed one
  Instant last_success = 0;  // the end of the last run that was none of the
                             // latter two; 0: there was none
  // All numbers of the report; of its lists only how many have newly failed.
  BuildReport report;
  std::uint64_t newly_failed = 0;
};

// Fails: kNotFound when no run has written one; kIndexDamaged when it says not
// when which run ended how, is cut short, or has no number where one belongs;
// kIo.
Result<RunRecord> ReadRunRecord(const std::string& index);

// Notes how a run ended that began at `began`.  REQUIRES: the lock is held.
// Fails: kIo.
Status RecordRun(const std::string& index, Instant began,
                 const Result<BuildReport>& report);

// The same for a run that failed before it held the lock.  Where there is no
// index, or another run holds it, nothing is noted.
void RecordEarlyFailure(const std::string& index, Instant began,
                        const Error& error);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_RUN_RECORD_H_
