// Files that somebody is still writing: they wait for the next run.
//
// A file whose content was touched within the last seconds is read at the end
// of the run, when it has been left alone for that long; one that goes on
// changing, or changes under the read, is left as the index has it.  Half an
// article is never published.
#ifndef ARCHIVE_INDEXER_WRITING_SETTLING_H_
#define ARCHIVE_INDEXER_WRITING_SETTLING_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writing/file_changes.h"
#include "indexer/writing/files_table.h"

namespace archive {

// Why such a file is skipped.
inline constexpr std::string_view kStillWritten = "still being written";
// One that has gone since the walk: the next run finds out whether it stays so.
inline constexpr std::string_view kGoneMeanwhile =
    "gone since the run looked for files";

// Notes in `stamp` how the file is now, if it has changed since; whether it was
// written in the last `seconds`, too.  A file that is not there, and all files
// when `seconds` is 0, stay as they are.
bool RenewStamp(const std::string& path, double seconds, FileStamp& stamp);

// Whether the file's content is another than `stamp` says, or is not there.
bool HasChanged(const std::string& path, const FileStamp& stamp);

// Whether the file was written in the last `seconds` by the system's clock.
// One that is dated further ahead than that is not: a clock was wrong, and
// nobody waits until it is right.
bool IsFresh(const FileStamp& stamp, double seconds);

// Puts the fresh ones last, the others in their order; how many are not fresh.
std::size_t PutFreshLast(std::vector<FileToRead>& files, double seconds);

// Waits until `seconds` have passed since the last of them was written: that
// long at most.  Ends early when `interrupted`.
void WaitUntilSettled(const std::vector<FileToRead>& files, std::size_t first,
                      double seconds, const std::function<bool()>& interrupted);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_SETTLING_H_
