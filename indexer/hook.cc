#include "indexer/hook.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <initializer_list>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/file_system.h"
#include "indexer/interruption.h"

namespace archive {
namespace {

// Our environment and the variables, which take the place of ours.
std::vector<std::string> EnvironmentWith(const HookVariables& variables) {
  std::vector<std::string> rows;
  for (char** row = environ; *row != nullptr; ++row) {
    const std::string_view text = *row;
    bool is_ours = false;
    for (const auto& [name, value] : variables)
      is_ours |= text.starts_with(name + '=');
    if (!is_ours) rows.emplace_back(text);
  }
  for (const auto& [name, value] : variables)
    rows.push_back(fmt::format("{}={}", name, value));
  return rows;
}

sigset_t SetOf(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

// While it lives, the signals that concern a hook wait until they are fetched.
class HeldSignals {
 public:
  HeldSignals() { pthread_sigmask(SIG_BLOCK, &held_, &before_); }
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  const sigset_t& before() const { return before_; }
  // The next one, or 0 when none comes within the time.
  int Fetch(std::chrono::seconds within) const {
    const timespec time = {.tv_sec = within.count(), .tv_nsec = 0};
    return std::max(0, sigtimedwait(&held_, nullptr, &time));
  }

 private:
  sigset_t held_ = SetOf({SIGCHLD, SIGINT, SIGTERM});
  sigset_t before_ = {};
};

// Owns: what posix_spawn is told of the child's files and signals.
class SpawnSettings {
 public:
  SpawnSettings(const sigset_t& mask, bool has_own_group) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null",
                                     O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files_, STDERR_FILENO, STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes_);
    const sigset_t usual = SetOf({SIGINT, SIGTERM, SIGPIPE, SIGXFSZ});
    posix_spawnattr_setsigdefault(&attributes_, &usual);
    posix_spawnattr_setsigmask(&attributes_, &mask);
    int flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
    if (has_own_group) flags |= POSIX_SPAWN_SETPGROUP;
    posix_spawnattr_setflags(&attributes_, static_cast<short>(flags));
  }
  ~SpawnSettings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&files_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  const posix_spawn_file_actions_t* files() const { return &files_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t files_ = {};
  posix_spawnattr_t attributes_ = {};
};

// While it lives, what a hook leaves behind becomes our child, so that its end
// is seen.
class Adoption {
 public:
  Adoption() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }
  ~Adoption() { ::prctl(PR_SET_CHILD_SUBREAPER, 0); }
  Adoption(const Adoption&) = delete;
  Adoption& operator=(const Adoption&) = delete;
};

// A hook that runs.
struct Child {
  pid_t process = -1;
  bool has_own_group = false;

  // Fails silently: it may have ended.
  void Signal(int signal) const {
    ::kill(has_own_group ? -process : process, signal);
  }
  // Whether something runs that it has started.  REQUIRES: it has ended.
  bool HasHeirs() const {
    if (!has_own_group) return false;
    pid_t reaped = 0;
    while ((reaped = waitpid(-process, nullptr, WNOHANG)) > 0) continue;
    return reaped == 0;
  }
};

struct Ended {
  int status = 0;  // as waitpid tells it
  bool is_interrupted = false;
};

Result<Ended> WaitFor(const Child& child, const HeldSignals& signals) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::seconds kLong{3600};
  Ended ended;
  Clock::time_point kill_at;
  for (pid_t reaped = 0;;) {
    if (reaped == 0) reaped = waitpid(child.process, &ended.status, WNOHANG);
    if (reaped < 0) return SystemError("wait for", "a hook");
    // What runs on in the background is wanted, but not after a signal.
    if (reaped != 0 && !(ended.is_interrupted && child.HasHeirs()))
      return ended;
    const int signal =
        signals.Fetch(ended.is_interrupted ? std::chrono::seconds(1) : kLong);
    const bool is_request = signal == SIGINT || signal == SIGTERM;
    if (is_request) NoteInterruption(signal);
    if (is_request && !ended.is_interrupted) {
      ended.is_interrupted = true;
      kill_at = Clock::now() + kHookGrace;
      child.Signal(signal);
    } else if (is_request ||
               (ended.is_interrupted && Clock::now() >= kill_at)) {
      child.Signal(SIGKILL);
    }
  }
}

}  // namespace

Status RunHook(std::string_view name, const std::string& command,
               const HookVariables& variables) {
  std::vector<std::string> environment = EnvironmentWith(variables);
  std::vector<char*> rows;
  for (std::string& row : environment) rows.push_back(row.data());
  rows.push_back(nullptr);
  std::array<std::string, 3> words = {"sh", "-c", command};
  const std::array<char*, 4> arguments = {words[0].data(), words[1].data(),
                                          words[2].data(), nullptr};
  const HeldSignals signals;
  const Adoption adoption;
  // On a terminal a command that asks for a password must be able to.
  Child child = {.has_own_group = ::isatty(STDERR_FILENO) == 0};
  const SpawnSettings settings(signals.before(), child.has_own_group);
  const int code =
      posix_spawn(&child.process, "/bin/sh", settings.files(),
                  settings.attributes(), arguments.data(), rows.data());
  if (code != 0) {
    errno = code;
    return SystemError("run", command);
  }
  ASSIGN_OR_RETURN(const Ended ended, WaitFor(child, signals));
  if (ended.is_interrupted)
    return Error{ErrorCode::kInterrupted,
                 fmt::format("stopped while the {} command ran", name)};
  const int status = ended.status;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Ok();
  return Error{
      ErrorCode::kIo,
      fmt::format("the {} command ended with {} {}: {}", name,
                  WIFEXITED(status) ? "status" : "signal",
                  WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status),
                  command)};
}

}  // namespace archive
