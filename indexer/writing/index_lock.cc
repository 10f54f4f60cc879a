#include "indexer/writing/index_lock.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"

namespace archive {
namespace {

constexpr std::chrono::milliseconds kBetweenAttempts{100};

std::string HostName() {
  std::array<char, 256> name = {};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "this machine";
  return name.data();
}

// For people, so that a full disk is told by what cannot do without room.
void WriteHolder(int file, std::string_view who) {
  while (!who.empty()) {
    const ssize_t written = ::write(file, who.data(), who.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    who.remove_prefix(static_cast<std::size_t>(written));
  }
}

Error Locked(const LockFile& file) {
  const Result<std::string> holder = ReadFile(file.path);
  const std::string who =
      holder && !holder->empty() ? ": " + *holder : std::string();
  return {ErrorCode::kIndexLocked, std::string(file.busy) + who,
          std::string(file.hint)};
}

}  // namespace

Result<IndexLock> IndexLock::Take(const std::string& index, Instant now,
                                  const KeepWaiting& waits) {
  return TakeFile({.path = LockPath(index),
                   .busy = "another run is writing to this index",
                   .hint = "nothing was changed; archive-index build --wait "
                           "600 waits for its end"},
                  now, waits);
}

Result<IndexLock> IndexLock::TakeFile(const LockFile& file, Instant now,
                                      const KeepWaiting& waits) {
  const std::string& path = file.path;
  IndexLock lock(
      FileDescriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)));
  if (!lock.file_.IsOpen()) return SystemError("open", path);
  while (::flock(lock.file_.Number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return SystemError("lock", path);
    if (!waits()) return Locked(file);
    std::this_thread::sleep_for(kBetweenAttempts);
  }
  const std::string who = fmt::format("process {} on {} since {}", ::getpid(),
                                      HostName(), UtcText(now));
  if (::ftruncate(lock.file_.Number(), 0) == 0)
    WriteHolder(lock.file_.Number(), who);
  return lock;
}

IndexLock::~IndexLock() {
  if (!file_.IsOpen()) return;
  // What a dead or ended holder wrote would only mislead.
  if (::ftruncate(file_.Number(), 0) != 0) errno = 0;
}

}  // namespace archive
