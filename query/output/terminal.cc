#include "query/output/terminal.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace archive {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kLeastWidth = 20;

std::string_view Environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::size_t WidthFrom(bool is_terminal) {
  const std::string_view columns = Environment("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (width >= kLeastWidth) return width;
  winsize size = {};
  if (is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
      size.ws_col >= kLeastWidth)
    return size.ws_col;
  return kDefaultWidth;
}

// The program that a command line begins with, looked for in PATH.
bool IsInstalled(std::string_view command) {
  const std::string program(command.substr(0, command.find(' ')));
  if (program.find('/') != std::string::npos)
    return access(program.c_str(), X_OK) == 0;
  std::string_view path = Environment("PATH");
  while (!path.empty()) {
    const std::size_t colon = std::min(path.find(':'), path.size());
    const std::string file = std::string(path.substr(0, colon)) + '/' + program;
    if (access(file.c_str(), X_OK) == 0) return true;
    path.remove_prefix(std::min(colon + 1, path.size()));
  }
  return false;
}

std::string PagerCommand() {
  for (const char* const name : {"ARCHIVE_PAGER", "PAGER"}) {
    if (std::getenv(name) != nullptr) return std::string(Environment(name));
  }
  return "less -FIRX";
}

// Who leaves the pager has seen enough: that is no failure.
extern "C" void EndWithPager(int /*signal*/) {
  waitpid(-1, nullptr, 0);
  _exit(0);
}

}  // namespace

TerminalFacts LookAtTerminal() {
  TerminalFacts facts;
  facts.is_terminal = isatty(STDOUT_FILENO) != 0;
  facts.no_color = !Environment("NO_COLOR").empty();
  facts.force_color = !Environment("FORCE_COLOR").empty();
  facts.is_dumb = Environment("TERM") == "dumb";
  facts.width = WidthFrom(facts.is_terminal);
  return facts;
}

Emphasis ChooseEmphasis(const TerminalFacts& facts, ColorChoice color,
                        Plainness plainness) {
  if (plainness == Plainness::kPlain) return Emphasis::kBrackets;
  switch (color) {
    case ColorChoice::kAlways:
      return Emphasis::kBold;
    case ColorChoice::kNever:
      break;
    case ColorChoice::kAuto:
      if (facts.no_color) break;
      if (facts.force_color || (facts.is_terminal && !facts.is_dumb))
        return Emphasis::kBold;
      break;
  }
  return facts.is_terminal ? Emphasis::kBrackets : Emphasis::kNone;
}

Pager::Pager() {
  const std::string command = PagerCommand();
  if (command.empty() || command == "cat" || !IsInstalled(command)) return;
  int ends[2];
  if (pipe(ends) != 0) return;
  std::cout.flush();
  child_ = fork();
  if (child_ == 0) {
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  if (child_ > 0) {
    dup2(ends[1], STDOUT_FILENO);
    std::signal(SIGPIPE, EndWithPager);
  }
  close(ends[0]);
  close(ends[1]);
}

Pager::~Pager() {
  if (child_ <= 0) return;
  std::cout.flush();
  close(STDOUT_FILENO);
  waitpid(child_, nullptr, 0);
}

}  // namespace archive
