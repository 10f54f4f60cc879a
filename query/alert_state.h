// Up to where each saved search has been told: alerts.tsv in archive-index/ of
// $XDG_STATE_HOME, else of ~/.local/state.  A line is
//
//     index TAB search TAB generation TAB instant [TAB generation TAB instant]
//
// the index's id, the name of the search, and up to where it was told; behind
// it up to where the batch goes that was handed over and not yet taken.  The
// file is replaced whole: a kill leaves the old or the new.
#ifndef ARCHIVE_QUERY_ALERT_STATE_H_
#define ARCHIVE_QUERY_ALERT_STATE_H_

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "common/dates/day.h"
#include "common/file_descriptor.h"
#include "common/index/index_layout.h"
#include "common/result.h"

namespace archive {

// A moment in the life of an index.
struct AlertMoment {
  GenerationNumber generation = 0;
  Instant instant = 0;  // embargoes that ended by then

  friend bool operator==(const AlertMoment&, const AlertMoment&) = default;
};

struct AlertMark {
  AlertMoment told;
  std::optional<AlertMoment> pending = {};  // the end of a batch
};

// Owns: a lock beside the file, until destruction.
class AlertState {
 public:
  // Fails: kConfiguration (there is no place for it, or the file makes no
  // sense), kIndexLocked (another program has it), kIo.
  static Result<AlertState> Open();

  // Nothing: the search was never told.
  const AlertMark* Find(const std::string& index,
                        const std::string& search) const;
  // Notes it on the disk.  Fails: kIo.
  Status Set(const std::string& index, const std::string& search,
             const AlertMark& mark);

 private:
  AlertState(std::string path, FileDescriptor lock)
      : path_(std::move(path)), lock_(std::move(lock)) {}

  std::string path_;
  FileDescriptor lock_;
  std::map<std::pair<std::string, std::string>, AlertMark> marks_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_ALERT_STATE_H_
