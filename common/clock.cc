#include "common/clock.h"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string_view>

namespace archive {
namespace {

std::optional<Instant> FixedInstant() {
  const char* const text = std::getenv("ARCHIVE_INDEX_NOW");
  if (text == nullptr) return std::nullopt;
  const std::string_view view = text;
  Instant instant = 0;
  const auto [end, code] =
      std::from_chars(view.data(), view.data() + view.size(), instant);
  if (code != std::errc() || end != view.data() + view.size())
    return std::nullopt;
  return instant;
}

}  // namespace

Instant CurrentInstant() {
  if (const auto fixed = FixedInstant()) return *fixed;
  return static_cast<Instant>(std::time(nullptr));
}

Day CurrentDay() {
  if (const auto fixed = FixedInstant()) return DayOf(*fixed);
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  localtime_r(&now, &local);
  return DayFrom(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace archive
