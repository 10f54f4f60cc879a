// Where a command's words go, and how errors look.
#ifndef ARCHIVE_INDEXER_CONSOLE_H_
#define ARCHIVE_INDEXER_CONSOLE_H_

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

#include "common/error.h"

namespace archive {

// Lives: as long as the streams.
struct Console {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
};

// Standard output and error of this process.  A terminal that calls itself
// "dumb" cannot show a line that changes, so it counts as none.
Console StandardConsole();

// "archive-index: message" and, below it, the hint.  Returns the exit status.
int ReportError(const Error& error, std::ostream& err);

// What replaces the line of the terminal on `err` by `line`, cut to the
// terminal's width; by nothing when it is empty.
void ReplaceLine(std::ostream& err, std::string_view line);

// "1.9 GB": powers of 1,000, as disks are sold.
std::string BytesText(std::uintmax_t bytes);

// Runs a program: what `run` returns is the exit status, unless what it wrote
// to standard output did not arrive or it threw, which is told.
int RunProgram(const std::function<int()>& run, const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CONSOLE_H_
