#include "common/user_configuration.h"

#include <cstdlib>

#include <fmt/format.h>

namespace archive {
namespace {

std::string Environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::string UserConfigurationPath(std::string_view name) {
  std::string base = Environment("XDG_CONFIG_HOME");
  if (base.empty()) {
    const std::string home = Environment("HOME");
    if (home.empty()) return "";
    base = home + "/.config";
  }
  return fmt::format("{}/archive-index/{}", base, name);
}

}  // namespace archive
