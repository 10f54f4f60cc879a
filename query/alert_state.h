// Up to where each saved search has been told: alerts.tsv in archive-index/ of
// $XDG_STATE_HOME, else of ~/.local/state.  A line is
//
//     index TAB search TAB asker TAB generation TAB instant
//         [TAB generation TAB instant]
//
// the index's id, the name of the search, "alerts" or "reader", and up to where
// that one was told; behind it up to where the batch goes that was handed over
// and not yet taken.  Lines of earlier versions have no asker: they are the
// mark of both.  The file is replaced whole: a kill leaves the old or the new.
#ifndef ARCHIVE_QUERY_ALERT_STATE_H_
#define ARCHIVE_QUERY_ALERT_STATE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/dates/day.h"
#include "common/file_descriptor.h"
#include "common/index/index_layout.h"
#include "common/result.h"

namespace archive {

// A moment in the life of an index.
struct AlertMoment {
  GenerationNumber generation = 0;
  Instant instant = 0;  // by the clock: arrivals and ends of embargoes

  friend bool operator==(const AlertMoment&, const AlertMoment&) = default;
};

struct AlertMark {
  AlertMoment told;
  std::optional<AlertMoment> pending = {};  // the end of a batch
};

// Who is told.  What one has taken note of is still new to the other.
enum class Asker : std::uint8_t {
  kAlerts,  // --alerts
  kReader,  // --since-last
};

// Owns: a lock beside the file, until destruction.
class AlertState {
 public:
  // Fails: kConfiguration (there is no place for it, or the file makes no
  // sense), kIndexLocked (another program has it), kIo.
  static Result<AlertState> Open();

  // Nothing: the search was never told.
  const AlertMark* Find(Asker asker, const std::string& index,
                        const std::string& search) const;
  // Notes it on the disk.  Fails: kIo.
  Status Set(Asker asker, const std::string& index, const std::string& search,
             const AlertMark& mark);

 private:
  AlertState(std::string path, FileDescriptor lock)
      : path_(std::move(path)), lock_(std::move(lock)) {}
  // Whether the line makes sense.
  bool ReadLine(std::string_view line);

  std::string path_;
  FileDescriptor lock_;
  std::map<std::tuple<std::string, std::string, Asker>, AlertMark> marks_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_ALERT_STATE_H_
