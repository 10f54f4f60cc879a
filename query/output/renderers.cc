#include "query/output/renderers.h"

#include <vector>

#include <fmt/format.h>

namespace archive {

std::string NamesOfFormats(bool (*holds)(const OutputFormat&)) {
  std::vector<std::string_view> names;
  for (const OutputFormat& format : kOutputFormats) {
    if (holds(format)) names.push_back(format.name);
  }
  if (names.size() < 2) return fmt::format("{}", fmt::join(names, ""));
  const std::string_view last = names.back();
  names.pop_back();
  return fmt::format("{} and {}", fmt::join(names, ", "), last);
}

const OutputFormat* FindOutputFormat(std::string_view name) {
  for (const OutputFormat& format : kOutputFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace archive
