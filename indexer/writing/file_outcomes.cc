#include "indexer/writing/file_outcomes.h"

namespace archive {

void NoteSkipped(std::string_view reason, FileRow& row) {
  if (row.articles > 0 || row.outcome == FileOutcome::kFailed) return;
  row.outcome = FileOutcome::kSkipped;
  row.reason = reason;
}

void NoteRejected(const Rejection& rejection, FileRow& row) {
  row.outcome = FileOutcome::kFailed;
  row.reason = rejection.where.empty()
                   ? rejection.reason
                   : rejection.where + ": " + rejection.reason;
}

void CountOutcome(FileToRead& file, const std::string& file_id, Instant now,
                  BuildReport& report) {
  switch (file.row.outcome) {
    case FileOutcome::kIndexed:
      ++report.indexed_files;
      break;
    case FileOutcome::kSkipped:
      ++report.skipped_files;
      ++report.skipped_reasons[file.row.reason];
      break;
    case FileOutcome::kFailed:
      ++report.failed_files;
      file.row.failed_since =
          file.before.failed_since != 0 ? file.before.failed_since : now;
      if (file.before.failed_since == 0)
        report.newly_failed.push_back({file_id, file.row.reason});
      break;
  }
}

}  // namespace archive
