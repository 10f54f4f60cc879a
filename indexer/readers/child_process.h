// A program that reads hostile bytes for us, in a process of its own: bytes in,
// text out, and whatever happens to it happens to it alone.
//
// So a reader may stand on a parser that is not trusted and stays a function
// of its bytes: the child gets them as an unnamed file in memory, without an
// environment, with limits of time, memory and output, and may write no file.
#ifndef ARCHIVE_INDEXER_READERS_CHILD_PROCESS_H_
#define ARCHIVE_INDEXER_READERS_CHILD_PROCESS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace archive {

struct ChildLimits {
  std::uint64_t output_bytes = std::uint64_t{32} << 20;
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;  // address space
  unsigned processor_seconds = 30;
  unsigned seconds = 120;  // by the clock on the wall
};

// What stands for the bytes among the arguments.
inline constexpr std::string_view kChildInput = "/dev/fd/3";

struct ChildCommand {
  std::string program;  // looked for in PATH
  std::vector<std::string> arguments;
};

// What the program writes to its standard output.  Threads: any, at once.
// Fails: kNotFound when there is no such program; kBadInput when it met a
// limit, was killed or says that it failed; kIo when the system gives no child.
Result<std::string> OutputOfChild(const ChildCommand& command,
                                  std::string_view input,
                                  const ChildLimits& limits = {});

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_CHILD_PROCESS_H_
