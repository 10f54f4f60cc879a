// Where a user's own configuration lies.  Both programs share the rule.
#ifndef ARCHIVE_COMMON_USER_CONFIGURATION_H_
#define ARCHIVE_COMMON_USER_CONFIGURATION_H_

#include <string>
#include <string_view>

namespace archive {

// The path of `name` in archive-index/ of $XDG_CONFIG_HOME, else of
// $HOME/.config; "" when neither is set.
std::string UserConfigurationPath(std::string_view name);

// The same of what programs note for themselves: $XDG_STATE_HOME, else
// $HOME/.local/state.
std::string UserStatePath(std::string_view name);

}  // namespace archive

#endif  // ARCHIVE_COMMON_USER_CONFIGURATION_H_
