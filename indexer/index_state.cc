#include "indexer/index_state.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
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

void CountArticles(const OpenIndex& index, std::size_t number,
                   IndexState& state) {
  const Segment& segment = index.segments()[number];
  const Columns& columns = segment.columns();
  for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
    if (!segment.IsLive(doc)) continue;
    ++state.articles;
    if (const auto why = index.WhyHiddenNow(number, doc))
      ++state.hidden[static_cast<std::size_t>(*why)];
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

bool IsOfRoot(std::string_view id, const Root& root) {
  if (!id.starts_with(root.name)) return false;
  id.remove_prefix(root.name.size());
  return id.empty() || id[0] == '/' || id[0] == '#' || id[0] == '!';
}

// Takes what withhold.txt names out of the numbers, which the list of files
// still has: opening has removed it.
void TakeOffWithheld(const Segment& segment, IndexState& state) {
  const RemovedDocs& published = state.generation.removed[segment.number()];
  for (const DocId doc : segment.removed()) {
    if (std::binary_search(published.begin(), published.end(), doc)) continue;
    ++state.withheld;
    const std::string_view id = segment.columns().IdOf(doc);
    for (std::size_t i = 0; i < state.generation.roots.size(); ++i) {
      if (IsOfRoot(id, state.generation.roots[i]) &&
          state.articles_by_root[i] != 0)
        --state.articles_by_root[i];
    }
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
  for (std::size_t i = 0; i < open.segments().size(); ++i)
    CountArticles(open, i, state);
  state.articles_by_root.resize(state.generation.roots.size());
  for (const FileRow& row : published.files) CountFile(row, state);
  for (const Segment& segment : open.segments())
    TakeOffWithheld(segment, state);
  Result<RunRecord> record = ReadRunRecord(index);
  if (record) {
    state.last_run = *std::move(record);
  } else if (record.error().code != ErrorCode::kNotFound) {
    state.last_run_problem = record.error();
  }
  return state;
}

}  // namespace archive
