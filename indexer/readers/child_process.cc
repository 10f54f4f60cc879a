#include "indexer/readers/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/file_descriptor.h"

namespace archive {
namespace {

constexpr int kInputNumber = 3;
using Clock = std::chrono::steady_clock;

std::string FindProgram(const std::string& name) {
  const char* const variable = std::getenv("PATH");
  const std::string_view path =
      variable == nullptr ? "/usr/bin:/bin" : variable;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find(':', at), path.size());
    std::string file = std::string(path.substr(at, end - at)) + '/' + name;
    if (file.front() == '/' && access(file.c_str(), X_OK) == 0) return file;
    at = end + 1;
  }
  return {};
}

Error SystemError(std::string_view what) {
  return {ErrorCode::kIo, std::string(what)};
}

Result<FileDescriptor> InMemory(std::string_view bytes) {
  FileDescriptor file(memfd_create("input", MFD_CLOEXEC));
  if (!file.IsOpen()) return SystemError("no memory for a child's input");
  while (!bytes.empty()) {
    const ssize_t put = write(file.Number(), bytes.data(), bytes.size());
    if (put <= 0) return SystemError("no memory for a child's input");
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return file;
}

void Limit(int resource, std::uint64_t most) {
  const rlimit limit = {most, most};
  setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

// Between fork and exec nothing may be called that takes a lock: what is
// needed was made before.
[[noreturn]] void BecomeProgram(const char* program, char* const* arguments,
                                int input, int output,
                                const ChildLimits& limits) {
  constexpr int kFailed = 127;
  // Ctrl-C is for the run, which waits for its file in hand.
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  Limit(RLIMIT_AS, limits.memory_bytes);
  Limit(RLIMIT_CPU, limits.processor_seconds);
  Limit(RLIMIT_FSIZE, 0);
  Limit(RLIMIT_CORE, 0);
  const int nothing = open("/dev/null", O_RDWR);
  // The numbers may be in each other's way: both are moved out of it first.
  constexpr int kFree = 10;
  const int moved_input = fcntl(input, F_DUPFD, kFree);
  const int moved_output = fcntl(output, F_DUPFD, kFree);
  if (nothing < 0 || moved_input < 0 || moved_output < 0) _exit(kFailed);
  dup2(nothing, STDIN_FILENO);
  dup2(moved_output, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  dup2(moved_input, kInputNumber);
  close_range(kInputNumber + 1, ~0U, 0);
  const std::array<const char*, 2> environment = {"LC_ALL=C.UTF-8", nullptr};
  execve(program, arguments, const_cast<char* const*>(environment.data()));
  _exit(kFailed);
}

// Owns: the process, which is killed and waited for.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    Kill();
    Wait();
  }

  void Kill() const {
    if (id_ > 0) kill(id_, SIGKILL);
  }
  int Wait() {
    int status = 0;
    while (id_ > 0 && waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    return status;
  }

 private:
  pid_t id_;
};

// All that comes through the pipe; nullopt when the clock ran out.
std::optional<std::string> ReadAll(int pipe, const ChildLimits& limits) {
  const Clock::time_point deadline =
      Clock::now() + std::chrono::seconds(limits.seconds);
  std::string output;
  std::array<char, std::size_t{64} << 10> block;
  while (output.size() <= limits.output_bytes) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - Clock::now());
    if (left.count() <= 0) return std::nullopt;
    pollfd waited = {pipe, POLLIN, 0};
    if (poll(&waited, 1, static_cast<int>(left.count())) <= 0) continue;
    const ssize_t got = read(pipe, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return output;
    output.append(block.data(), static_cast<std::size_t>(got));
  }
  return output;
}

Status CheckEnd(const std::string& program, int status) {
  const auto failed = [&program](std::string_view how) {
    return Error{ErrorCode::kBadInput, fmt::format("{} {}", program, how)};
  };
  if (WIFSIGNALED(status))
    return failed(WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL
                      ? "took too long and was stopped"
                      : "broke down over it");
  if (WEXITSTATUS(status) != 0) return failed("cannot read it");
  return Ok();
}

}  // namespace

Result<std::string> OutputOfChild(const ChildCommand& command,
                                  std::string_view input,
                                  const ChildLimits& limits) {
  const std::string program = FindProgram(command.program);
  if (program.empty())
    return Error{
        ErrorCode::kNotFound,
        fmt::format("the program {} is not installed", command.program)};
  ASSIGN_OR_RETURN(const FileDescriptor file, InMemory(input));
  std::array<int, 2> ends = {};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return SystemError("no pipe is left");
  const FileDescriptor output(ends[0]);
  FileDescriptor to_write(ends[1]);
  std::vector<std::string> words = {command.program};
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t id = fork();
  if (id < 0) return SystemError("no process is left");
  if (id == 0)
    BecomeProgram(program.c_str(), arguments.data(), file.Number(),
                  to_write.Number(), limits);
  Child child(id);
  to_write = FileDescriptor();
  std::optional<std::string> text = ReadAll(output.Number(), limits);
  const bool is_over = !text || text->size() > limits.output_bytes;
  if (is_over) child.Kill();
  const int status = child.Wait();
  if (text && text->size() > limits.output_bytes)
    return Error{ErrorCode::kBadInput,
                 fmt::format("it holds more than {} MiB of text",
                             limits.output_bytes >> 20)};
  RETURN_IF_ERROR(CheckEnd(command.program, status));
  return *std::move(text);
}

}  // namespace archive
