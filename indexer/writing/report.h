// What a run did, as numbers and as one line.
#ifndef ARCHIVE_INDEXER_WRITING_REPORT_H_
#define ARCHIVE_INDEXER_WRITING_REPORT_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/index/index_layout.h"
#include "indexer/writing/run_stages.h"

namespace archive {

// A file that is not, or not wholly, in the index.
struct FileProblem {
  std::string id;  // of the file
  std::string reason;
};

struct BuildReport {
  std::uint64_t new_articles = 0;
  std::uint64_t changed_articles = 0;
  std::uint64_t removed_articles = 0;
  // Every file seen is one of these.
  std::uint64_t indexed_files = 0;
  std::uint64_t unchanged_files = 0;
  std::uint64_t skipped_files = 0;
  std::uint64_t failed_files = 0;
  std::uint64_t gone_files = 0;
  // How many were skipped for each reason.
  std::map<std::string, std::uint64_t> skipped_reasons;
  // Lines of the librarian's files that make no sense.
  std::vector<std::string> faults;
  // Failed now and not before, in the order of the walk.
  std::vector<FileProblem> newly_failed;
  GenerationNumber generation = 0;
  bool published = false;
  bool interrupted = false;
  double seconds = 0;
  StageSeconds stage_seconds = {};
  std::string unrecorded;  // why last-run could not be written; else empty

  std::uint64_t files() const {
    return indexed_files + unchanged_files + skipped_files + failed_files;
  }
  std::uint64_t touched_articles() const {
    return new_articles + changed_articles + removed_articles;
  }
};

// "68 articles (68 new) from 73 files (66 indexed, 5 skipped, 2 failed) in
// 2.1 s, generation 1": for people; parts that are nothing are left out.
std::string ForPeople(const BuildReport& report);

// The line of --summary, which scripts may read; all parts, always.
std::string SummaryLine(const BuildReport& report);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_REPORT_H_
