#include "indexer/hook.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/file_system.h"

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

// Owns: what posix_spawn is told of the child's files and signals.
class SpawnSettings {
 public:
  SpawnSettings() {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null",
                                     O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files_, STDERR_FILENO, STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes_);
    sigset_t usual;
    sigemptyset(&usual);
    for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGXFSZ})
      sigaddset(&usual, signal);
    posix_spawnattr_setsigdefault(&attributes_, &usual);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
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
  const SpawnSettings settings;
  pid_t child = -1;
  const int code =
      posix_spawn(&child, "/bin/sh", settings.files(), settings.attributes(),
                  arguments.data(), rows.data());
  if (code != 0) {
    errno = code;
    return SystemError("run", command);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return SystemError("wait for", command);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Ok();
  return Error{
      ErrorCode::kIo,
      fmt::format("the {} command ended with {} {}: {}", name,
                  WIFEXITED(status) ? "status" : "signal",
                  WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status),
                  command)};
}

}  // namespace archive
