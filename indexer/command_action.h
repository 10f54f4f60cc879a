// Commands that do one of several things: `withhold add`, `entities list`.
#ifndef ARCHIVE_INDEXER_COMMAND_ACTION_H_
#define ARCHIVE_INDEXER_COMMAND_ACTION_H_

#include <functional>
#include <string>
#include <string_view>

#include "common/result.h"

namespace archive {

// The row of `actions` that `name`, a member or a function of a row, calls
// `asked`.  Lives: as long as the rows.
// Fails: kUsage, with the names of all.
template <typename Actions, typename Name>
Result<const typename Actions::value_type*> FindAction(std::string_view command,
                                                       const std::string& asked,
                                                       const Actions& actions,
                                                       Name name) {
  std::string names;
  for (const auto& action : actions) {
    const std::string_view known = std::invoke(name, action);
    if (known == asked) return &action;
    names += (names.empty() ? "" : ", ") + std::string(known);
  }
  return Error{
      ErrorCode::kUsage,
      std::string(command) + (asked.empty() ? " needs to know what to do"
                                            : " does not know " + asked),
      "it knows " + names};
}

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_ACTION_H_
