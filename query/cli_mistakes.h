// What is wrong with a command line, told so that it can be put right.  Part of
// the border to CLI11.
#ifndef ARCHIVE_QUERY_CLI_MISTAKES_H_
#define ARCHIVE_QUERY_CLI_MISTAKES_H_

#include <optional>
#include <string>
#include <vector>

#include "common/error.h"

namespace CLI {
class App;
}  // namespace CLI

namespace archive {

// The first of `arguments` that looks like an option and is none, such as
// `-hotline`, which CLI11 would take for -h and three things more; nothing when
// all are known.  The hint is the nearest option, or the whole command as it
// was meant, its query behind `--` in the order in which it was typed.
std::optional<Error> FindUnknownOption(
    const CLI::App& app, const std::vector<std::string>& arguments);

}  // namespace archive

#endif  // ARCHIVE_QUERY_CLI_MISTAKES_H_
