// `archive-index withhold`: which articles must not be found any more
// (common/index/withhold_list.h).
#ifndef ARCHIVE_INDEXER_COMMAND_WITHHOLD_H_
#define ARCHIVE_INDEXER_COMMAND_WITHHOLD_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/console.h"

namespace archive {

struct WithholdArguments {
  std::string action;              // list, add, remove
  std::vector<std::string> words;  // id, uid or url, and the name
  std::string who;
  std::string when;  // empty: today
  std::string why;
  bool as_json = false;
};

// list: a line an entry; with --json one JSON object, {"format_version":1,
// "index", "withheld":[{"by","value","who","when","why","in_segments"}]}.
// Version 1 may gain keys, never lose or change one.  Returns the exit status.
int RunWithhold(const std::string& index, const WithholdArguments& arguments,
                const Console& console);

// "2 articles that are withheld are still in the segments …": what a backup
// holds; empty: nothing.
std::string WithheldInSegments(const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_WITHHOLD_H_
