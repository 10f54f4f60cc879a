#include "common/user_configuration.h"

#include <cstdlib>

#include <fmt/format.h>

namespace archive {
namespace {

std::string Environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string PathIn(const char* variable, std::string_view usual,
                   std::string_view name) {
  std::string base = Environment(variable);
  if (base.empty()) {
    const std::string home = Environment("HOME");
    if (home.empty()) return "";
    base = fmt::format("{}/{}", home, usual);
  }
  return fmt::format("{}/archive-index/{}", base, name);
}

}  // namespace

std::string UserConfigurationPath(std::string_view name) {
  return PathIn("XDG_CONFIG_HOME", ".config", name);
}

std::string UserStatePath(std::string_view name) {
  return PathIn("XDG_STATE_HOME", ".local/state", name);
}

}  // namespace archive
