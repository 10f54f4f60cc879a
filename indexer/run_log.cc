#include "indexer/run_log.h"

#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/clock.h"
#include "common/file_descriptor.h"
#include "common/file_system.h"
#include "common/text/printable.h"

namespace archive {
namespace {

Status AppendLine(const std::string& path, std::string_view line) {
  const FileDescriptor file(
      ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY,
             0666));
  if (!file.IsOpen()) return SystemError("open", path);
  // A line that the system takes in two pieces stays whole, too.  What cannot
  // be locked, a terminal, takes lines as they come.
  static_cast<void>(::flock(file.Number(), LOCK_EX));
  while (!line.empty()) {
    const ssize_t written = ::write(file.Number(), line.data(), line.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return SystemError("write", path);
    line.remove_prefix(static_cast<std::size_t>(written));
  }
  return Ok();
}

}  // namespace

void RunLog::Write(std::string_view event) {
  if (path_.empty()) return;
  const std::string line =
      fmt::format("{} archive-index[{}] {}: {}\n", UtcText(CurrentInstant()),
                  ::getpid(), Printable(index_), Printable(event));
  const Status status = AppendLine(path_, line);
  if (!status && outcome_) outcome_ = status;
}

}  // namespace archive
