// Why files were skipped, told in one line.
#ifndef ARCHIVE_INDEXER_WRITING_SKIPPED_KINDS_H_
#define ARCHIVE_INDEXER_WRITING_SKIPPED_KINDS_H_

#include <cstdint>
#include <map>
#include <string>

namespace archive {

// "3 pictures, 1 style sheet, 1 empty file": the reasons that the walker and
// the detection of formats give, counted, the most frequent first.  Reasons
// this file has never heard of are told as they are.
std::string SkippedKindsText(
    const std::map<std::string, std::uint64_t>& reasons);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_SKIPPED_KINDS_H_
