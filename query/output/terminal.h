// What the output goes to: colours, width, a pager.
#ifndef ARCHIVE_QUERY_OUTPUT_TERMINAL_H_
#define ARCHIVE_QUERY_OUTPUT_TERMINAL_H_

#include <cstddef>
#include <cstdint>

#include <sys/types.h>

#include "query/output/render_style.h"

namespace archive {

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };
enum class Plainness : std::uint8_t { kNormal, kPlain };

struct TerminalFacts {
  bool is_terminal = false;  // standard output is one
  bool no_color = false;     // NO_COLOR
  bool force_color = false;  // FORCE_COLOR
  bool is_dumb = false;      // TERM=dumb
  std::size_t width = 80;    // COLUMNS, else the terminal's, else 80
};

TerminalFacts LookAtTerminal();

// Bold where there are colours; brackets on a terminal without, and wherever
// they are asked for (--plain); nothing in a pipe.
Emphasis ChooseEmphasis(const TerminalFacts& facts, ColorChoice color,
                        Plainness plainness);

// Sends what is written to standard output through $ARCHIVE_PAGER, $PAGER or
// less, until it is destroyed; does nothing when there is no such program or
// its name is empty or "cat".  When the pager ends first, so does the program,
// with status 0.
//
// Owns: the child and the pipe.  Threads: none.
class Pager {
 public:
  Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager();

 private:
  pid_t child_ = -1;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_TERMINAL_H_
