#include "indexer/console.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "common/text/printable.h"

namespace archive {
namespace {

bool IsTerminal(int descriptor) {
  const char* const term = std::getenv("TERM");
  const bool is_dumb = term != nullptr && std::string_view(term) == "dumb";
  return !is_dumb && ::isatty(descriptor) != 0;
}

std::size_t TerminalWidth() {
  constexpr std::size_t kUsualWidth = 80;
  winsize size = {};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return kUsualWidth;
  return size.ws_col;
}

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The first `width` characters.  Progress lines hold none that are two columns
// wide.
std::string_view CutToWidth(std::string_view line, std::size_t width) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!IsContinuation(line[i]) && ++columns > width) return line.substr(0, i);
  }
  return line;
}

}  // namespace

Console StandardConsole() {
  return {.out = std::cout,
          .err = std::cerr,
          .out_is_terminal = IsTerminal(STDOUT_FILENO),
          .err_is_terminal = IsTerminal(STDERR_FILENO)};
}

int ReportError(const Error& error, std::ostream& err) {
  err << "archive-index: " << Printable(error.message) << '\n';
  if (!error.hint.empty()) err << "  " << Printable(error.hint) << '\n';
  return ExitStatusFor(error.code);
}

void ReplaceLine(std::ostream& err, std::string_view line) {
  constexpr std::string_view kEraseToEnd = "\x1b[K";
  err << '\r' << CutToWidth(line, TerminalWidth() - 1) << kEraseToEnd
      << std::flush;
}

std::string BytesText(std::uintmax_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits = {"bytes", "kB", "MB", "GB",
                                                      "TB"};
  constexpr double kStep = 1000;
  constexpr double kFewDigits = 9.95;
  auto amount = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (amount >= kStep - 0.5 && unit + 1 < kUnits.size()) {
    amount /= kStep;
    ++unit;
  }
  const int digits = unit == 0 || amount >= kFewDigits ? 0 : 1;
  return fmt::format("{:.{}f} {}", amount, digits, kUnits[unit]);
}

int RunProgram(const std::function<int()>& run, const Console& console) {
  // A file that may not grow as large as it must is an error to be told, not
  // a death.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const int status = run();
    if (console.out.flush() || status != 0) return status;
    return ReportError({.code = ErrorCode::kIo,
                        .message = "standard output could not be written",
                        .hint = "is the disk full?"},
                       console.err);
  } catch (const std::exception& error) {
    return ReportError(
        {.message = error.what(), .hint = "this is a bug, please report it"},
        console.err);
  }
}

}  // namespace archive
