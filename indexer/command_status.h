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
//      "roots":[{"name":"corpus", "path":"/srv/corpus", "articles":68}],
//      "last_run":{"began":"2021-03-15T10:02:00Z", "ended":"…",
//                  "result":"published", "error":null, "generation":17,
//                  "articles":{"new":2, "changed":0, "removed":0},
//                  "files":{"indexed":2, "unchanged":69, "skipped":5,
//                           "failed":2, "newly_failed":0, "gone":0},
//                  "seconds":0.31, "stages":{"open":0.01, "compare":0.02, …}},
//      "last_success":"2021-03-15T10:02:00Z"}
//
// "first", "last" and "failed_since" are null where there is none; "bytes"
// covers all files of the index directory.  "result" is "published",
// "unchanged", "interrupted" or "failed"; "last_success" is the end of the last
// run that was one of the first two.  Stages: run_stages.h.  Version 1 may gain
// keys, never lose or change one.  Returns the exit status.
int RunStatus(const std::string& index, const StatusArguments& arguments,
              const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_STATUS_H_
