// For tests of whole programs: runs one as a shell would.
#ifndef ARCHIVE_TESTS_SUPPORT_RUN_PROGRAM_H_
#define ARCHIVE_TESTS_SUPPORT_RUN_PROGRAM_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <sys/wait.h>

#include "tests/support/temp_dir.h"

namespace archive {

struct Ran {
  int status = -1;  // as the shell tells it: 128 + the signal of a death
  std::string out;
  std::string err;
};

inline std::string Content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return std::move(content).str();
}

// Runs `command` in `dir`, where $archive_index is the real program.  Nothing
// of the machine's own settings counts: home and index lie in `dir`, the clock
// stands at 2021-03-15 10:02 UTC, files written just now are read at once.
inline Ran RunShell(const TempDir& dir, const std::string& command) {
  const std::string path = dir.Path().string();
  dir.Write(".config/archive-index/config.toml", "settle = 0\n");
  const std::string script =
      dir.Write(".test/command.sh",
                "cd '" + path +
                    "' || exit 99\n"
                    "export HOME='" +
                    path +
                    "' LC_ALL=C.UTF-8 ARCHIVE_INDEX_NOW=1615802520\n"
                    "export ARCHIVE_INDEX_DB='" +
                    path +
                    "/index'\n"
                    "unset ARCHIVE_INDEX_CONFIG XDG_CONFIG_HOME XDG_DATA_HOME\n"
                    "archive_index='" ARCHIVE_BIN_DIR "/archive-index'\n" +
                    command + '\n');
  const std::string out = path + "/.test/out";
  const std::string err = path + "/.test/err";
  const int ended = std::system(
      ("sh '" + script + "' >'" + out + "' 2>'" + err + "' </dev/null")
          .c_str());
  return {.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128,
          .out = Content(out),
          .err = Content(err)};
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_RUN_PROGRAM_H_
