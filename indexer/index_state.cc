#include "indexer/index_state.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/index/open_index.h"
#include "indexer/published_files.h"

namespace archive {
namespace {

namespace fs = std::filesystem;

// A run that goes on meanwhile adds files and takes them away: what vanishes
// while we count did not count.
std::uintmax_t BytesIn(const std::string& directory) {
  std::uintmax_t bytes = 0;
  std::error_code code;
  fs::recursive_directory_iterator at(directory, code);
  for (const fs::recursive_directory_iterator end; !code && at != end;
       at.increment(code)) {
    std::error_code gone;
    if (!at->is_regular_file(gone)) continue;
    const std::uintmax_t size = at->file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

void CountArticles(const Segment& segment, IndexState& state) {
  const Columns& columns = segment.columns();
  for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
    if (!segment.IsLive(doc)) continue;
    ++state.articles;
    const Day day = columns.FirstDayOf(doc);
    if (day == kNoDay) {
      ++state.undated;
      continue;
    }
    const bool first = state.last_day == kNoDay;
    state.first_day = first ? day : std::min(state.first_day, day);
    state.last_day = first ? day : std::max(state.last_day, day);
  }
}

void CountFile(const FileRow& row, IndexState& state) {
  state.articles_by_root[row.root] += row.articles;
  switch (row.outcome) {
    case FileOutcome::kIndexed:
      ++state.indexed_files;
      return;
    case FileOutcome::kSkipped:
      ++state.skipped_files;
      return;
    case FileOutcome::kFailed:
      ++state.failed_files;
      if (state.failed_since == 0 || row.failed_since < state.failed_since)
        state.failed_since = row.failed_since;
      return;
  }
}

}  // namespace

Result<IndexState> ReadIndexState(const std::string& index) {
  ASSIGN_OR_RETURN(const OpenIndex open, OpenIndex::Open(index));
  ASSIGN_OR_RETURN(const PublishedFiles published, ReadPublishedFiles(index));
  IndexState state;
  state.generation = published.generation;
  state.bytes = BytesIn(index);
  for (const Segment& segment : open.segments()) CountArticles(segment, state);
  state.articles_by_root.resize(state.generation.roots.size());
  for (const FileRow& row : published.files) CountFile(row, state);
  Result<RunRecord> record = ReadRunRecord(index);
  if (record) {
    state.last_run = *std::move(record);
  } else if (record.error().code != ErrorCode::kNotFound) {
    state.last_run_problem = record.error();
  }
  return state;
}

}  // namespace archive
