// Commands of the administrator that a run begins and ends with.
#ifndef ARCHIVE_INDEXER_HOOK_H_
#define ARCHIVE_INDEXER_HOOK_H_

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"

namespace archive {

// Names and values that a hook finds in its environment besides ours.
using HookVariables = std::vector<std::pair<std::string, std::string>>;

// Runs `command` by /bin/sh and waits for its end.  Its input is empty, what it
// prints goes to our standard error, and it inherits no other open file of
// ours, the index's lock among them.  `name` is its key in the configuration.
// A SIGINT or SIGTERM that comes meanwhile is noted (interruption.h) and passed
// on to the command and what it has started; who has not ended kHookGrace
// later, or at a second signal, is killed. Fails: kInterrupted, after such a
// signal; kIo, when the command ends with another status than 0 or cannot be
// run.
inline constexpr std::chrono::seconds kHookGrace{5};
Status RunHook(std::string_view name, const std::string& command,
               const HookVariables& variables);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_HOOK_H_
