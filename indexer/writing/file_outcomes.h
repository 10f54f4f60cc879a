// What came of a file that was read, in its row and in the report of the run.
#ifndef ARCHIVE_INDEXER_WRITING_FILE_OUTCOMES_H_
#define ARCHIVE_INDEXER_WRITING_FILE_OUTCOMES_H_

#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "indexer/readers/numbered_articles.h"
#include "indexer/writing/file_changes.h"
#include "indexer/writing/report.h"

namespace archive {

// It holds nothing to index; where it holds an article, or failed, that counts.
void NoteSkipped(std::string_view reason, FileRow& row);
// A part of it could not be read.
void NoteRejected(const Rejection& rejection, FileRow& row);
// Counts the file, and says since when it fails.
void CountOutcome(FileToRead& file, const std::string& file_id, Instant now,
                  BuildReport& report);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_FILE_OUTCOMES_H_
