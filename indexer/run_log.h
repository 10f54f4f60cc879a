// The log file of runs: a line for each event, for whoever looks later.
#ifndef ARCHIVE_INDEXER_RUN_LOG_H_
#define ARCHIVE_INDEXER_RUN_LOG_H_

#include <string>
#include <string_view>
#include <utility>

#include "common/result.h"

namespace archive {

// A line is
//
//     2021-03-15T10:00:00Z archive-index[4711] /srv/index: published …
//
// the moment, the process and the index, and what happened, without control
// characters.  Each line is opened, appended and closed by itself, whole, so
// that two processes may write to one file and logrotate may move it away.
//
// Threads: none.
class RunLog {
 public:
  // An empty path: nothing is written.
  RunLog(std::string path, std::string index)
      : path_(std::move(path)), index_(std::move(index)) {}

  void Write(std::string_view event);

  // Of the first line that could not be written: kIo.  A run goes on without
  // its log.
  const Status& outcome() const { return outcome_; }

 private:
  std::string path_;
  std::string index_;
  Status outcome_ = Ok();
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_RUN_LOG_H_
