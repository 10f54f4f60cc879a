// --since-last: one answer of what is new.  It is noted as told when all of it
// was shown: a number, a page that is cut, or a narrower question takes nothing
// away.  The mark is the reader's own; alerts have another.
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

  // All that is new was shown.  Fails: kIo.
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
