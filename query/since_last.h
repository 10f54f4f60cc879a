// --since-last: one answer of what is new, noted when it was given.
#ifndef ARCHIVE_QUERY_SINCE_LAST_H_
#define ARCHIVE_QUERY_SINCE_LAST_H_

#include <string>
#include <utility>

#include "common/result.h"
#include "query/alert_state.h"
#include "query/session.h"

namespace archive {

class SinceLast {
 public:
  // From now on the session finds only what is new for the search since it was
  // told last; all, when it never was.  Fails as AlertState::Open.
  static Result<SinceLast> Begin(const std::string& name, Session& session);

  // The answer was given.  Fails: kIo.
  Status NoteTold();

 private:
  SinceLast(std::string name, std::string index, AlertMoment now,
            AlertState state)
      : name_(std::move(name)),
        index_(std::move(index)),
        now_(now),
        state_(std::move(state)) {}

  std::string name_;
  std::string index_;
  AlertMoment now_;
  AlertState state_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_SINCE_LAST_H_
