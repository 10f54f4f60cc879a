#include "indexer/writing/index_lock.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/file_system.h"
#include "common/index/index_layout.h"

namespace archive {
namespace {

std::string HostName() {
  std::array<char, 256> name = {};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "this machine";
  return name.data();
}

Error Locked(const std::string& path) {
  const Result<std::string> holder = ReadFile(path);
  const std::string who =
      holder && !holder->empty() ? ": " + *holder : std::string();
  return {ErrorCode::kIndexLocked, "another run is writing to this index" + who,
          "wait for it to end; nothing was changed"};
}

}  // namespace

Result<IndexLock> IndexLock::Take(const std::string& index, Instant now) {
  const std::string path = LockPath(index);
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return SystemError("open", path);
  IndexLock lock(fd);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Locked(path);
    return SystemError("lock", path);
  }
  const std::string who = fmt::format("process {} on {} since {}", ::getpid(),
                                      HostName(), UtcText(now));
  if (::ftruncate(fd, 0) != 0 ||
      ::write(fd, who.data(), who.size()) != static_cast<ssize_t>(who.size()))
    return SystemError("write", path);
  return lock;
}

IndexLock::~IndexLock() {
  if (fd_ < 0) return;
  // What a dead or ended holder wrote would only mislead.
  if (::ftruncate(fd_, 0) != 0) errno = 0;
  ::close(fd_);
}

IndexLock::IndexLock(IndexLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

IndexLock& IndexLock::operator=(IndexLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

}  // namespace archive
