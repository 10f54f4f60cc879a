// The articles of an index held against the files they were read from.
#ifndef ARCHIVE_INDEXER_SOURCE_CHECK_H_
#define ARCHIVE_INDEXER_SOURCE_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/analysis/configuration.h"

namespace archive {

struct SourceCheck {
  std::uint64_t agreeing_files = 0;
  std::uint64_t changed_files = 0;  // since the last build, so not compared
  std::uint64_t gone_files = 0;
  std::vector<std::string> faults;  // name the file and the article
};

// Reads every file that gave articles again, and compares ids, titles and texts
// with those stored.  Fails: as ReadPublishedFiles and OpenIndex::Open.
Result<SourceCheck> CheckSources(const std::string& index,
                                 const Configuration& configuration);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCE_CHECK_H_
