// Commands of the administrator that a run begins and ends with.
#ifndef ARCHIVE_INDEXER_HOOK_H_
#define ARCHIVE_INDEXER_HOOK_H_

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
// Fails: kIo, when it ends with another status than 0 or cannot be run.
Status RunHook(std::string_view name, const std::string& command,
               const HookVariables& variables);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_HOOK_H_
