// `archive-index status`: what an index holds and how it is.
#ifndef ARCHIVE_INDEXER_COMMAND_STATUS_H_
#define ARCHIVE_INDEXER_COMMAND_STATUS_H_

#include <string>

#include "indexer/console.h"

namespace archive {

struct StatusArguments {
  bool as_json = false;
};

// A screen for people, or one JSON object:
//
//     {"format_version":1, "index":"/srv/index", "index_id":"9f…",
//      "generation":17, "published":"2021-03-15T10:02:00Z", "schema":1,
//      "bytes":1934512, "segments":6,
//      "articles":{"total":68, "first":"1609-01-15", "last":"2024-07-27",
//                  "undated":5},
//      "files":{"total":73, "indexed":66, "skipped":5, "failed":2,
//               "failed_since":"2021-03-02T00:00:00Z"},
//      "roots":[{"name":"corpus", "path":"/srv/corpus", "articles":68}]}
//
// "first", "last" and "failed_since" are null where there is none; "bytes"
// covers all files of the index directory.  Version 1 may gain keys, never
// lose or change one.  Returns the exit status.
int RunStatus(const std::string& index, const StatusArguments& arguments,
              const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_STATUS_H_
