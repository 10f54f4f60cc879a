// `archive-index build`: files → a published index, told as SCREENS want it.
#ifndef ARCHIVE_INDEXER_COMMAND_BUILD_H_
#define ARCHIVE_INDEXER_COMMAND_BUILD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/generation.h"
#include "indexer/console.h"

namespace archive {

enum class BuildOutput : std::uint8_t {
  kUsual,    // a terminal sees everything, others what is wrong
  kQuiet,    // what is wrong, terminal or not
  kSummary,  // one line on standard output, and what is wrong
};

struct BuildArguments {
  std::vector<std::string> paths;  // none: every root the index has
  bool fresh = false;
  std::optional<Shard> shard = {};  // none: as before
  unsigned threads = 0;             // 0: as many as the machine has cores
  BuildOutput output = BuildOutput::kUsual;
  bool allow_vanish = false;
  bool follow = false;
  bool retry_failed = false;
  double wait_seconds = 0;
  // Without them the configuration counts.
  std::optional<double> settle_seconds = {};
  std::optional<std::uint64_t> memory = {};  // bytes
  std::string log;
  bool skip_ok = false;  // new failures do not change the exit status
  std::string config;    // a configuration file; empty: the usual ones
};

// `db_option` is what --db said: commands that are suggested repeat it.
//
// Returns the exit status: 0, the index is current; 3, it is but for files
// that failed and had not failed before; 4, the pre-build command failed and
// nothing was changed; 130 or 143 after a signal; else that of the error.
int RunBuildCommand(const std::string& index, const std::string& db_option,
                    const BuildArguments& arguments, const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_BUILD_H_
